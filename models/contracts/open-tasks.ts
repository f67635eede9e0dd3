import { z } from 'zod';
import { id, lines } from './fields';
import { nameAnswer } from './shown';

/** Why an open task needs somebody else when a person goes: they have it, the step names them, or nobody else may do it. */
export const HOLDS = ['assigned', 'named', 'only-one', 'asked'] as const;

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
/** Who reported to somebody who left and the teams that they led, each with the manager or leader that it has now. */
export const linesPassedOn = z.strictObject({
  reports: z.array(z.strictObject({ id: z.string(), name: z.string(), manager: nameAnswer.nullable() })),
  teams: z.array(z.strictObject({ id: z.string(), name: z.string(), leader: nameAnswer.nullable() })),
});
/** What was handed over: the tasks, who reported to them, the teams that they led. */
export const deactivateAnswer = linesPassedOn
  .extend({
    id: z.string(),
    isActive: z.literal(false),
    successor: nameAnswer.nullable(),
    handedOver: z.array(z.string()),
  })
  .meta({ id: 'Deactivated' });
