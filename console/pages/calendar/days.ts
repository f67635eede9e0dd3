import type { CalendarComparison, CalendarDay } from '../../api/types';
import type { Say } from '../../words/say';

/** The days of the week, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** How a day looks: as the week has it (open or closed), or as something else decides. */
export type Look = 'week' | 'weekend' | 'holiday' | 'make-up' | 'exception';

/** A day as far as its look goes. */
type Shown = Pick<CalendarDay, 'rule' | 'ranges'>;

/** How a day looks. */
export function lookOf({ rule, ranges }: Shown): Look {
  return rule === 'week' && ranges.length === 0 ? 'weekend' : rule;
}

/** The letter on a day that is not as the week has it; empty for others. */
export function markOf(day: Shown, say: Say): string {
  if (day.rule === 'week') return '';
  if (day.rule === 'exception') return say('calendar.mark.exception');
  return say(day.rule === 'holiday' ? 'calendar.mark.off' : 'calendar.mark.make-up');
}

/** Hours as people write them; none: closed. */
export function hoursOf(ranges: CalendarDay['ranges'], say: Say): string {
  return ranges.length === 0 ? say('calendar.closed') : ranges.map(({ from, to }) => `${from}–${to}`).join(' ');
}

/** A day before or after a change, in words. */
export type Plan = NonNullable<CalendarComparison['days'][number]['before']>;

/** Days that follow each other and are alike, told once. */
export interface Run {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/** The days that are not as the week has them, those alike and without a gap together. */
export function specialRuns(days: readonly CalendarDay[]): Run[] {
  const runs: Run[] = [];
  for (const [index, day] of days.entries()) {
    if (day.rule === 'week') continue;
    const last = runs.at(-1);
    if (last && last.to === days[index - 1] && sameKind(last.to, day))
      runs[runs.length - 1] = { from: last.from, to: day };
    else runs.push({ from: day, to: day });
  }
  return runs;
}

function sameKind(one: CalendarDay, other: CalendarDay): boolean {
  const told = ({ rule, title, ranges, isProvisional }: CalendarDay) => [rule, title?.zh ?? '', ranges, isProvisional];
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}
