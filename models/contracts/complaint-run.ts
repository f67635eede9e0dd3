import type { Role } from '../codes';
import type { ComplaintFacts, ComplaintMinutes, ComplaintReport, ComplaintRequest } from './complaint-forms';
import type { Measure } from './measures';
import type { PersonName } from './people';
import type { Holders } from './record';

/** What somebody said of something, and when (ISO). */
export interface Said {
  readonly at: string;
  readonly by: PersonName;
  readonly words: string;
}

/** That the customer was not satisfied: when (ISO), with whose work, and why. */
export interface Dissatisfaction {
  readonly at: string;
  readonly role: Role;
  readonly by: PersonName;
  readonly comment: string;
}

/** A measure as far as an attempt has come with it: how it was carried out, and how that was verified. */
export interface AttemptedMeasure extends Pick<Measure, 'what' | 'kind' | 'owner' | 'due' | 'attempt' | 'state'> {
  readonly done: Said | null;
  readonly verified: Said | null;
}

/** What was done the n-th time that the complaint was gone into, at one level; null what it did not come to. */
export interface ComplaintAttempt {
  /** From 1. */
  readonly number: number;
  /** The level, and who followed it there. */
  readonly role: Role;
  readonly ledBy: PersonName | null;
  readonly facts: Unsigned<ComplaintFacts> | null;
  readonly minutes: Unsigned<ComplaintMinutes> | null;
  readonly report: Unsigned<ComplaintReport> | null;
  readonly measures: readonly AttemptedMeasure[];
  readonly answer: Said | null;
  /** What the complainant was told by phone, where they cannot be written to. */
  readonly phoned: Said | null;
  /** What the complainant said to it; null where the complaint was cancelled before. */
  readonly satisfaction: (Said & { readonly isSatisfied: boolean }) | null;
  /** How many decisions the case had when it was over. */
  readonly decided: number;
}

/** A form as it was filled in, but for the signature. */
export type Unsigned<Values> = Omit<Values, 'signature'>;

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
  /** Who came to be complained of while it was gone into, beside those of the request. */
  found: readonly string[];
  /** Who holds the roles that it may need, as looked up for an attempt; null where that is to be done anew. */
  posts: { readonly attempt: number; readonly holders: Holders } | null;
  /** The report of this attempt as it was written last. */
  report: Readonly<Record<string, unknown>> | null;
  /** The measures of this attempt. */
  measures: readonly Measure[];
  dissatisfied: readonly Dissatisfaction[];
  /** The attempts that are over, the first first. */
  attempts: readonly ComplaintAttempt[];
  /** Why it was cancelled; null unless it was. */
  cancelled: Said | null;
}
