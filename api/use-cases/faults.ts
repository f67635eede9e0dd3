import type { CaseState } from '../../models/codes';
import { faultProcess } from '../../models/contracts/fault';
import { MOST_ON_BOARD } from '../../models/contracts/fault-register';
import type { FaultRequest } from '../../models/contracts/fault-forms';
import type { FaultData } from '../../models/contracts/fault-run';
import type { CaseRow } from '../../models/db';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { caseList, latestCases, LINE, type CaseLineRow, type ListPosition } from './case-list';
import type { Filter } from './filters';
import { begunIn } from './period';
import { allInRegister, foundInRegister, type Register } from './register';

/** What the register of faults is filtered by. */
export interface FaultFilter {
  readonly q?: string | undefined;
  readonly state?: CaseState | undefined;
  readonly level?: string | undefined;
  readonly urgency?: string | undefined;
  readonly class?: string | undefined;
  readonly customer?: string | undefined;
  readonly engineer?: string | undefined;
  readonly device?: string | undefined;
  /** As `2026-11`. */
  readonly month?: string | undefined;
  readonly year?: number | undefined;
}

const REQUEST = ['reporter', 'name', 'phone', 'device'] as const;

/** A fault as far as the register shows it. */
export interface FaultRow extends CaseLineRow, Pick<CaseRow, 'clocks'> {
  readonly data: Pick<FaultData, 'grading' | 'engineer' | 'solved' | 'cause'> & {
    readonly request: Pick<FaultRequest, (typeof REQUEST)[number]>;
  };
}

const FIELDS = {
  ...LINE,
  ...{ clocks: 1, 'data.grading': 1, 'data.engineer': 1, 'data.solved': 1, 'data.cause': 1 },
  ...Object.fromEntries(REQUEST.map((name) => [`data.request.${name}`, 1])),
};

const REGISTER: Register = { process: faultProcess.type, index: 'faultRegister' };
// Who sees some customers only acted on few of others.
const indexOf = (scope: Filter) => ('people' in scope ? undefined : REGISTER.index);

/** 维护记录库 [002 §3.2]: the faults that the person may see and asks for, the latest first, behind a place in the list. */
export async function faultsListed(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  me: SignedIn,
  filter: FaultFilter,
  after: ListPosition | null,
  limit: number,
): Promise<FaultRow[]> {
  const { q, state, customer, device } = filter;
  const { scopes, where } = caseList(me, { state, customer, device }, after);
  const found = await foundInRegister({ db }, REGISTER, me, q);
  if (!found) return [];
  const asked = { $and: [where, found, ...asksFor(filter, config.COMPANY_TIME_ZONE)] };
  const index = (scope: Filter) => (device === undefined ? indexOf(scope) : undefined);
  return await latestCases<FaultRow>(db, scopes, asked, limit, { index, fields: FIELDS });
}

/** The open faults that the person may see, what is due first on top and what has no limit last; one more than the board shows. */
export async function faultsOnBoard({ db }: Pick<Deps, 'db'>, me: SignedIn): Promise<FaultRow[]> {
  const { scopes, where } = caseList(me, { state: 'open' }, null);
  const asked = { $and: [where, allInRegister(REGISTER)] };
  const rows = await latestCases<FaultRow>(db, scopes, asked, MOST_ON_BOARD + 1, { index: indexOf, fields: FIELDS });
  return rows.sort((a, b) => nextDue(a) - nextDue(b));
}

/** When (ms) the next clock of a fault runs out; one that stands still or is stopped does not. */
function nextDue({ clocks = [], dueAt }: FaultRow): number {
  const running = clocks.flatMap(({ clock, dueAt: at }) => (clock.isStopped || at === null ? [] : [Date.parse(at)]));
  return Math.min(...running, dueAt?.getTime() ?? Number.POSITIVE_INFINITY);
}

function asksFor({ level, urgency, class: kind, engineer, ...period }: FaultFilter, zone: string): Filter[] {
  return [
    ...begunIn(period, zone),
    level === undefined ? {} : { 'data.grading.level': Number(level) },
    urgency === undefined ? {} : { 'data.grading.urgency': urgency },
    kind === undefined ? {} : { 'data.grading.class': kind },
    engineer === undefined ? {} : { 'data.engineer.id': engineer },
  ];
}

/** Who reports it, where that is somebody of the directory; such names are looked up. */
export function reporterOf({ data }: FaultRow): readonly string[] {
  return data.request.reporter === undefined ? [] : [data.request.reporter];
}
