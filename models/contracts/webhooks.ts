import { z } from 'zod';
import { CASE_STATES, PRIORITIES } from '../codes';
import { wrong } from '../faults';
import { id, line } from './fields';
import { pageSchema, recordShape } from './lists';
import { JOURNAL_KINDS } from './record';
import { nameAnswer, valuesAnswer } from './shown';
import { TEST_EVENT, WEBHOOK_FORMATS } from './webhook-formats';

const MOST_HOURS = 7 * 24;

/** An address that events are sent to: http or https, no user name in it. */
const address = z
  .url({ protocol: /^https?$/, hostname: /./ })
  .max(2_000)
  .refine((url) => !URL.canParse(url) || new URL(url).username + new URL(url).password === '', wrong('url-with-user'));
const events = z
  .array(z.enum(JOURNAL_KINDS))
  .min(1)
  .max(JOURNAL_KINDS.length)
  .refine((list) => new Set(list).size === list.length, wrong('event-twice'));
const secretOfRobot = line(200);

const shape = {
  name: line(100),
  url: address,
  events,
  /** Of which procedures; empty: of all. */
  processes: z.array(id).max(50),
  /** Of which customers' cases; empty: of all, those without a customer too. */
  customers: z.array(id).max(200),
  /** In which a group robot speaks. */
  language: z.enum(['zh', 'en']),
};

/** A new endpoint; `secret` is that of a robot's own settings, an endpoint of format `standard` is given one. */
export const webhookInput = z
  .strictObject({
    ...shape,
    format: z.enum(WEBHOOK_FORMATS).default('standard'),
    processes: shape.processes.default([]),
    customers: shape.customers.default([]),
    language: shape.language.default('zh'),
    secret: secretOfRobot.optional(),
  })
  .meta({ id: 'WebhookInput' });

/** What may be changed about an endpoint. */
export const webhookPatch = z
  .strictObject({ ...shape, isEnabled: z.boolean() })
  .partial()
  .meta({ id: 'WebhookPatch' });

/** A new secret; the old one signs as well for so many hours. */
export const rotationInput = z
  .strictObject({
    keepOldForHours: z.number().int().min(0).max(MOST_HOURS).default(24),
    secret: secretOfRobot.optional(),
  })
  .meta({ id: 'SecretRotationInput' });

const webhookShape = {
  ...recordShape,
  ...shape,
  name: z.string(),
  format: z.enum(WEBHOOK_FORMATS),
  /** Without what would let others send to it: all that follows the host is `…`. */
  url: z.string(),
  processes: z.array(z.string()),
  customers: z.array(z.string()),
  isEnabled: z.boolean(),
  /** Why nothing is sent to it; null while it is enabled. */
  disabledBecause: z.enum(['by-hand', 'failing', 'gone']).nullable(),
  /** Since when nothing has got through; null while it does, or nothing was sent. */
  failingSince: z.iso.datetime().nullable(),
  /** When each secret was made that signs now, and until when; never the secrets themselves. */
  secrets: z.array(z.strictObject({ createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().nullable() })),
};

/** An endpoint as it is answered; never with its secret. */
export const webhookAnswer = z.strictObject(webhookShape).meta({ id: 'Webhook' });
/** A page of endpoints. */
export const webhookPage = pageSchema(webhookAnswer);
/** An endpoint with its new secret, shown this once; null where the other side gave it, or the same key asks again. */
export const webhookWithSecret = z
  .strictObject({ ...webhookShape, secret: z.string().nullable() })
  .meta({ id: 'WebhookWithSecret' });

const attempt = z.strictObject({
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  result: z.enum(['sent', 'refused', 'failed', 'unknown']).nullable(),
  /** The HTTP status; null where none was answered. */
  status: z.number().int().nullable(),
  /** The beginning of the answer, at most 1 kB, or why there is none. */
  reply: z.string(),
});
const deliveryShape = {
  /** Sent as `webhook-id`, also when it is sent again. */
  id: z.string(),
  event: z.enum([...JOURNAL_KINDS, TEST_EVENT]),
  caseId: z.string().nullable(),
  /** The number of the entry in the case's journal. */
  seq: z.number().int().nullable(),
  state: z.enum(['queued', 'sending', 'sent', 'refused', 'unknown']),
  attempts: z.array(attempt),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
};

/** An event on its way to an endpoint, with how each attempt to send it ended. */
export const deliveryAnswer = z.strictObject(deliveryShape).meta({ id: 'WebhookDelivery' });
/** A page of deliveries, the latest first. */
export const deliveryPage = pageSchema(deliveryAnswer);

/** What an endpoint of format `standard` is sent: an entry of a case's journal, and the case as it was then. */
export const webhookEvent = z
  .strictObject({
    type: z.enum([...JOURNAL_KINDS, TEST_EVENT]),
    /** When it happened. */
    timestamp: z.iso.datetime(),
    data: z.strictObject({
      /** Null in a test. */
      case: z
        .strictObject({
          id: z.string(),
          process: z.string(),
          subject: z.string(),
          priority: z.enum(PRIORITIES),
          state: z.enum(CASE_STATES),
          stage: z.string(),
          customer: nameAnswer.nullable(),
          applicant: nameAnswer,
          url: z.string(),
        })
        .nullable(),
      entry: z
        .strictObject({
          seq: z.number().int(),
          by: nameAnswer.nullable(),
          stage: z.string(),
          taskId: z.string().nullable(),
          details: valuesAnswer,
          hash: z.string(),
        })
        .nullable(),
    }),
  })
  .meta({ id: 'WebhookEvent' });

/** A delivery with what is sent. */
export const deliveryWithEvent = z
  .strictObject({ ...deliveryShape, body: webhookEvent })
  .meta({ id: 'WebhookDeliveryWithEvent' });
