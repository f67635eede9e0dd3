import { LONGEST_CUTOVER_IN_DAYS, LONGEST_OBSERVATION_IN_DAYS } from './contracts/change-cutover-forms';
import type { CaseWindow, Clashes } from './contracts/record';
import type { Text } from './contracts/text';
import { shownInstant } from './contracts/time';
import type { DayOff, OpenCalendar } from './calendar/open-calendar';
import type { CaseRow, Database, WindowRow } from './db';

/** A window reaches over few days; one over years is not looked at day by day for ever. */
const MOST_DAYS = 400;
const DAY_IN_MS = 86_400_000;
/** What began longer ago is not looked at: the longest window, the longest observation, and as long again for a roll-back. */
const LOOKS_BACK_DAYS = LONGEST_CUTOVER_IN_DAYS + 2 * LONGEST_OBSERVATION_IN_DAYS;

/** What works on the same things at the same time: devices, or a business system of a customer, between two instants. */
export interface Reach extends Pick<CaseWindow, 'from' | 'deviceIds'> {
  /** Until when (ISO) it works on them. */
  readonly until: string;
  readonly system?: string | undefined;
  readonly customerId: string | null;
}

/** Where clashes are looked for: the cases, the calendar of the company, and how its clocks show an instant. */
export interface Looking {
  readonly db: Database;
  readonly company: OpenCalendar;
  readonly timeZone: string;
  readonly now: Date;
}

/**
 * What stands in the way of a case's window: public holidays [processes §7: freeze windows], and the open cases that work on one
 * of the same devices, or on the same business system of the same customer, in that time.
 */
export async function clashesOf(
  { db, company, timeZone, now }: Looking,
  caseId: string,
  window: CaseWindow,
): Promise<Clashes> {
  const { customerId } = (await db.cases.findById(caseId, { customerId: 1 }).lean()) ?? { customerId: null };
  const reach = { ...window, until: window.until ?? window.to, customerId };
  const cases = await overlapping(db, reach, now, caseId);
  return {
    daysOff: daysOffIn(company, window),
    cases: cases.map((one) => ({ ...one, shown: inWords(one, timeZone) })),
  };
}

/** The public holidays between two instants: what the company works on them changes nothing. */
export function daysOffIn(company: OpenCalendar, { from, to }: Pick<CaseWindow, 'from' | 'to'>): DayOff[] {
  const first = company.dayOf(Date.parse(from));
  const last = Math.min(company.dayOf(Date.parse(to) - 1), first + MOST_DAYS);
  return Array.from({ length: last - first + 1 }, (_, index) => company.holiday(first + index) ?? []).flat();
}

/** The open cases that work on one of the same things in that time, the first that begins first; but for one of them. */
export async function overlapping(db: Database, reach: Reach, now: Date, exceptId?: string): Promise<Clashes['cases']> {
  if (reach.deviceIds.length === 0 && reach.system === undefined) return [];
  const [from, until] = [new Date(reach.from), new Date(reach.until)];
  const rows = await db.cases
    .find(
      {
        ...(exceptId === undefined ? {} : { _id: { $ne: exceptId } }),
        state: 'open',
        'window.from': { $type: 'date', $gte: new Date(from.getTime() - LOOKS_BACK_DAYS * DAY_IN_MS), $lt: until },
      },
      { subject: 1, customerId: 1, window: 1 },
    )
    .hint('caseWindows')
    .sort({ 'window.from': 1, _id: 1 })
    .lean<OpenWindow[]>();
  const inTime = rows.filter(({ window }) => window && untilOf(window, now) > from);
  const things = await thingsOf(db, [...reach.deviceIds, ...inTime.flatMap(({ window }) => window?.deviceIds ?? [])]);
  const same = new Set(things(reach));
  return inTime.flatMap(({ _id: id, subject, customerId, window }) => {
    if (!window || !things({ ...window, customerId }).some((thing) => same.has(thing))) return [];
    const [begins, ends] = [window.from.toISOString(), window.to.toISOString()];
    return {
      id,
      subject,
      from: begins,
      to: ends,
      until: window.until === null ? null : (window.until?.toISOString() ?? ends),
    };
  });
}

type OpenWindow = Pick<CaseRow, '_id' | 'subject' | 'customerId' | 'window'>;

/** What is being rolled back has no end that anybody knows: it stands in the way of what begins within a day. */
function untilOf({ to, until }: WindowRow, now: Date): Date {
  return until === null ? new Date(now.getTime() + DAY_IN_MS) : (until ?? to);
}

/** The names of all that a case works on: its devices, and its business system and theirs, however they are written. */
async function thingsOf(db: Database, deviceIds: readonly string[]) {
  const ids = [...new Set(deviceIds)];
  const devices = await db.devices.find({ _id: { $in: ids } }, { customerId: 1, businessSystem: 1 }).lean();
  const systems = new Map(devices.map((one) => [one._id, systemOf(one.customerId, one.businessSystem)]));
  return (of: Pick<Reach, 'deviceIds' | 'system' | 'customerId'>): string[] =>
    [
      ...of.deviceIds.flatMap((id) => [`device ${id}`, systems.get(id) ?? '']),
      of.customerId === null ? '' : systemOf(of.customerId, of.system ?? ''),
    ].filter((thing) => thing !== '');
}

function systemOf(customerId: string, name: string): string {
  const folded = foldedName(name);
  return folded === '' ? '' : `system ${customerId} ${folded}`;
}

/** A name without what people write differently: width, case, spaces and punctuation. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

function inWords({ from, to, until }: Omit<Clashes['cases'][number], 'shown'>, timeZone: string): Text {
  const at = (instant: string) => ({
    zh: shownInstant(instant, timeZone, 'zh'),
    en: shownInstant(instant, timeZone, 'en'),
  });
  const [begin, end] = [at(from), at(to)];
  const window = { zh: `${begin.zh} – ${end.zh}`, en: `${begin.en} – ${end.en}` };
  if (until === null) return { zh: `${window.zh}，正在回退`, en: `${window.en}, being rolled back` };
  if (until === to) return window;
  return { zh: `${window.zh}，观察至 ${at(until).zh}`, en: `${window.en}, observed until ${at(until).en}` };
}

/** Cases whose window reaches into a span, as a filter that the index of the windows answers. */
export function within({ from, to }: { readonly from: Date; readonly to: Date }) {
  // None is longer, so those that began before are not looked at.
  const first = new Date(from.getTime() - LONGEST_CUTOVER_IN_DAYS * DAY_IN_MS);
  return { 'window.from': { $type: 'date' as const, $gte: first, $lt: to }, 'window.to': { $gt: from } };
}
