const HOUR_IN_MS = 3_600_000;
/** So many secrets are good at once at most, the newest. */
const MOST_SECRETS = 3;

interface Expiring {
  readonly expiresAt: Date | null;
}

/** The secrets that are good once there is another: those before for so many hours more, none longer than it was. */
export function secretsWith<Secret extends Expiring>(
  next: Secret,
  before: readonly Secret[],
  keepOldForHours: number,
  now: Date,
): readonly Secret[] {
  const until = new Date(now.getTime() + keepOldForHours * HOUR_IN_MS);
  const old = before
    .map((secret) => ({ ...secret, expiresAt: earlier(secret.expiresAt, until) }))
    .filter(({ expiresAt }) => expiresAt > now);
  return [next, ...old].slice(0, MOST_SECRETS);
}

function earlier(one: Date | null, other: Date): Date {
  return one !== null && one < other ? one : other;
}
