import type { MailKind } from './record';

/** From when until when, by the clock on the wall, nobody wants to be disturbed: `{ from: '22:00', to: '07:00' }`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** What somebody has chosen about their mails. */
export interface MailChoices {
  /** The kinds of mails that they do not want. */
  readonly mutedMails: readonly MailKind[];
  readonly quietHours: QuietHours | null;
}

/** What everybody has who has chosen nothing: all mails, at any hour. */
export const NO_CHOICES: MailChoices = { mutedMails: [], quietHours: null };

/**
 * How much a mail presses: an urgent one comes at once and always; a needed one always, but waits for the end of quiet hours; an
 * optional one may be done without, since it tells what the console tells as well.
 */
export const MAIL_URGENCY: Readonly<Record<MailKind, 'urgent' | 'needed' | 'optional'>> = {
  'task-escalated': 'urgent',
  'task-late': 'urgent',
  'case-late': 'urgent',
  'task-nudged': 'urgent',
  'duty-called': 'urgent',
  'cutover-announced': 'urgent',
  'window-ending': 'urgent',
  'roll-back-begun': 'urgent',
  'complaint-received': 'urgent',
  'complaint-answered': 'urgent',
  'callback-answered': 'urgent',
  'complaint-ended': 'urgent',
  'danger-severe': 'urgent',
  'major-opened': 'urgent',
  'major-over': 'urgent',
  'major-refused': 'urgent',
  'major-unsolved': 'urgent',
  'major-staffed': 'urgent',
  'major-progress': 'urgent',
  'progress-wanted': 'urgent',
  'fault-received': 'urgent',
  'fault-reported': 'urgent',
  'fault-joined': 'urgent',
  'fault-over': 'urgent',
  'onsite-unsolved': 'urgent',
  'solved-from-afar': 'urgent',
  'solved-meanwhile': 'urgent',
  'linked-not-opened': 'urgent',
  'links-go-on': 'urgent',
  'webhook-disabled': 'urgent',
  'complaint-raised': 'needed',
  'minutes-issued': 'needed',
  'danger-none': 'needed',
  'callback-not-true': 'needed',
  'customer-wishes': 'needed',
  'task-reminder': 'needed',
  'case-reminder': 'needed',
  'task-substituted': 'needed',
  'task-delegated': 'needed',
  'delegation-ended': 'needed',
  'duty-changed': 'needed',
  'duty-change-cancelled': 'needed',
  mentioned: 'optional',
  'case-copied': 'optional',
  'task-opened': 'optional',
  'task-withdrawn': 'optional',
  'delegation-answered': 'optional',
  'delegation-over': 'optional',
  'vote-closed': 'optional',
  'vote-withdrawn': 'optional',
  'voter-removed': 'optional',
  'substitution-over': 'optional',
  'substitute-decided': 'optional',
  'task-paused': 'optional',
  'task-resumed': 'optional',
  'case-returned': 'optional',
  'case-closed': 'optional',
};

/** The kinds of mails that one may do without. */
export const MUTABLE_MAILS = (Object.keys(MAIL_URGENCY) as MailKind[]).filter(
  (kind) => MAIL_URGENCY[kind] === 'optional',
);
