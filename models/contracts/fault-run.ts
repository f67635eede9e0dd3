import type { FaultCause, FaultRequest } from './fault-forms';
import type { PersonName } from './people';
import type { ContractLimits } from './served';
import type { FaultLevel, ServiceClass, Tier, Urgency } from './service-level-names';
import type { ServiceLevels } from './service-levels';
import type { Text } from './text';

/** How bad a fault is, by which its limits are found. */
export interface Grading {
  readonly level: FaultLevel;
  readonly urgency: Urgency;
  readonly class: ServiceClass;
}

/** What the start of a fault looked up: who reports it, and what was promised to the customer. */
export interface FaultFacts {
  readonly reporter: { readonly name: string; readonly mail: string; readonly phone: string };
  /** True where who entered it may grade it, and has. */
  readonly isGraded: boolean;
  readonly tier: Tier | null;
  readonly contract: ContractLimits | null;
  readonly serviceLevels: ServiceLevels;
  /** When an emergency sends somebody there: together with the help from afar [001], or only if that fails [002]. */
  readonly emergencyVisit: 'at-once' | 'after-remote';
}

/** What is to be done next while a fault is handled. */
export type Handling =
  | { readonly does: 'handle' }
  | { readonly does: 'visit'; readonly key: string }
  | { readonly does: 'meeting' }
  | { readonly does: 'escalate' }
  | { readonly does: 'change' }
  | { readonly does: 'await-change'; readonly key: string }
  | { readonly does: 'major'; readonly key: string }
  | { readonly does: 'solved' };

/** One round of handling that is over, or something that came back: a line of the report. */
export interface Turn {
  /** ISO. */
  readonly at: string;
  readonly by: PersonName | null;
  readonly what: string;
}

/** The state of a fault of its own. */
export interface FaultData {
  request: FaultRequest;
  /** Names of what its forms refer to. */
  names: Readonly<Record<string, string>>;
  grading: Grading | null;
  /** The open fault that it was joined to. */
  joinedTo: string | null;
  /** Who took it. */
  engineer: PersonName | null;
  next: Handling;
  /** The number of what is asked next, from 1, so that each question has a name of its own. */
  asked: number;
  /** Why it is handled once more; shown with the task. */
  because: string | Text;
  turns: readonly Turn[];
  /** The visits that were begun, and whether they are over. */
  visits: readonly { readonly key: string; readonly caseId: string; readonly isOver: boolean }[];
  /** Who worked on it in the cases that it has opened: on site, in major maintenance. */
  workers: readonly string[];
  experts: readonly string[];
  /** How many pieces of advice the experts gave. */
  advice: number;
  /** The customer's written report [002 §5.4.1.2, level 3]: whether it is asked for, and is there. */
  wantsWritten: boolean;
  hasWritten: boolean;
  /** When it was solved (ISO), by whom and how; null as long as it is not. */
  solved: { readonly at: string; readonly by: string; readonly way: string } | null;
  /** Why it happened and what keeps it from happening again; null as long as that is not known. */
  cause: Pick<FaultCause, 'cause' | 'causeKind' | 'solution' | 'prevention'> | null;
  /** What major maintenance has found of it, with which the report on it begins. */
  found: Partial<Pick<FaultCause, 'cause' | 'solution' | 'prevention'>>;
  /** That the user did not confirm in time, and said nothing. */
  isUnanswered: boolean;
}
