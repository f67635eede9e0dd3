import type { CaseState } from '../../models/codes';
import { complaintProcess } from '../../models/contracts/complaint';
import type { ComplaintRequest } from '../../models/contracts/complaint-forms';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { Database } from '../../models/db';
import { tag } from '../../models/search/terms';
import { visibleInParts } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { caseList, latestCases, LINE, type CaseLineRow, type ListPosition } from './case-list';
import { periodIn } from './complaint-statistics';
import type { Filter } from './filters';
import { foundBy, type SearchedRows } from './found-by';

/** What the register of complaints is filtered by. */
export interface ComplaintFilter {
  readonly q?: string | undefined;
  readonly state?: CaseState | undefined;
  readonly kind?: string | undefined;
  readonly customer?: string | undefined;
  /** Who is complained of. */
  readonly person?: string | undefined;
  /** As `2026-11`. */
  readonly month?: string | undefined;
  readonly year?: number | undefined;
  readonly counted?: boolean | undefined;
  readonly dissatisfied?: boolean | undefined;
}

const REQUEST = ['kind', 'urgency', 'channel', 'complainant', 'name', 'persons'] as const;

/** A complaint as far as the register shows it. */
export interface ComplaintRow extends CaseLineRow {
  readonly data: Pick<ComplaintData, 'role' | 'attempt'> & {
    readonly found?: ComplaintData['found'];
    readonly request: Pick<ComplaintRequest, (typeof REQUEST)[number]>;
  };
}

const FIELDS = {
  ...LINE,
  ...{ 'data.role': 1, 'data.attempt': 1, 'data.found': 1 },
  ...Object.fromEntries(REQUEST.map((name) => [`data.request.${name}`, 1])),
};

const COMPLAINTS = { process: complaintProcess.type };
const REGISTER = 'complaintRegister';

/** The complaints that the person may see and asks for, the latest first, behind a place in the list. */
export async function complaintsListed(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  me: SignedIn,
  filter: ComplaintFilter,
  after: ListPosition | null,
  limit: number,
): Promise<ComplaintRow[]> {
  const { q, state, customer, person } = filter;
  const { scopes, where } = caseList(me, { state, customer }, after);
  const found = q === undefined ? { search: tag('process', complaintProcess.type) } : await complaintsWith(db, me, q);
  if (!found) return [];
  const asked = { $and: [COMPLAINTS, where, found, ...asksFor(filter, config.COMPANY_TIME_ZONE)] };
  // Few are about one person, and few of another customer were acted on by one.
  const index = (scope: Filter) => (person !== undefined ? 'hiddenCases' : 'people' in scope ? undefined : REGISTER);
  return await latestCases<ComplaintRow>(db, scopes, asked, limit, { index, fields: FIELDS });
}

function asksFor({ kind, person, month, year, counted, dissatisfied }: ComplaintFilter, zone: string): Filter[] {
  const [ofYear, ofMonth] = (month ?? '').split('-').map(Number);
  const periods = [
    ...(year === undefined ? [] : [periodIn({ year }, zone)]),
    ...(ofYear === undefined || ofMonth === undefined ? [] : [periodIn({ year: ofYear, month: ofMonth }, zone)]),
  ];
  return [
    ...periods.map(({ from, to }) => ({ startedAt: { $gte: from, $lt: to } })),
    kind === undefined ? {} : { 'data.request.kind': kind },
    // Who is complained of are among those from whom it is hidden; what a callback makes of a hidden complaint is hidden as that was.
    ...(person === undefined ? [] : [{ hiddenFrom: person }, complainedOf(person)]),
    counted === undefined ? {} : { state: counted ? { $ne: 'withdrawn' } : 'withdrawn' },
    dissatisfied === undefined ? {} : { 'data.attempt': dissatisfied ? { $gt: 1 } : 1 },
  ];
}

function complainedOf(person: string): Filter {
  return { $or: [{ 'data.request.persons.person': person }, { 'data.found': person }] };
}

/** The complaints with all that the words ask for; how rare a word is counts among complaints only. */
async function complaintsWith({ cases }: Database, me: SignedIn, words: string): Promise<Filter | null> {
  const complaints: SearchedRows = {
    countDocuments: async (filter, options) =>
      await cases.countDocuments({ $and: [COMPLAINTS, filter] }, { ...options, hint: REGISTER }),
  };
  return await foundBy(complaints, words, { $or: visibleInParts(me) });
}
