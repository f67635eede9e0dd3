import { z } from 'zod';
import { STAFF_ROLES, CUSTOMER_ROLES } from '../codes';

const role = z.enum([...STAFF_ROLES, ...CUSTOMER_ROLES]);
const percent = z.number().min(1).max(10_000);

/** One rung of a deadline ladder: at this share of the budget, this happens. */
export const rungSchema = z
  .discriminatedUnion('does', [
    z.strictObject({ atPercent: percent, does: z.literal('remind') }),
    z.strictObject({ atPercent: percent, does: z.literal('hand-over'), to: role }),
    z.strictObject({ atPercent: percent, does: z.literal('tell'), to: role }),
    z.strictObject({ atPercent: percent, does: z.literal('expire') }),
  ])
  .meta({ id: 'Rung' });

/** The deadline of one step: a budget, the kind of time in which it runs, and the ladder. */
export const deadlineSchema = z
  .strictObject({
    budgetInMs: z
      .number()
      .int()
      .min(100)
      .max(400 * 24 * 3_600_000),
    time: z.enum(['open', 'elapsed']),
    ladder: z.array(rungSchema).max(12),
  })
  .meta({ id: 'Deadline' });

/** What may be set about a procedure without touching its code; a case keeps the policy with which it began. */
export const policySchema = z
  .strictObject({
    deadlines: z.record(z.string(), deadlineSchema),
    /** Of the whole case, by the name of the clock; a clock that has none does not run. */
    caseDeadlines: z.record(z.string(), deadlineSchema).optional(),
    cancelRoles: z.array(role),
    /** Who beside the assignee may pause the clock of a task; those who lead, if nobody is named. */
    pauseRoles: z.array(role).optional(),
    amounts: z.record(z.string(), z.number().min(0)),
  })
  .meta({ id: 'Policy' });

/** One rung of a deadline ladder. */
export type Rung = z.infer<typeof rungSchema>;
/** The deadline of one step. */
export type Deadline = z.infer<typeof deadlineSchema>;
/** What may be set about a procedure without touching its code. */
export type Policy = z.infer<typeof policySchema>;
