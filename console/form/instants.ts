/** An instant as `2026-11-21T16:00` on the clocks of a zone, as the browser's own input takes it. */
export function localOf(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  return parts.replace(' ', 'T');
}

/** The instant, in UTC, at which the clocks of a zone show this; where they show it twice, the earlier one. */
export function instantOf(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const first = asUtc - offsetAt(asUtc, timeZone);
  const second = asUtc - offsetAt(first, timeZone);
  return new Date(second).toISOString().replace('.000Z', 'Z');
}

function offsetAt(at: number, timeZone: string): number {
  return Date.parse(`${localOf(new Date(at).toISOString(), timeZone)}Z`) - Math.floor(at / 60_000) * 60_000;
}
