import type { AuditQuestion, TROUBLE_TITLES } from '../cutover-words';
import type { ChangeRequest, CutoverPlan } from './change-cutover-forms';
import type { PersonName } from './people';
import type { Clashes } from './record';

/** Why a cutover stopped: a check, a limit, the end of the window, who is on watch, the observation. */
export type TroubleCause = keyof typeof TROUBLE_TITLES;

/** What was being done, at which attempt (from 1); `waiting`: nothing, the observation went on. */
export interface During {
  readonly doing: 'backup' | 'execute' | 'verify' | 'waiting' | 'observed';
  readonly attempt: number;
}

/** What went wrong in a cutover: when (ISO), at which step of the plan (from 1), who said so, and what became of it. */
export interface Trouble {
  readonly during: During;
  readonly cause: TroubleCause;
  readonly step: number | null;
  readonly reason: string;
  readonly by: PersonName | null;
  readonly at: string;
  /** After the point of no return the maintenance manager decides; before it nobody is asked. */
  readonly isPastNoReturn: boolean;
}

/** How far a cutover has come. */
export interface CutoverRun {
  /** The steps (from 1) whose undo is registered, in their order; each is when (ISO) it is begun, before anybody is asked. */
  begun: { readonly step: number; readonly at: string }[];
  /** The steps that are done and confirmed. */
  done: number[];
  troubles: Trouble[];
  /** The ends of the window and warnings of them that were dealt with. */
  heard: string[];
  undone: number[];
  isRolledBack: boolean;
}

/** What an audit question is answered by: a decision, a document or an entry of the journal. */
export interface Citation {
  readonly kind: 'task' | 'document' | 'start';
  /** The id of the task or the document; that of the case for its start. */
  readonly id: string;
  readonly at: string;
}

/** The answer to one of the twelve questions [002 §6.4.2], with what it is answered by. */
export interface AuditAnswer {
  readonly question: AuditQuestion;
  /** `ask`: no record can answer it, so QA is asked. */
  readonly answer: 'yes' | 'no' | 'not-applicable' | 'ask';
  readonly cites: readonly Citation[];
  /** What QA said, where QA was asked. */
  readonly basis?: string;
}

/** The state of a change of its own. */
export interface CutoverData {
  request: ChangeRequest;
  /** Names of what request and plan refer to. */
  names: Readonly<Record<string, string>>;
  plan: CutoverPlan | null;
  clashes: Clashes | null;
  /** The ids of the documents that were filed, the latest of each kind. */
  filed: Record<string, { readonly id: string; readonly at: string }>;
  run: CutoverRun;
  /** What stood in the way of those windows in which nothing was begun: after each it was planned anew. */
  calledOff: Trouble[];
  audit: readonly AuditAnswer[];
}
