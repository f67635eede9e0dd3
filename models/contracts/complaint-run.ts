import type { Role } from '../codes';
import type { ComplaintRequest } from './complaint-forms';
import type { PersonName } from './people';
import type { Holders } from './record';

/** A measure, and how far it has come. */
export interface Measure {
  readonly what: string;
  readonly kind: 'corrective' | 'preventive';
  readonly owner: PersonName;
  /** ISO. */
  readonly due: string;
  /** Counts the times that it was carried out, from 1. */
  attempt: number;
  state: 'open' | 'done' | 'verified';
  /** Who carried it out last: somebody else verifies it. */
  doneBy: PersonName | null;
  /** Why QA sent it back last. */
  refusal: string;
}

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
