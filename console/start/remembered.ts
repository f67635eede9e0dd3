/** What the browser remembers between visits; nothing of it is a secret. */
export type Remembered = 'language' | 'language-of-sign-in' | 'signed-in';

/** What was remembered under this name; null where the browser keeps nothing. */
export function remembered(name: Remembered): string | null {
  try {
    return localStorage.getItem(`opsflow.${name}`);
  } catch {
    return null;
  }
}

/** Remembers a value, or forgets it with null. */
export function remember(name: Remembered, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`opsflow.${name}`);
    else localStorage.setItem(`opsflow.${name}`, value);
  } catch {
    // A browser that keeps nothing asks again.
  }
}
