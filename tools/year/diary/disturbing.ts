import { isOpen } from '../../../models/calendar/open-time';
import type { OpenCalendar } from '../../../models/calendar/open-calendar';
import type { JournalKind } from '../../../models/contracts/record';
import type { SlaClock } from '../../../models/contracts/sla-clock';

/** What a deadline does to people. */
const DISTURBING: readonly JournalKind[] = ['reminded', 'handed-over', 'told', 'task-expired', 'clock-expired'];

/** Whether a deadline that is counted in open time disturbs somebody while the office is closed; its closing minute is open. */
export function disturbsOutsideOpenHours(
  { kind, at }: { readonly kind: JournalKind; readonly at: string },
  clock: Pick<SlaClock, 'time'> | null,
  calendar: OpenCalendar,
): boolean {
  if (!DISTURBING.includes(kind) || clock?.time !== 'open') return false;
  const instant = Date.parse(at);
  return !isOpen(calendar, instant) && !isOpen(calendar, instant - 1);
}

/** Whether a deadline disturbs somebody while its clock is paused; the instants at which it paused and went on are its own. */
export function disturbsInPause(
  { kind, at }: { readonly kind: JournalKind; readonly at: string },
  clock: Pick<SlaClock, 'intervals'> | null,
): boolean {
  if (!DISTURBING.includes(kind) || !clock) return false;
  const ranThen = clock.intervals.some(({ from, to }) => from <= at && (to === null || at <= to));
  return !ranThen;
}
