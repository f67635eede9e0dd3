import type { Outcome, Role } from '../codes';
import type { Form } from './form';
import type { Policy } from './policy';
import type { Text } from './text';

/** A step as people see it: its title, its form, and its own words for outcomes where the usual ones do not fit. */
export interface StepContract {
  readonly title: Text;
  readonly form: Form;
  readonly outcomes?: Partial<Record<Outcome, Text>>;
  /** An approval; a policy may let several people give it together. */
  readonly isApproval?: true;
  /** Who decides it together is the procedure's to say, and no policy's. */
  readonly hasFixedPanel?: true;
  /** Whoever applied does it, nobody else. */
  readonly isForApplicant?: true;
  /** The customer's side does it, not the company's own people. */
  readonly isForCustomer?: true;
  /** Its limit is not the policy's: the case itself says it for each thing that is asked, or there is none. */
  readonly limit?: 'of-case' | 'none';
  /** The case cannot end before it is done; so it does not expire. */
  readonly isPastEnding?: true;
  /** When its time is over the procedure goes on without an answer. */
  readonly lapses?: true;
  /** It cannot wait for the morning: its mails do not heed quiet hours. */
  readonly isUrgent?: true;
}

/** What the outside knows of a procedure: texts, forms, who may start it, and its policy as shipped. */
export interface ProcessContract {
  readonly type: string;
  /** Begins the numbers of its cases. */
  readonly prefix: string;
  readonly title: Text;
  /** The paragraph it comes from. */
  readonly source: string;
  readonly startForm: Form;
  readonly startRoles: readonly Role[];
  readonly stages: Readonly<Record<string, Text>>;
  /** The stage from which on nobody withdraws or cancels a case, as its workflow has it; missing where one always may. */
  readonly noEndingFrom?: string;
  /** The stage in which the applicant can withdraw a case until somebody takes up a task of it, and no more afterwards. */
  readonly noWithdrawalFrom?: string;
  /** Who neither withdraws nor cancels a case with this request, since it is on what they did. */
  readonly noEndingBy?: (request: unknown) => readonly string[];
  readonly steps: Readonly<Record<string, StepContract>>;
  /** Older versions of its forms, for tasks that were opened with them. */
  readonly olderForms: readonly Form[];
  readonly documents: Readonly<Record<string, Text>>;
  /** The instants that it waits for, and what it looks up meanwhile. */
  readonly alarms?: Readonly<Record<string, Text>>;
  readonly works?: Readonly<Record<string, Text>>;
  /** The clocks of a whole case, beside those of its tasks. */
  readonly clocks?: Readonly<Record<string, Text>>;
  /** What of its state is its own working and nobody's to read: no answer of the API shows it. */
  readonly internal?: readonly string[];
  readonly policy: Policy;
}
