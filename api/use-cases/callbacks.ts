import type { CaseState } from '../../models/codes';
import { callbackProcess } from '../../models/contracts/callback';
import type { CallbackRequest } from '../../models/contracts/callback-forms';
import type { CALLBACK_RESULTS } from '../../models/contracts/callback-register';
import { MOST_DUE } from '../../models/contracts/callback-register';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { caseList, latestCases, LINE, type CaseLineRow, type ListPosition } from './case-list';
import type { Filter } from './filters';
import { begunIn, type SpanAsked } from './period';
import { allInRegister, foundInRegister, type Register } from './register';

type Result = (typeof CALLBACK_RESULTS)[number];

/** What the register of callbacks is filtered by. */
export interface CallbackFilter extends SpanAsked {
  readonly q?: string | undefined;
  readonly state?: CaseState | undefined;
  readonly reason?: string | undefined;
  readonly customer?: string | undefined;
  /** Who did the job that is asked about. */
  readonly engineer?: string | undefined;
  readonly result?: Result | undefined;
  readonly counted?: boolean | undefined;
}

const REQUEST = ['reason', 'means', 'person', 'name', 'about', 'workers'] as const;

/** A callback as far as the register shows it. */
export interface CallbackRow extends CaseLineRow {
  readonly data: Pick<CallbackData, 'attempts' | 'result'> & {
    readonly request: Pick<CallbackRequest, (typeof REQUEST)[number]>;
  };
}

const FIELDS = {
  ...LINE,
  ...{ 'data.attempts': 1, 'data.result': 1 },
  ...Object.fromEntries(REQUEST.map((name) => [`data.request.${name}`, 1])),
};

const REGISTER: Register = { process: callbackProcess.type, index: 'callbackRegister' };
// Few are about one engineer's jobs, and few of another customer were acted on by one.
const indexOf = (scope: Filter, engineer?: string) =>
  engineer !== undefined ? 'callbackWorkers' : 'people' in scope ? undefined : REGISTER.index;

/** The callbacks that the person may see and asks for, the latest first, behind a place in the list. */
export async function callbacksListed(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  me: SignedIn,
  filter: CallbackFilter,
  after: ListPosition | null,
  limit: number,
): Promise<CallbackRow[]> {
  const { q, state, customer, engineer } = filter;
  const { scopes, where } = caseList(me, { state, customer }, after);
  const found = await foundInRegister({ db }, REGISTER, me, q);
  if (!found) return [];
  const asked = { $and: [where, found, ...asksFor(filter, config.COMPANY_TIME_ZONE)] };
  const index = (scope: Filter) => indexOf(scope, engineer);
  return await latestCases<CallbackRow>(db, scopes, asked, limit, { index, fields: FIELDS });
}

/** The open callbacks that the person may see, what is due first on top; one more than are shown. */
export async function callbacksDue(
  { db }: Pick<Deps, 'db'>,
  me: SignedIn,
  { customer }: Pick<CallbackFilter, 'customer'>,
): Promise<CallbackRow[]> {
  const { scopes, where } = caseList(me, { state: 'open', customer }, null);
  const asked = { $and: [where, allInRegister(REGISTER)] };
  const rows = await latestCases<CallbackRow>(db, scopes, asked, MOST_DUE + 1, { index: indexOf, fields: FIELDS });
  return rows.sort((a, b) => nextDue(a) - nextDue(b));
}

/** Until when the next attempt waits; null where it does not. */
export function nextAttemptOf({ waiting }: Pick<CallbackRow, 'waiting'>): string | null {
  return waiting.kind === 'instant' ? waiting.at : null;
}

/** The people whom a line names by their ids. */
export function namedIn({ data: { request } }: CallbackRow): string[] {
  return [...(request.person === undefined ? [] : [request.person]), ...workersOf(request)];
}

/** Who did the job that a callback asks about. */
export function workersOf({ workers = [] }: Pick<CallbackRequest, 'workers'>): string[] {
  return [...new Set(workers.map(({ person }) => person))];
}

function nextDue(row: CallbackRow): number {
  return row.dueAt?.getTime() ?? Date.parse(nextAttemptOf(row) ?? '9999-12-31');
}

const RESULTS: Readonly<Record<Result, Filter>> = {
  reached: { 'data.result.reached': true },
  satisfied: { 'data.result.satisfied': true },
  dissatisfied: { 'data.result.reached': true, 'data.result.satisfied': false },
  recovered: { 'data.result.reached': true, 'data.result.satisfied': false, 'data.result.now': 'yes' },
  unreached: { 'data.result.reached': false },
  none: { 'data.result.reached': null },
};

function asksFor({ reason, engineer, result, counted, ...period }: CallbackFilter, zone: string): Filter[] {
  const ended = ['withdrawn', 'cancelled'];
  return [
    ...begunIn(period, zone),
    reason === undefined ? {} : { 'data.request.reason': reason },
    engineer === undefined ? {} : { 'data.request.workers.person': engineer },
    result === undefined ? {} : RESULTS[result],
    counted === undefined ? {} : { state: counted ? { $nin: ended } : { $in: ended } },
  ];
}
