import { PROCESSES } from '../../models/contracts/processes';
import type { CaseRow, Database } from '../../models/db';
import { isFoundBy } from '../../models/search/query';
import { tag, Terms } from '../../models/search/terms';
import { seesCustomer } from '../access';
import { notHiddenFrom, visibleInParts } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import { beyond, type Filter } from './filters';
import { foundBy, type More } from './found-by';

/** What a list of cases is filtered by; instants are ISO. */
export interface CaseFilter {
  readonly q?: string | undefined;
  readonly state?: CaseRow['state'] | undefined;
  readonly process?: string | undefined;
  readonly stage?: string | undefined;
  readonly customer?: string | undefined;
  readonly device?: string | undefined;
  /** A person's id, or `me`. */
  readonly applicant?: string | undefined;
  /** Only what I applied for or acted on. */
  readonly mine?: boolean | undefined;
  readonly startedFrom?: string | undefined;
  readonly startedBefore?: string | undefined;
  readonly dueBefore?: string | undefined;
  readonly needsAttention?: boolean | undefined;
  /** A deadline of it was overrun. */
  readonly breached?: boolean | undefined;
}

/** A place in a list of cases, the latest first. */
export interface ListPosition {
  readonly at: string;
  readonly id: string;
}

/** The fields of a line of a list. */
export const LINE = {
  ...{ process: 1, subject: 1, customer: 1, customerId: 1, applicant: 1, priority: 1, state: 1, stage: 1, round: 1 },
  ...{ waiting: 1, attention: 1, dueAt: 1, isDueProvisional: 1, startedAt: 1, updatedAt: 1, closedAt: 1 },
  ...{ isBreached: 1 },
} as const;

/** What a line of a list shows of a case. */
export type CaseLineRow = Pick<CaseRow, Exclude<keyof typeof LINE, 'customerId'> | '_id'>;

/** The cases that the person may see and asks for, the latest first, behind a place in the list. */
export async function casesListed(
  db: Database,
  me: SignedIn,
  filter: CaseFilter,
  after: ListPosition | null,
  limit: number,
): Promise<CaseLineRow[]> {
  const { scopes, where } = caseList(me, filter, after);
  const found = filter.q === undefined ? {} : await casesWith(db, me, filter.q);
  const index = () => indexFor(filter);
  return found ? await latestCases(db, scopes, { $and: [where, found] }, limit, { index }) : [];
}

// What few cases have has an index of its own.
function indexFor({ needsAttention, breached }: CaseFilter): string | undefined {
  if (needsAttention === true) return 'needsAttention';
  return breached === true ? 'breachedCases' : undefined;
}

/** The cases with all that the words ask for, as a filter; null when nothing can be meant by them. */
export async function casesWith(db: Database, me: SignedIn, words: string): Promise<Filter | null> {
  return await foundBy(db.cases, words, { $or: visibleInParts(me) }, byProcess);
}

/** How the latest cases are read: with which fields, and by which index of a scope where one is known to be the best. */
interface Reading {
  readonly fields?: Readonly<Record<string, number>>;
  readonly index?: (scope: Filter) => string | undefined;
}

/** The latest of the cases in any of the scopes. */
export async function latestCases<Row extends CaseLineRow = CaseLineRow>(
  db: Database,
  scopes: readonly Filter[],
  where: Filter,
  limit: number,
  { fields = LINE, index = () => undefined }: Reading = {},
): Promise<Row[]> {
  const lists = await Promise.all(
    scopes.map(async (scope) => {
      const hint = index(scope);
      return await db.cases
        .find({ $and: [scope, where] }, fields, hint === undefined ? {} : { hint })
        .sort({ startedAt: -1, _id: -1 })
        .limit(limit)
        .lean<Row[]>();
    }),
  );
  const rows = lists.flat();
  if (scopes.length > 1) rows.sort(latestFirst);
  return rows.slice(0, limit);
}

/** The filter of a list: what the person may see, in parts, and what they ask for. */
export function caseList(me: SignedIn, filter: CaseFilter, after: ListPosition | null) {
  const where = {
    $and: [
      notHiddenFrom(me, '_id'),
      filter.state ? { state: filter.state } : {},
      // Only an open case is due.
      filter.dueBefore ? { dueAt: { $lt: new Date(filter.dueBefore) }, $and: [{ state: 'open' }] } : {},
      filter.stage ? { stage: filter.stage } : {},
      filter.process ? { search: tag('process', filter.process) } : {},
      filter.device ? { search: tag('device', filter.device) } : {},
      filter.applicant ? { 'applicant.id': filter.applicant === 'me' ? me.id : filter.applicant } : {},
      filter.startedFrom ? { startedAt: { $gte: new Date(filter.startedFrom) } } : {},
      filter.startedBefore ? { startedAt: { $lt: new Date(filter.startedBefore) } } : {},
      // As in the condition of the index.
      filter.needsAttention === undefined ? {} : { attention: filter.needsAttention ? { $type: 'object' } : null },
      filter.breached === undefined ? {} : { isBreached: filter.breached ? true : { $ne: true } },
      after ? beyond('startedAt', '$lt', new Date(after.at), after.id) : {},
    ],
  };
  return { scopes: scopesOf(me, filter), where };
}

/** The place of a case in the list. */
export function positionInList(row: Pick<CaseRow, '_id' | 'startedAt'>): ListPosition {
  return { at: row.startedAt.toISOString(), id: row._id };
}

function scopesOf(me: SignedIn, { customer, mine, applicant }: CaseFilter): readonly Filter[] {
  const own = mine === true ? [{ people: me.id }] : null;
  // Nobody needs leave to see what they applied for.
  const isOwn = applicant === 'me' || applicant === me.id;
  if (customer === undefined) return own ?? (isOwn ? [{}] : visibleInParts(me));
  if (own === null && (isOwn || seesCustomer(me, customer))) return [{ customerId: customer }];
  return [{ customerId: customer, people: me.id }];
}

function latestFirst(a: CaseLineRow, b: CaseLineRow): number {
  return b.startedAt.getTime() - a.startedAt.getTime() || (a._id < b._id ? 1 : -1);
}

// Not each case carries the title of its procedure; whoever searches for that means all of them.
const byProcess: More = (wanted) =>
  PROCESSES.filter(({ title }) => isFoundBy(wanted, new Set(new Terms().words(title.zh).words(title.en).all()))).map(
    ({ type }) => ({ terms: [tag('process', type)], needs: [] }),
  );
