import { z } from 'zod';
import { id, lines } from './fields';

/** Why an open task needs somebody else when a person goes: they have it, the step names them, or nobody else may do it. */
export const HOLDS = ['assigned', 'named', 'only-one'] as const;

/** An open task that somebody has to take over before a person goes. */
export const openTask = z
  .strictObject({
    id: z.string(),
    caseId: z.string(),
    process: z.string(),
    step: z.string(),
    title: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
    subject: z.string(),
    customerId: z.string().nullable(),
    dueAt: z.iso.datetime().nullable(),
    why: z.enum(HOLDS),
  })
  .meta({ id: 'OpenTask' });
/** An open task as it is answered. */
export type OpenTask = z.output<typeof openTask>;
/** The open tasks that would be left behind, the earliest due first. */
export const openTasks = z.strictObject({ items: z.array(openTask) }).meta({ id: 'OpenTasks' });

/** Deactivates somebody; the successor takes what they leave behind. */
export const deactivateInput = z
  .strictObject({ successorId: id.nullable(), reason: lines(1000) })
  .meta({ id: 'DeactivateInput' });
/** What was handed over, and how many sign-ins were ended. */
export const deactivateAnswer = z
  .strictObject({
    id: z.string(),
    isActive: z.literal(false),
    successor: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    handedOver: z.array(z.string()),
  })
  .meta({ id: 'Deactivated' });
