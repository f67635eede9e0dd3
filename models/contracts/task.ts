import type { Outcome, Role } from '../codes';
import type { FormReference } from './form';
import type { PersonName, Whom } from './people';
import type { Lapse, Rung } from './policy';
import type { Quorum, Tally } from './quorum';
import type { DUTY_BY } from './roster';
import type { Signing } from './signing';
import type { SlaClock } from './sla-clock';
import type { Text } from './text';

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
  /** Who of those it waits for is absent without anybody who may act, as the last record found it; missing where nobody is. */
  unserved?: PersonName[];
  /** Has claimed it, or was given it. */
  assignee: PersonName | null;
  /** Whose work it is, also while somebody else does it. */
  owner: PersonName | null;
  vote: Vote | null;
  /** Whoever is on duty of a team takes it; missing on all other seats. */
  duty?: DutyCalls;
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

/** Whom the roster of a team has called to a seat, and whom it is to call when the step is recorded. */
export interface DutyCalls {
  readonly team: string;
  called: readonly Called[];
  /** At which instant (ISO) the roster is asked for whom; missing once it was. */
  wanted?: { readonly at: string; readonly whom: 'on-duty' | 'next' | 'manager' };
}

/** Somebody whom the roster called: when, in which shift, and by what; `manager`: whoever leads the team. */
export interface Called extends PersonName {
  readonly at: string;
  readonly shift: Text | null;
  readonly by: (typeof DUTY_BY)[number] | 'manager';
}

/** What one participant answered. */
export interface Vote {
  readonly outcome: Outcome;
  readonly by: PersonName;
  readonly forWhom: PersonName | null;
  readonly at: string;
  readonly comment: string;
}

/** By which rule somebody votes among others, for which role, and by whose wish (加签). */
export interface Voice {
  readonly quorum: Quorum;
  readonly role: Role | null;
  readonly addedBy: PersonName | null;
}

/** A rung of the ladder and when it was walked. */
export interface WalkedRung {
  readonly rung: Rung | Lapse;
  walkedAt: string | null;
}

/** The limit to acknowledge a task 接单, or, once that is done, that between two things that people do 跟进. */
export interface TaskWatch {
  readonly kind: 'acknowledge' | 'progress';
  clock: SlaClock;
  readonly ladder: WalkedRung[];
  /** Until when (ISO) it is certain that nobody said anything about the case; missing before that was looked up. */
  silentUntil?: string;
}

/** Which of several things a task of one step is about, each with a task of its own: its key, what people call it, and what to know. */
export interface TaskItem {
  readonly key: string;
  readonly title: Text;
  readonly facts?: readonly { readonly label: Text; readonly value: string | Text }[];
  /** Whose names and numbers who does it passes on: facts of the task as well, as the directory has them when it is recorded. */
  readonly contacts?: Whom;
}

/** A task as the workflow holds it and the record shows it. */
export interface Task {
  readonly id: string;
  readonly caseId: string;
  readonly stage: string;
  readonly step: string;
  readonly round: number;
  /** Missing where the step is asked about one thing only. */
  readonly item?: TaskItem;
  readonly form: FormReference;
  readonly prefill: Readonly<Record<string, unknown>>;
  readonly outcomes: readonly Outcome[];
  /** How it is signed; missing where a tick is all. */
  readonly signing?: Signing;
  /** Earlier stages to which `return` may send the case. */
  readonly returnTo: readonly string[];
  readonly openedAt: string;
  /** Persons who may not act on it: nobody decides on what they applied for. */
  excluded: readonly string[];
  /** How the answers of its seats become one decision; missing where one person decides. */
  quorum?: Quorum;
  readonly participants: Participant[];
  /** What those said to whom it was delegated; missing where nobody has. */
  opinions?: Opinion[];
  /** When somebody nudged last (催办), ISO; missing where nobody has. */
  nudgedAt?: string;
  readonly ladder: WalkedRung[];
  clock: SlaClock | null;
  /** The clock of the case with which its overrun is counted; missing where it is counted by itself. */
  readonly countedAs?: string;
  /** Whether somebody takes it in hand, and goes on with it; missing where the policy sets no such limit. */
  watch?: TaskWatch;
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
  /** The key of what it is about, of several; missing where the step is asked about one thing. */
  readonly item?: string;
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
  /** As which of several it is said; missing where one person decides, and on older votes. */
  readonly voice?: Voice;
  /** How the votes stood that decided a task; missing where one person did. */
  readonly tally?: Tally;
  /** `by` took a seat away (减签), and the votes that there were decided by it: `by` has approved nothing. */
  readonly isByRemoval?: true;
  /** Void after a return to a stage before it. */
  isVoid: boolean;
}
