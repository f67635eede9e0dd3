const DUPLICATE_KEY = 11000;

/** True for the error of a unique index: another row has this value already. */
export function isDuplicateKey(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === DUPLICATE_KEY;
}
