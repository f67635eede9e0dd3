import { changedDays, changedParts, type ChangedDay } from '../../models/calendar/compare';
import { opened, type CalendarContent } from '../../models/calendar/opened';
import type { CalendarComparisonAnswer } from '../../models/contracts/calendar-answers';
import type { CalendarRow, Database } from '../../models/db';
import { runningCases } from './calendars';

const YEARS_AHEAD = 2;
const MOST_SHOWN = 400;

/** What publishing a content would change: parts, days of this year and the two after it, and cases. */
export async function comparisonOf(
  db: Database,
  now: Date,
  id: string,
  newest: CalendarRow | null,
  content: CalendarContent,
): Promise<CalendarComparisonAnswer> {
  const [first, last] = [now.getUTCFullYear(), now.getUTCFullYear() + YEARS_AHEAD];
  const base = newest?.version ?? 0;
  const before = newest && opened(id, base, newest);
  const parts = changedParts(newest, content);
  // Three years are looked at day by day, which takes some 80 ms.
  const others = parts.length === 0 ? [] : changedDays(before, opened(id, base + 1, content), { first, last });
  const days = others.filter(isMoreThanCertain);
  const { running } = await runningCases(db, { id, version: base });
  return {
    ...{ id, base, parts, firstYear: first, lastYear: last },
    ...{ changedDays: days.length, certainDays: others.length - days.length },
    days: days.slice(0, MOST_SHOWN).map(({ before: was, after: is, ...day }) => ({
      ...day,
      before: was && { ...was, ranges: [...was.ranges] },
      after: { ...is, ranges: [...is.ranges] },
    })),
    runningCases: running,
  };
}

/** Whether a day's hours or their reason are others, not only how certain it is. */
function isMoreThanCertain({ before, after }: ChangedDay): boolean {
  const plan = (of: ChangedDay['before']) => of && [of.ranges, of.rule, of.title];
  return JSON.stringify(plan(before)) !== JSON.stringify(plan(after));
}
