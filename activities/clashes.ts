import type { CalendarRef } from '../models/contracts/calendar';
import type { CaseWindow, Clashes } from '../models/contracts/record';
import type { Database } from '../models/db';
import type { Calendar } from '../models/published-calendars';

/** A window reaches over few days; one over years is not looked at day by day for ever. */
const MOST_DAYS = 400;

/**
 * What stands in the way of a case's window: public holidays of its calendar [processes §7: freeze windows], and the open cases
 * that work on one of the same devices, or on the same business system of the same customer, in that time.
 */
export async function clashesOf(
  { db, calendar }: { readonly db: Database; readonly calendar: Calendar },
  caseId: string,
  window: CaseWindow,
  ref: CalendarRef,
): Promise<Clashes> {
  const [daysOff, cases] = [await daysOffIn(calendar, window, ref), await overlapping(db, caseId, window)];
  return { daysOff, cases };
}

/** The public holidays between two instants, by the calendar. */
export async function daysOffIn(
  calendar: Calendar,
  { from, to }: Pick<CaseWindow, 'from' | 'to'>,
  ref: CalendarRef,
): Promise<Clashes['daysOff']> {
  const open = await calendar.opened(ref);
  const first = open.dayOf(Date.parse(from));
  const last = Math.min(open.dayOf(Date.parse(to) - 1), first + MOST_DAYS);
  const days = Array.from({ length: last - first + 1 }, (_, index) => open.day(first + index));
  return days.filter(({ rule }) => rule === 'holiday').map(({ date, title }) => ({ date, name: title?.zh ?? date }));
}

async function overlapping(db: Database, caseId: string, window: CaseWindow): Promise<Clashes['cases']> {
  const { customerId } = (await db.cases.findById(caseId, { customerId: 1 }).lean()) ?? { customerId: null };
  const rows = await db.cases
    .find(
      {
        _id: { $ne: caseId },
        state: 'open',
        'window.from': { $lt: new Date(window.to) },
        'window.to': { $gt: new Date(window.from) },
        $or: [{ 'window.deviceIds': { $in: window.deviceIds } }, { customerId, 'window.system': window.system }],
      },
      { subject: 1, window: 1 },
    )
    .sort({ 'window.from': 1, _id: 1 })
    .lean();
  return rows.flatMap(({ _id, subject, window: other }) =>
    other ? [{ id: _id, subject, from: other.from.toISOString(), to: other.to.toISOString() }] : [],
  );
}
