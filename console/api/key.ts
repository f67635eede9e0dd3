const BYTES = 16;

/** A new Idempotency-Key; unlike `crypto.randomUUID` it is there also where the product is reached without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
