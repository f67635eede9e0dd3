import type { SignedIn } from '../authentication';
import { customersSeenBy } from '../access';

/** A condition on rows; its values are scalars of a parsed request, or made by the API. */
export type Filter = Readonly<Record<string, unknown>>;

/** Rows whose customer, named by this field, the person sees. */
export function inScopeOf(me: SignedIn, field: string): Filter {
  const seen = customersSeenBy(me);
  return seen === 'all' ? {} : { [field]: { $in: seen } };
}

/** Rows in which one of the fields holds these words. */
export function holding(words: string | undefined, fields: readonly string[]): Filter {
  if (words === undefined) return {};
  const $regex = words.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return { $or: fields.map((field) => ({ [field]: { $regex, $options: 'i' } })) };
}

/** Rows behind a position in a list that is sorted by a field and the id. */
export function behind(field: string, position: readonly [string, string] | null): Filter {
  if (!position) return {};
  const [value, id] = position;
  return { $or: [{ [field]: { $gt: value } }, { [field]: value, _id: { $gt: id } }] };
}
