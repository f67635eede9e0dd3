import type { CutoverData } from '../../models/contracts/change-cutover-run';
import { LONGEST_SPAN_IN_DAYS, MOST_WINDOWS } from '../../models/contracts/cutover-answers';
import type { DayOff } from '../../models/calendar/open-calendar';
import { daysOffIn, overlapping, within } from '../../models/clashes';
import { LONGEST_CUTOVER_IN_DAYS } from '../../models/contracts/change-cutover-forms';
import type { Clashes } from '../../models/contracts/record';
import type { CaseRow, TaskRow } from '../../models/db';
import { calendarNow } from '../../models/published-calendars';
import { seesCustomer } from '../access';
import { visibleInParts } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import { caseSeenBy } from './cases-seen';
import { mustBeNear, type Window } from './roster';

const PROCESS = 'change-cutover';
const DAY_IN_MS = 86_400_000;

/** A cutover with its tasks, the oldest first. */
export interface Cutover {
  readonly row: CaseRow;
  readonly data: CutoverData;
  readonly tasks: readonly TaskRow[];
}

/** A cutover that the person may see; a case of another procedure has none. */
export async function cutoverSeenBy({ db }: Pick<Deps, 'db'>, me: SignedIn, caseId: string): Promise<Cutover> {
  const row = await caseSeenBy(db, me, caseId);
  if (row.process !== PROCESS) throw new Problem('not-found');
  const tasks = await db.tasks
    .find({ caseId, isVoid: false }, { prefill: 0 })
    .sort({ openedAt: 1, _id: 1 })
    .lean<TaskRow[]>();
  return { row, data: row.data as unknown as CutoverData, tasks };
}

const SHOWN = { subject: 1, customer: 1, state: 1, stage: 1, window: 1 } as const;

/** A case with its window. */
export type WindowLine = Pick<CaseRow, keyof typeof SHOWN | '_id'>;

/** The windows that reach into a span, of the cases that the person may see; one more than are shown, where there are more. */
export async function windowsIn({ db }: Pick<Deps, 'db'>, me: SignedIn, { from, to }: Window): Promise<WindowLine[]> {
  const span = within({ from: new Date(from), to: new Date(to) });
  const lists = await Promise.all(
    visibleInParts(me).map(
      async (scope) =>
        await db.cases
          .find({ $and: [scope, span] }, SHOWN)
          .hint('caseWindows')
          .sort({ 'window.from': 1, _id: 1 })
          .limit(MOST_WINDOWS + 1)
          .lean<WindowLine[]>(),
    ),
  );
  const begins = ({ window }: WindowLine) => window?.from.getTime() ?? 0;
  return lists.flat().sort((a, b) => begins(a) - begins(b) || (a._id < b._id ? -1 : 1));
}

/** Refuses a span that ends before it begins, is longer than this, or is of another age. */
export function mustBeSpan(deps: Pick<Deps, 'now'>, { from, to }: Window, mostDays = LONGEST_SPAN_IN_DAYS): void {
  mustBeNear(deps, '/from', from);
  mustBeNear(deps, '/to', to);
  const lengthInMs = Date.parse(to) - Date.parse(from);
  if (lengthInMs <= 0) throw invalidAt('/to', 'window-empty');
  if (lengthInMs > mostDays * DAY_IN_MS) throw invalidAt('/to', 'window-too-long', { most: mostDays });
}

/** The public holidays in a span, by the company's calendar: the same for every customer, whatever its contract. */
export async function daysOffOfCompany({ db, calendar, config }: Deps, span: Window): Promise<DayOff[]> {
  return daysOffIn(await calendarNow(db, calendar, config.COMPANY_CALENDAR), span);
}

/** For what it is asked with what a window would clash. */
export interface AskedClashes extends Window {
  readonly until?: string | undefined;
  readonly customer?: string | undefined;
  readonly system?: string | undefined;
  readonly devices?: readonly string[] | undefined;
  readonly case?: string | undefined;
}

/** What a window would clash with; refuses what the person may not see. */
export async function clashesAsked(
  deps: Deps,
  me: SignedIn,
  asked: AskedClashes,
): Promise<{ daysOff: DayOff[]; cases: Clashes['cases'] }> {
  const { db } = deps;
  const { from, to, until = to, customer, system, devices = [], case: caseId } = asked;
  mustBeSpan(deps, asked, LONGEST_CUTOVER_IN_DAYS);
  if (until < to) throw invalidAt('/until', 'window-empty');
  mustBeNear(deps, '/until', until);
  if (customer !== undefined && !seesCustomer(me, customer))
    throw invalidAt('/customer', 'no-such-record', { id: customer });
  const rows = await db.devices.find({ _id: { $in: devices } }, { customerId: 1 }).lean();
  const seen = new Set(rows.flatMap(({ _id, customerId }) => (seesCustomer(me, customerId) ? [_id] : [])));
  for (const id of devices) if (!seen.has(id)) throw invalidAt('/devices', 'no-such-record', { id });
  if (caseId !== undefined) await caseSeenBy(db, me, caseId);
  // A system is of a customer: without one nobody can tell which is meant.
  const reach = { from, until, deviceIds: devices, customerId: customer ?? null };
  const same = { ...reach, ...(customer === undefined ? {} : { system }) };
  return { daysOff: await daysOffOfCompany(deps, asked), cases: await overlapping(db, same, deps.now(), caseId) };
}
