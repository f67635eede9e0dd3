import { z } from 'zod';
import { STAFF_ROLES, CUSTOMER_ROLES } from '../codes';
import { issueAt } from '../faults';
import { id } from './fields';
import { panelSchema } from './quorum';
import { SIGNINGS } from './signing';

const role = z.enum([...STAFF_ROLES, ...CUSTOMER_ROLES]);
const percent = z.number().min(1).max(10_000);

/** One rung of a deadline ladder: at this share of the budget, this happens. */
export const rungSchema = z
  .discriminatedUnion('does', [
    z.strictObject({ atPercent: percent, does: z.literal('remind') }),
    z.strictObject({ atPercent: percent, does: z.literal('hand-over'), to: role }),
    z.strictObject({ atPercent: percent, does: z.literal('tell'), to: role }),
    /** The next of the roster is called; for steps that whoever is on duty takes. */
    z.strictObject({ atPercent: percent, does: z.literal('call-next') }),
    /** Whoever leads the team on duty is called. */
    z.strictObject({ atPercent: percent, does: z.literal('call-manager') }),
    z.strictObject({ atPercent: percent, does: z.literal('expire') }),
  ])
  .meta({ id: 'Rung' });

/** The end of a task that the procedure goes on without; only procedures set it. */
export const lapseSchema = z.strictObject({ atPercent: percent, does: z.literal('lapse') }).meta({ id: 'Lapse' });

const DAY_IN_MS = 24 * 3_600_000;
const MOST_DAYS = 400;
/** The longest that a rung may wait for, in days: what every calendar that may be published reaches, and eight years. */
const LONGEST_WAIT_IN_DAYS = { open: MOST_DAYS, elapsed: 3_000 } as const;

/**
 * The deadline of one step: a budget in ms, or in working days that end at the close of the n-th working day after the day of
 * the start [processes §0 Time], the kind of time in which it runs, and the ladder.
 */
export const deadlineSchema = z
  .strictObject({
    budgetInMs: z
      .number()
      .int()
      .min(100)
      .max(MOST_DAYS * DAY_IN_MS)
      .optional(),
    workingDays: z.number().int().min(1).max(MOST_DAYS).optional(),
    time: z.enum(['open', 'elapsed']),
    ladder: z.array(rungSchema).max(12),
  })
  .check(({ value, issues }) => {
    const { budgetInMs, workingDays, time, ladder } = value;
    if ((budgetInMs === undefined) === (workingDays === undefined))
      issues.push({
        ...issueAt([budgetInMs === undefined ? 'budgetInMs' : 'workingDays'], 'one-budget'),
        input: value,
      });
    if (workingDays !== undefined && time !== 'open')
      issues.push({ ...issueAt(['time'], 'working-days-are-open'), input: time });
    const days = workingDays ?? (budgetInMs ?? 0) / DAY_IN_MS;
    for (const [index, { atPercent }] of ladder.entries())
      if ((days * atPercent) / 100 > LONGEST_WAIT_IN_DAYS[time])
        issues.push({ ...issueAt(['ladder', index, 'atPercent'], 'rung-too-late'), input: atPercent });
  })
  .meta({ id: 'Deadline' });

/**
 * A step that whoever is on duty of a team takes: unclaimed, the ladder of `acknowledge` is walked (接单时限); claimed, that of
 * `progress`, which begins anew with all that a person does to the case (跟进时限).
 */
const onDutySchema = z
  .strictObject({ team: id, acknowledge: deadlineSchema.optional(), progress: deadlineSchema.optional() })
  .meta({ id: 'OnDutyStep' });

/** What may be set about a procedure without touching its code; a case keeps the policy with which it began. */
export const policySchema = z
  .strictObject({
    deadlines: z.record(z.string(), deadlineSchema),
    /** Of the whole case, by the name of the clock; a clock that has none does not run. */
    caseDeadlines: z.record(z.string(), deadlineSchema).optional(),
    cancelRoles: z.array(role),
    /** Who beside the assignee may pause the clock of a task; those who lead, if nobody is named. */
    pauseRoles: z.array(role).optional(),
    /** The approvals that several people give together, by step; without a line one person decides. */
    panels: z.record(z.string(), panelSchema).optional(),
    /** The steps that whoever is on duty of a team takes, instead of everybody with the step's role. */
    onDuty: z.record(z.string(), onDutySchema).optional(),
    /** How steps are signed, where a tick is not all. */
    signatures: z.record(z.string(), z.enum(SIGNINGS)).optional(),
    amounts: z.record(z.string(), z.number().min(0)),
  })
  .meta({ id: 'Policy' });

/** One rung of a deadline ladder. */
export type Rung = z.infer<typeof rungSchema>;
/** The end of a task that the procedure goes on without. */
export type Lapse = z.infer<typeof lapseSchema>;
/** The deadline of one step. */
export type Deadline = z.infer<typeof deadlineSchema>;
/** A step that whoever is on duty takes. */
export type OnDutyStep = z.infer<typeof onDutySchema>;
/** What may be set about a procedure without touching its code. */
export type Policy = z.infer<typeof policySchema>;
