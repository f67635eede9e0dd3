import type { Outcome } from '../codes';
import type { FormReference } from './form';
import type { PersonName, Whom } from './people';
import type { Rung } from './policy';
import type { Quorum, Tally } from './quorum';
import type { SlaClock } from './sla-clock';

/** The states of a task; all but `open` are final. */
export const TASK_STATUSES = ['open', 'completed', 'expired', 'withdrawn'] as const;

/** The state of a task. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** One seat of a task: who may take it, who has, and what they answered. */
export interface Participant {
  readonly seat: string;
  whom: Whom;
  /** Keys of which a person must hold one to act; the rule as keys, plus those that escalation or a lack of people added. */
  keys: string[];
  /**
   * Keys of which a person must hold one to be given it, also after a transfer has narrowed `keys` to one person; none
   * where the step names persons. Missing on tasks that were opened before this was kept.
   */
  readonly eligible?: string[];
  /** Who acts for whom of those who are absent, as the last record found it; missing where nobody does. */
  substitutes?: Substitute[];
  /** Has claimed it, or was given it. */
  assignee: PersonName | null;
  /** Whose work it is, also while somebody else does it. */
  owner: PersonName | null;
  vote: Vote | null;
  /** Who added it while the vote ran (加签); missing on those that the step began with. */
  readonly addedBy?: PersonName;
  /** Somebody is asked for their opinion first (委派), and it comes back then; missing where nobody is. */
  delegation?: Delegation;
}

/** Who asks whom for an opinion before they decide, why, and since when (ISO). */
export interface Delegation {
  readonly to: PersonName;
  readonly by: PersonName;
  readonly reason: string;
  readonly at: string;
}

/** What somebody to whom a task was delegated said about it. */
export interface Opinion {
  readonly by: PersonName;
  readonly forWhom: PersonName;
  readonly at: string;
  readonly comment: string;
}

/** Somebody who acts in the place of one who is absent. */
export interface Substitute extends PersonName {
  readonly forWhom: PersonName;
  /** Before which instant (ISO, UTC). */
  readonly until: string;
}

/** What one participant answered. */
export interface Vote {
  readonly outcome: Outcome;
  readonly by: PersonName;
  readonly forWhom: PersonName | null;
  readonly at: string;
  readonly comment: string;
}

/** A rung of the ladder and when it was walked. */
export interface WalkedRung {
  readonly rung: Rung;
  walkedAt: string | null;
}

/** A task as the workflow holds it and the record shows it. */
export interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly stage: string;
  readonly step: string;
  readonly round: number;
  readonly form: FormReference;
  readonly prefill: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly Outcome[];
  /** Earlier stages to which `return` may send the case. */
  readonly returnTo: readonly string[];
  readonly openedAt: string;
  /** Persons who may not act on it: nobody decides on what they applied for. */
  readonly excluded: readonly string[];
  /** How the answers of its seats become one decision; missing where one person decides. */
  quorum?: Quorum;
  readonly participants: Participant[];
  /** What those said to whom it was delegated; missing where nobody has. */
  opinions?: Opinion[];
  /** When somebody nudged last (催办), ISO; missing where nobody has. */
  nudgedAt?: string;
  readonly ladder: WalkedRung[];
  clock: SlaClock | null;
  status: TaskStatus;
  closedAt: string | null;
  decision: Decision | null;
}

/** What a person decided on a task. */
export interface Decision<Values = Readonly<Record<string, unknown>>> {
  readonly taskId: string;
  readonly stage: string;
  readonly step: string;
  readonly round: number;
  readonly outcome: Outcome;
  readonly by: PersonName;
  readonly forWhom: PersonName | null;
  readonly at: string;
  readonly comment: string;
  readonly returnTo: string | null;
  readonly form: Values;
  /** Names of the records that the form refers to by id, as they were then. */
  readonly names: Readonly<Record<string, string>>;
  /** The seat whose vote it is; missing on what a task was decided by. */
  readonly seat?: string;
  /** How the votes stood that decided a task; missing where one person did. */
  readonly tally?: Tally;
  /** Void after a return to a stage before it. */
  isVoid: boolean;
}
