import { z } from 'zod';
import { pageSchema } from './lists';
import { MAIL_KINDS } from './record';

const attempt = z.strictObject({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  result: z.enum(['sent', 'refused', 'failed', 'unknown']).nullable(),
  reply: z.string(),
});

/** A mail of a case as it is answered: to whom, why, and how each attempt to send it ended; never the recipient's address. */
export const mailAnswer = z
  .strictObject({
    id: z.string(),
    messageId: z.string(),
    kind: z.enum(MAIL_KINDS),
    step: z.string(),
    taskId: z.string().nullable(),
    recipient: z.strictObject({ id: z.string(), name: z.string() }),
    state: z.enum(['queued', 'sending', 'sent', 'refused', 'unknown']),
    attempts: z.array(attempt),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    /** Until when it waits for the end of the recipient's quiet hours; null where it does not, or no longer. */
    heldUntil: z.iso.datetime().nullable(),
    /** When it is tried next; null when it is not tried again. */
    nextAttemptAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Mail' });
/** A page of mails. */
export const mailPage = pageSchema(mailAnswer);
