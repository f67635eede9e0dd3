import type { Role } from '../codes';

/** A role that a person holds, for the whole company (null) or for one customer. */
export interface Grant {
  readonly role: Role;
  readonly customerId: string | null;
}

/** A person as the record names them: enough to print and to find again. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** The person behind a request, with the keys that they hold at that moment. */
export interface Actor extends PersonName {
  readonly keys: readonly string[];
}

/** Who may do a step: everybody with a role for a customer (or company-wide), persons by id, or all who hold one of the keys. */
export type Whom =
  | { readonly kind: 'role'; readonly role: Role; readonly customerId: string | null }
  | { readonly kind: 'persons'; readonly ids: readonly string[] }
  | { readonly kind: 'holders'; readonly keys: readonly string[] };
