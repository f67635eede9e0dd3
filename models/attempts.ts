/** Which of several things a task is about, and at which attempt (from 1). */
export interface Attempt {
  readonly key: string;
  readonly attempt: number;
}

/** The key of a task that is asked once more: `3`, then `3.2`; of a step that is about one thing only `.2`. */
export function attemptKey({ key, attempt }: Attempt): string {
  return attempt === 1 ? key : `${key}.${attempt}`;
}

/** What such a key says. */
export function attemptOf(itemKey = ''): Attempt {
  const [key = '', attempt = '1'] = itemKey.split('.');
  return { key, attempt: Number(attempt) };
}
