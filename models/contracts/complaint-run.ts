import type { Role } from '../codes';
import type { ComplaintRequest } from './complaint-forms';
import type { Measure } from './measures';
import type { PersonName } from './people';
import type { Holders } from './record';

/** That the customer was not satisfied: when (ISO), with whose work, and why. */
export interface Dissatisfaction {
  readonly at: string;
  readonly role: Role;
  readonly by: PersonName;
  readonly comment: string;
}

/** The state of a complaint of its own. */
export interface ComplaintData {
  request: ComplaintRequest;
  /** Names of what its forms refer to. */
  names: Readonly<Record<string, string>>;
  /** How often it was gone into, from 1: once more each time that the customer is not satisfied. */
  attempt: number;
  /** Who follows it: the place of their role among the levels, from 0, and that role. */
  level: number;
  role: Role;
  /** Who holds the roles that it may need, as looked up for an attempt. */
  posts: { readonly attempt: number; readonly holders: Holders } | null;
  /** The report as it was written last. */
  report: Readonly<Record<string, unknown>> | null;
  measures: readonly Measure[];
  dissatisfied: readonly Dissatisfaction[];
}
