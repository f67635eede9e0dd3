import type { CaseState } from '../../models/codes';
import { complaintProcess } from '../../models/contracts/complaint';
import type { ComplaintRequest } from '../../models/contracts/complaint-forms';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { caseList, latestCases, LINE, type CaseLineRow, type ListPosition } from './case-list';
import type { Filter } from './filters';
import { begunIn } from './period';
import { foundInRegister, type Register } from './register';

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

const REGISTER: Register = { process: complaintProcess.type, index: 'complaintRegister' };

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
  const found = await foundInRegister({ db }, REGISTER, me, q);
  if (!found) return [];
  const asked = { $and: [where, found, ...asksFor(filter, config.COMPANY_TIME_ZONE)] };
  // Few are about one person, and few of another customer were acted on by one.
  const index = (scope: Filter) =>
    person !== undefined ? 'hiddenCases' : 'people' in scope ? undefined : REGISTER.index;
  return await latestCases<ComplaintRow>(db, scopes, asked, limit, { index, fields: FIELDS });
}

function asksFor({ kind, person, counted, dissatisfied, ...period }: ComplaintFilter, zone: string): Filter[] {
  return [
    ...begunIn(period, zone),
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
