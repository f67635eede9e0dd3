import type { CallbackAskedAgain, CallbackCheck, CallbackFollow, CallbackRequest } from './callback-forms';
import type { WithMeasures } from './measures';
import type { PersonName } from './people';
import type { Text } from './text';

/** What a callback came to, for the procedure that opened it. */
export type CallbackResult = {
  readonly score: number | null;
  readonly reached: boolean;
  readonly satisfied: boolean;
  /** Whether they are satisfied once they were answered; missing where they were not asked once more. */
  readonly now?: CallbackAskedAgain['now'];
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

/** What a customer was answered after the measures, and what they said to it. */
export interface CallbackAnswered {
  readonly answer: string;
  readonly at: string;
  readonly by: PersonName;
  readonly asked: Pick<CallbackAskedAgain, 'at' | 'means' | 'now'> & {
    readonly by: PersonName;
    readonly said: string;
  };
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
  /** The answers to the customer, the last last. */
  answers: readonly CallbackAnswered[];
  /** What QA found when it looked into it; null where it did not. */
  checked: Pick<CallbackCheck, 'isAuthentic' | 'satisfaction'> | null;
  result: CallbackResult | null;
}
