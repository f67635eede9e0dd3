/** What a list is asked for; empty values are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The address of a route with its query. */
export function addressOf(path: string, query: Query = {}): string {
  const asked = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  const text = new URLSearchParams(asked).toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

/** How long to wait before an attempt is repeated: what the API asked for, else twice as long each time. */
export function pauseBefore(attempt: number, retryAfterInMs: number | null): number {
  const LONGEST_MS = 8_000;
  return Math.min(LONGEST_MS, retryAfterInMs ?? 500 * 2 ** attempt);
}
