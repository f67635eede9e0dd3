import type { SignedIn } from '../authentication';
import { customersSeenBy } from '../access';

/** A condition on rows; its values are scalars of a parsed request, or made by the API. */
export type Filter = Readonly<Record<string, unknown>>;

/** Rows whose customer, named by this field, the person sees. */
export function inScopeOf(me: SignedIn, field: string): Filter {
  const seen = customersSeenBy(me);
  return seen === 'all' ? {} : { [field]: { $in: seen } };
}

/** A position in a list that is sorted by an instant and the id. */
export interface InstantAndId {
  readonly at: string;
  readonly id: string;
}

/** A position in a list of numbered rows that is sorted by an instant and the number. */
export interface InstantAndNumber {
  readonly at: string;
  readonly id: number;
}

/** The position of a row in such a list. */
export function placeOf(id: string, at: Date): InstantAndId {
  return { at: at.toISOString(), id };
}

/** Rows behind a position in a list that is sorted by an instant, the earliest first, and the id. */
export function behindInstant(field: string, position: InstantAndId | null): Filter {
  if (!position) return {};
  return beyond(field, '$gt', new Date(position.at), position.id);
}

/** Rows behind a position in a list that is sorted by an instant, the latest first, and the id. */
export function beforeInstant(field: string, position: InstantAndId | null): Filter {
  return position ? beyond(field, '$lt', new Date(position.at), position.id) : {};
}

/** Rows behind a position in a list that is sorted by a field and the id. */
export function behind(field: string, position: readonly [string, string] | null): Filter {
  if (!position) return {};
  return beyond(field, '$gt', ...position);
}

/** Rows beyond a value and an id, in a list that is sorted by both; the first condition lets an index begin there. */
export function beyond(field: string, way: '$gt' | '$lt', value: unknown, id: unknown): Filter {
  return {
    [field]: { [`${way}e`]: value },
    $or: [{ [field]: { [way]: value } }, { [field]: value, _id: { [way]: id } }],
  };
}
