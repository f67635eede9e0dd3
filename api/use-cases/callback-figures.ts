import type { ClientSession } from 'mongoose';
import { callbackProcess } from '../../models/contracts/callback';
import type { CallbackCounts, CallbackFigures, CallbackSpan } from '../../models/contracts/callback-figures';
import type { CallbackData, CallbackResult } from '../../models/contracts/callback-run';
import type { PersonName } from '../../models/contracts/people';
import { dateIn } from '../../models/contracts/time';
import type { CaseRow } from '../../models/db';
import { tag } from '../../models/search/terms';
import { visibleCases } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { invalidAt } from '../http/invalid';
import { workersOf } from './callbacks';
import { personNames, type NameOf } from './names';
import { monthIn, periodIn } from './period';
import { policyFor } from './policy';

const PERCENT = 100;
const MOST_YEARS = 2;
const MONTHS_OF_A_YEAR = 12;

/** From the beginning of one month to the end of another, as `2026-11`. */
interface Months {
  readonly from: string;
  readonly to: string;
}

interface Callback {
  readonly month: string;
  readonly customer: PersonName;
  readonly engineers: readonly string[];
  readonly result: CallbackResult | null;
}

/** What customers say, by month, customer and engineer, of the callbacks that the person sees; what was ended before anybody was reached is not counted. */
export async function callbackFigures(
  { db, config: { COMPANY_TIME_ZONE: zone } }: Pick<Deps, 'db' | 'config'>,
  me: SignedIn,
  months: Months,
  session: ClientSession | null = null,
): Promise<CallbackFigures> {
  const { from, to } = spanOf(months, zone);
  const { amounts } = await policyFor(db, callbackProcess.type);
  const aimPercent = amounts['aim-percent'] ?? 0;
  const begun = { search: tag('process', callbackProcess.type), startedAt: { $gte: from, $lt: to } };
  const rows = await db.cases
    .find(
      {
        $and: [
          visibleCases(me),
          begun,
          { $or: [{ state: { $nin: ['withdrawn', 'cancelled'] } }, { 'data.result.reached': true }] },
        ],
      },
      { startedAt: 1, customer: 1, 'data.request': 1, 'data.result': 1 },
    )
    .sort({ startedAt: 1, _id: 1 })
    // Other indexes have all cases of that time.
    .hint({ search: 1, startedAt: -1, _id: -1, customerId: 1 })
    .session(session)
    .lean<Pick<CaseRow, Known>[]>();
  const callbacks = rows.map((row) => callbackOf(row, zone));
  const nameOf = await personNames(
    db,
    callbacks.flatMap(({ engineers }) => engineers),
  );
  const figures = (some: readonly Callback[]) => figuresOf(some, aimPercent, nameOf);
  const withSome = [...new Set(callbacks.map(({ month }) => month))];
  return {
    aimPercent,
    all: figures(callbacks),
    months: withSome.map((month) => ({ month, ...figures(callbacks.filter((one) => one.month === month)) })),
  };
}

function spanOf({ from, to }: Months, zone: string): { readonly from: Date; readonly to: Date } {
  if (to < from) throw invalidAt('/to', 'months-reversed');
  const [first, last] = [monthIn(from), monthIn(to)];
  const months = (last.year - first.year) * MONTHS_OF_A_YEAR + last.month - first.month + 1;
  if (months > MOST_YEARS * MONTHS_OF_A_YEAR) throw invalidAt('/to', 'span-too-long', { most: MOST_YEARS });
  return { from: periodIn(first, zone).from, to: periodIn(last, zone).to };
}

type Known = 'startedAt' | 'customer' | 'data';

function callbackOf({ startedAt, customer, data }: Pick<CaseRow, Known>, zone: string): Callback {
  const { request, result } = data as unknown as CallbackData;
  return {
    month: dateIn(startedAt, zone).slice(0, 'yyyy-mm'.length),
    customer: customer ?? { id: request.customer, name: request.customer },
    engineers: workersOf(request),
    result,
  };
}

function figuresOf(callbacks: readonly Callback[], aimPercent: number, nameOf: NameOf): CallbackSpan {
  const counted = (which: (one: Callback) => boolean) => countsOf(callbacks.filter(which), aimPercent);
  const customers = new Map(callbacks.map(({ customer }) => [customer.id, customer]));
  const engineers = [...new Set(callbacks.flatMap((one) => one.engineers))].sort();
  return {
    ...counted(() => true),
    customers: [...customers.values()].map((customer) => ({
      customer,
      ...counted((one) => one.customer.id === customer.id),
    })),
    engineers: engineers.map((id) => ({ engineer: nameOf(id), ...counted((one) => one.engineers.includes(id)) })),
  };
}

function countsOf(callbacks: readonly Callback[], aimPercent: number): CallbackCounts {
  const over = callbacks.flatMap(({ result }) => result ?? []);
  const answered = over.filter(({ reached }) => reached);
  const satisfied = answered.filter((one) => one.satisfied).length;
  const scores = answered.reduce((sum, { score }) => sum + (score ?? 0), 0);
  const share = (part: number) => (answered.length === 0 ? null : toOneDecimal(part / answered.length));
  return {
    callbacks: callbacks.length,
    reached: answered.length,
    unreached: over.length - answered.length,
    satisfied,
    recovered: answered.filter((one) => !one.satisfied && one.now === 'yes').length,
    meanScore: share(scores),
    satisfiedPercent: share(satisfied * PERCENT),
    isUnderAim: satisfied * PERCENT < answered.length * aimPercent,
  };
}

function toOneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
