import type { MajorRebuild, MajorReport, MajorRequest, MajorStaff, MajorWork } from './major-maintenance-forms';
import type { PersonName, Whom } from './people';
import type { Text } from './text';

/** What major maintenance came to, for the procedure that opened it; with when (ISO) it was solved, and the ids of who worked on it, with commas between. */
export type MajorResult = {
  readonly solved: boolean;
  readonly solvedAt: string | null;
  readonly summary: string;
  readonly workers: string;
};

/** How it stood at an instant (ISO), by whom. */
export interface ProgressEntry {
  readonly at: string;
  readonly by: PersonName;
  readonly text: string;
}

/** The state of major maintenance of its own. */
export interface MajorData {
  readonly request: MajorRequest;
  /** Names of what its forms refer to. */
  names: Readonly<Record<string, string>>;
  people: MajorStaff['people'];
  /** Who assigns people to it. */
  leaders: Whom | null;
  /** The id of who is in charge: as was assigned last, or who has answered for the work since. */
  lead: string | null;
  /** How often people were assigned, for how often of these 派工单 was issued, and how often somebody else was put in charge. */
  staffings: number;
  dispatched: number;
  handovers: number;
  /** Which attempt it is, from 1, and why there is another; empty for the first. */
  attempt: number;
  because: string | Text;
  /** How it stood, the latest last; each mail to the customer carries what came since the one before. */
  progress: readonly ProgressEntry[];
  /** When (ISO) the customer was told last. */
  toldAt: string | null;
  /** How often the customer was told how it stands. */
  told: number;
  /** What the customer was told, and when (ISO). */
  mails: readonly { readonly at: string; readonly text: string }[];
  /** What rebuilt environments showed, each in which attempt. */
  rebuilt: readonly (Omit<MajorRebuild, 'signature'> & { readonly attempt: number })[];
  /** What was done, as it was written last. */
  work: Omit<MajorWork, 'signature'> | null;
  /** When (ISO) it was solved, as who is in charge said; null where it was not. */
  solvedAt: string | null;
  /** What is done instead, as who leads it decided where it could not be solved; null where nothing is. */
  afterwards: string | null;
  /** True where the customer has said nothing in time. */
  isUnanswered: boolean;
  /** The report as it was written last. */
  report: Omit<MajorReport, 'signature'> | null;
  /** Why the customer did not confirm it, each time. */
  refusals: readonly { readonly at: string; readonly by: PersonName; readonly comment: string }[];
  result: MajorResult | null;
}
