import type { ArmedClock } from '../contracts/clock';
import type { SlaClock } from '../contracts/sla-clock';
import { iso } from './clock';
import type { OpenCalendar } from './open-calendar';
import { isOpen, nextOpening } from './open-time';

/**
 * The instants of a clock with those that something has made pass while nobody works, such as a calendar published at night, put
 * off until time opens: nobody is reminded outside open hours. A deadline stays when it was, and a clock that runs around the
 * clock waits for nothing.
 */
export function withSharesThatWait(
  calendar: OpenCalendar,
  clock: SlaClock,
  armed: ArmedClock,
  now: string,
): ArmedClock {
  const isPast = armed.instants.some(({ at }) => at < now);
  if (clock.time === 'elapsed' || !isPast || isOpen(calendar, Date.parse(now))) return armed;
  const opening = iso(nextOpening(calendar, Date.parse(now)));
  return { ...armed, instants: armed.instants.map((share) => (share.at < now ? { ...share, at: opening } : share)) };
}
