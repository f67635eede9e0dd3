import type { CalendarRef } from './contracts/calendar';
import { LONGEST_CUTOVER_IN_DAYS } from './contracts/change-cutover-forms';
import type { CaseWindow, Clashes } from './contracts/record';
import type { Text } from './contracts/text';
import type { CaseRow, Database } from './db';
import type { Calendar } from './published-calendars';

/** A window reaches over few days; one over years is not looked at day by day for ever. */
const MOST_DAYS = 400;
const DAY_IN_MS = 86_400_000;

/** A public holiday; its name is missing where nobody gave it one. */
export interface DayOff {
  readonly date: string;
  readonly name: Text;
}

/** What works on the same things at the same time: devices, or a business system of a customer, between two instants. */
export interface Reach extends Pick<CaseWindow, 'from' | 'to' | 'deviceIds'> {
  readonly system?: string | undefined;
  readonly customerId: string | null;
}

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
  const { customerId } = (await db.cases.findById(caseId, { customerId: 1 }).lean()) ?? { customerId: null };
  const daysOff = (await daysOffIn(calendar, window, ref)).map(({ date, name }) => ({ date, name: name.zh }));
  const rows = await overlapping(db, { ...window, customerId }, caseId);
  return { daysOff, cases: rows.map(({ id, subject, from, to }) => ({ id, subject, from, to })) };
}

/** The public holidays between two instants, by the calendar. */
export async function daysOffIn(
  calendar: Calendar,
  { from, to }: Pick<CaseWindow, 'from' | 'to'>,
  ref: CalendarRef,
): Promise<DayOff[]> {
  const open = await calendar.opened(ref);
  const first = open.dayOf(Date.parse(from));
  const last = Math.min(open.dayOf(Date.parse(to) - 1), first + MOST_DAYS);
  const days = Array.from({ length: last - first + 1 }, (_, index) => open.day(first + index));
  return days
    .filter(({ rule }) => rule === 'holiday')
    .map(({ date, title }) => ({ date, name: title ?? { zh: date, en: date } }));
}

/** The open cases that work on one of the same things in that time, the first that begins first; but for one of them. */
export async function overlapping(
  db: Database,
  { from, to, deviceIds, system, customerId }: Reach,
  exceptId?: string,
): Promise<Clashes['cases']> {
  const same = [
    ...(deviceIds.length > 0 ? [{ 'window.deviceIds': { $in: deviceIds } }] : []),
    ...(system === undefined ? [] : [{ customerId, 'window.system': system }]),
  ];
  if (same.length === 0) return [];
  const rows = await db.cases
    .find(
      {
        ...(exceptId === undefined ? {} : { _id: { $ne: exceptId } }),
        state: 'open',
        ...within({ from: new Date(from), to: new Date(to) }),
        $or: same,
      },
      { subject: 1, window: 1 },
    )
    .hint('caseWindows')
    .sort({ 'window.from': 1, _id: 1 })
    .lean<Pick<CaseRow, '_id' | 'subject' | 'window'>[]>();
  return rows.flatMap(({ _id, subject, window: other }) =>
    other ? [{ id: _id, subject, from: other.from.toISOString(), to: other.to.toISOString() }] : [],
  );
}

/** Cases whose window reaches into a span, as a filter that the index of the windows answers. */
export function within({ from, to }: { readonly from: Date; readonly to: Date }) {
  // None is longer, so those that began before are not looked at.
  const first = new Date(from.getTime() - LONGEST_CUTOVER_IN_DAYS * DAY_IN_MS);
  return { 'window.from': { $type: 'date' as const, $gte: first, $lt: to }, 'window.to': { $gt: from } };
}
