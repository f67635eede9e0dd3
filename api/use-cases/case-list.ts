import type { CaseRow } from '../../models/db';
import { visibleCases } from '../access-to-cases';
import type { SignedIn } from '../authentication';

/** What a list of cases is filtered by. */
export interface CaseFilter {
  readonly state?: CaseRow['state'] | undefined;
  readonly process?: string | undefined;
  readonly customer?: string | undefined;
  readonly applicant?: 'me' | undefined;
  readonly needsAttention?: boolean | undefined;
}

/** A place in a list of cases, the latest first. */
export interface ListPosition {
  readonly at: string;
  readonly id: string;
}

/** The filter of a list: what the person may see, narrowed by what they ask for. */
export function caseList(me: SignedIn, filter: CaseFilter, after: ListPosition | null) {
  const at = after ? new Date(after.at) : null;
  return {
    $and: [
      visibleCases(me),
      filter.state ? { state: filter.state } : {},
      filter.process ? { process: filter.process } : {},
      filter.customer ? { customerId: filter.customer } : {},
      filter.applicant ? { 'applicant.id': me.id } : {},
      filter.needsAttention === undefined ? {} : { attention: filter.needsAttention ? { $ne: null } : null },
      after ? { $or: [{ startedAt: { $lt: at } }, { startedAt: at, _id: { $lt: after.id } }] } : {},
    ],
  };
}

/** The place of a case in the list. */
export function positionInList(row: CaseRow): ListPosition {
  return { at: row.startedAt.toISOString(), id: row._id };
}
