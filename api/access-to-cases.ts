import type { CaseRow } from '../models/db';
import { customersSeenBy, seesCustomer } from './access';
import type { SignedIn } from './authentication';

/** The cases that a person may see, as a filter: those of their customers, those they acted on, those they applied for. */
export function visibleCases(me: SignedIn): Record<string, unknown> {
  const [first = {}, ...others] = visibleInParts(me);
  return others.length === 0 ? first : { $or: [first, ...others] };
}

/** The same in parts, no case in two of them; each by itself is read from an index in the order of a list. */
export function visibleInParts(me: SignedIn): readonly Record<string, unknown>[] {
  const seen = customersSeenBy(me);
  const known = notHiddenFrom(me, '_id');
  if (seen === 'all') return [known];
  // The applicant is always among the people.
  return [
    { customerId: { $in: seen }, ...known },
    { people: me.id, customerId: { $nin: seen }, ...known },
  ];
}

/**
 * What is about no case that is hidden from the person, as a filter on rows that name their case in this field. Every list that
 * names cases has it.
 */
export function notHiddenFrom({ hiddenCases }: Pick<SignedIn, 'hiddenCases'>, field: string): Record<string, unknown> {
  return hiddenCases.length === 0 ? {} : { [field]: { $nin: hiddenCases } };
}

/** True when the person may see the case; agrees with `visibleCases`. */
export function maySeeCase(
  me: Pick<SignedIn, 'id' | 'user'>,
  row: Pick<CaseRow, 'customerId' | 'people' | 'applicant' | 'hiddenFrom'>,
): boolean {
  if (row.hiddenFrom?.includes(me.id)) return false;
  return seesCustomer(me, row.customerId) || row.people.includes(me.id) || row.applicant.id === me.id;
}
