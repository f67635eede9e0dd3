import type { DeliveryRow } from '../../models/db';
import type { MailLook } from '../mail/template';
import type { Verdict } from '../outbox/send-state';
import type { Posted, Posting } from './transport';

/** What is said, to whom, and with what it is signed. */
export interface ToSay {
  readonly url: URL;
  /** The secrets in force, the newest first; none for a robot without. */
  readonly secrets: readonly string[];
  readonly language: 'zh' | 'en';
  readonly delivery: DeliveryRow;
  readonly look: MailLook;
  readonly now: Date;
}

/** How a format of endpoint is spoken to, and what its answers mean. */
export interface Speech {
  readonly post: (what: ToSay) => Posting;
  readonly verdictOn: (answer: Extract<Posted, { kind: 'answered' }>) => Verdict;
}
