import type { CallbackCheck, CallbackFollow, CallbackRequest } from './callback-forms';
import type { WithMeasures } from './measures';
import type { PersonName } from './people';
import type { Text } from './text';

/** What a callback came to, for the procedure that opened it. */
export type CallbackResult = {
  readonly score: number | null;
  readonly reached: boolean;
  readonly satisfied: boolean;
};

/** An attempt to reach the customer: when (ISO), by whom, and why it failed; null where it did not. */
export interface CallbackAttempted {
  readonly at: string;
  readonly by: PersonName;
  readonly reached: boolean;
  readonly why: string;
  /** When (ISO) they want to be tried again; missing where nothing was agreed. */
  readonly again?: string;
}

/** The state of a callback of its own. */
export interface CallbackData extends WithMeasures {
  readonly request: CallbackRequest;
  /** Names of what its forms refer to. */
  names: Readonly<Record<string, string>>;
  attempts: readonly CallbackAttempted[];
  /** How many attempts were due: the next one waits for its time. */
  due: number;
  /** In percent of full satisfaction; null before the customer was asked. */
  score: number | null;
  /** When (ISO) the customer answered. */
  surveyedAt: string | null;
  way: CallbackFollow['way'] | null;
  /** Which time it is decided what follows, and why what was decided before could not be done or came to nothing. */
  deciding: { readonly time: number; readonly mayReopen: boolean; readonly because: Text | null };
  /** The case that it was handed to, and its process. */
  handedTo: { readonly caseId: string; readonly process: string } | null;
  /** How many cases it was handed to. */
  handed: number;
  measures: WithMeasures['measures'];
  /** What QA found when it looked into it; null where it did not. */
  checked: Pick<CallbackCheck, 'isAuthentic' | 'satisfaction'> | null;
  result: CallbackResult | null;
}
