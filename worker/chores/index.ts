import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Outbox } from '../../activities/mail/outbox';
import type { WebhookSender } from '../../activities/webhooks/sender';
import { createGateway } from '../../api/gateway';
import { removeExpiredAttachments } from '../../api/setup/expired-attachments';
import type { Config } from '../../models/config';
import type { Database } from '../../models/db';
import { mailboxChore } from '../mailbox/chore';
import { tellOfAbsences } from './absences';
import { beginLeftBehind } from './begin-reserved';
import { openCallbacksDue } from './callbacks-due';
import { fileHistories } from './file-histories';
import { tellOfLinkedCases } from './linked-cases';
import { rearmRunningClocks } from './rearm';
import { reconcile } from './reconcile';
import type { Chore } from './repeat';

// A rhythm is counted in days, and not all customers are looked at each time that mails are.
const SELDOM = 6;

/** What the chores work with. */
export interface ChoreDeps {
  readonly config: Config;
  readonly db: Database;
  readonly client: Client;
  readonly outbox: Outbox;
  readonly webhooks: WebhookSender;
  readonly log: Logger;
}

/** Everything that a worker does beside its workflows, so that nothing is left behind by a crash. */
export function choresOf({ config, db, client, outbox, webhooks, log }: ChoreDeps): Chore[] {
  const everyMs = config.SWEEP_INTERVAL_MS;
  const gateway = createGateway(client, config);
  const now = () => new Date();
  return [
    { name: 'outbox', everyMs, run: () => outbox.sweep() },
    // Does not wait: an endpoint that is slow must not hold up the others.
    { name: 'webhooks', everyMs, run: async () => webhooks.wake() },
    { name: 'intake', everyMs, run: () => beginLeftBehind(db, gateway, log, now(), 2 * config.UPDATE_DEADLINE_MS) },
    { name: 'reconciler', everyMs, run: () => reconcile(db, client, log, now) },
    { name: 'calendars', everyMs, run: () => rearmRunningClocks(db, gateway, log, now) },
    { name: 'absences', everyMs, run: () => tellOfAbsences(db, gateway, log, now) },
    { name: 'linked-cases', everyMs, run: () => tellOfLinkedCases(db, gateway, log, now) },
    {
      name: 'callbacks',
      everyMs: SELDOM * everyMs,
      run: () => openCallbacksDue({ db, config, gateway, log, now }),
    },
    { name: 'histories', everyMs, run: () => fileHistories(db, client, log, now) },
    { name: 'attachments', everyMs, run: () => removeExpiredAttachments(db, now()) },
    ...mailboxChore({ config, db, gateway, now }, log),
  ];
}
