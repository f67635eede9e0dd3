import { z } from 'zod';
import { FAULT_LEVELS, URGENCIES } from './service-level-names';
import { id, instantSent, line, lines } from './fields';
import { pageSchema, recordShape } from './lists';
import { textAnswer } from './shown';

const MOST_HOURS = 7 * 24;
const MOST_ALERTS = 100;

/** How faults come in from outside: by a customer's public form, or by a monitoring system. */
export const INTAKE_KINDS = ['form', 'alerts'] as const;

/** How faults come in: by a source that administrators keep, or by mail. */
export type IntakeKind = (typeof INTAKE_KINDS)[number] | 'mail';

const shape = {
  name: line(100),
  /** How the service desk is reached: shown to who has reported something. */
  contact: line(200).nullable(),
  /** Of alerts: a fault that recovers before anybody has begun is withdrawn. */
  closesOnRecovery: z.boolean(),
};

/** A new source of faults of one customer. */
export const intakeSourceInput = z
  .strictObject({
    ...shape,
    kind: z.enum(INTAKE_KINDS),
    customerId: id,
    contact: shape.contact.default(null),
    closesOnRecovery: shape.closesOnRecovery.default(true),
  })
  .meta({ id: 'IntakeSourceInput' });

/** What may be changed about a source. */
export const intakeSourcePatch = z
  .strictObject({ ...shape, isEnabled: z.boolean() })
  .partial()
  .meta({ id: 'IntakeSourcePatch' });

/** A new secret; the old one is taken as well for so many hours. */
export const intakeRotationInput = z
  .strictObject({ keepOldForHours: z.number().int().min(0).max(MOST_HOURS).default(0) })
  .meta({ id: 'IntakeRotationInput' });

const sourceShape = {
  ...recordShape,
  name: z.string(),
  kind: z.enum(INTAKE_KINDS),
  customerId: z.string(),
  contact: z.string().nullable(),
  closesOnRecovery: z.boolean(),
  isEnabled: z.boolean(),
  /** When each secret was made that is taken now, and until when; never the secrets themselves. */
  secrets: z.array(z.strictObject({ createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().nullable() })),
};

/** A source as it is answered; never with its secret. */
export const intakeSourceAnswer = z.strictObject(sourceShape).meta({ id: 'IntakeSource' });
/** A page of sources. */
export const intakeSourcePage = pageSchema(intakeSourceAnswer);
/** A source with its new secret and, of a form, the address that has it; shown this once, null when the same key asks again. */
export const intakeSourceWithSecret = z
  .strictObject({ ...sourceShape, secret: z.string().nullable(), address: z.string().nullable() })
  .meta({ id: 'IntakeSourceWithSecret' });

/** One alert in our own words. */
export const alertInput = z
  .strictObject({
    /** The same for everything about one fault: what fires again with it belongs to the open case. */
    dedupeKey: line(200),
    status: z.enum(['firing', 'resolved']),
    title: line(120),
    details: lines(3000).optional(),
    /** Serial or asset number; one that is not on record is written down as text. */
    device: line(100).optional(),
    level: z.enum(FAULT_LEVELS.map(String) as ['1', '2', '3']).optional(),
    urgency: z.enum(URGENCIES).optional(),
    startsAt: instantSent.optional(),
  })
  .meta({ id: 'AlertInput' });

const words = z.record(z.string(), z.string()).default({});

/** One alert of Alertmanager; what else it holds is not looked at. */
export const alertmanagerAlert = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: words,
  annotations: words,
  startsAt: z.string().max(100).optional(),
  generatorURL: z.string().max(2_000).optional(),
  fingerprint: z.string().min(1).max(200),
});

/** What the webhook of Prometheus Alertmanager sends, version 4. Each alert is read by itself: a bad one holds up no other. */
export const alertmanagerInput = z
  .object({ version: z.literal('4'), alerts: z.array(z.union([alertmanagerAlert, z.unknown()])).max(MOST_ALERTS) })
  .meta({ id: 'AlertmanagerInput' });

/** What a monitoring system sends. */
export const alertsInput = z.union([alertInput, alertmanagerInput]);

/** What became of an alert. */
export const ALERT_OUTCOMES = [
  'opened',
  'noted',
  'repeated',
  'recovered',
  'withdrawn',
  'nothing-open',
  'refused',
] as const;

/** What became of each alert that was sent, in their order. */
export const alertsAnswer = z
  .strictObject({
    results: z.array(
      z.strictObject({
        dedupeKey: z.string(),
        outcome: z.enum(ALERT_OUTCOMES),
        /** The case that was opened, or on which it was noted. */
        caseId: z.string().nullable(),
        /** What is wrong with one that was refused; null for all others. */
        reason: textAnswer.nullable(),
      }),
    ),
  })
  .meta({ id: 'AlertsAnswer' });
