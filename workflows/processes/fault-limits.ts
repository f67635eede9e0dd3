import type { FaultData, FaultFacts } from '../../models/contracts/fault-run';
import type { Deadline } from '../../models/contracts/policy';
import { limitsOf, type Limit, type Limits } from '../../models/service-levels/limits';
import type { Desk } from '../human-task/desk';

type Fault = Desk<FaultData>;

/** What was promised for a fault of this grading; before it is graded, what holds for all. */
export function limits(desk: Fault): Limits {
  const { tier, contract, serviceLevels } = desk.facts as unknown as FaultFacts;
  const { level = null, urgency = null, class: kind = null } = desk.data.grading ?? {};
  return limitsOf({ level, urgency, class: kind, tier, contract }, serviceLevels);
}

/** Starts a clock of the case: how long by the limit, its ladder by the policy; where there is no limit, none runs. */
export function startClock(desk: Fault, clock: string, limit: Limit | null): void {
  const deadline = ofLimit(desk, clock, limit);
  if (deadline) desk.clocks.start(clock, deadline);
}

/** Gives a clock of the case the limit that holds now. */
export function setLimit(desk: Fault, clock: string, limit: Limit): void {
  const deadline = ofLimit(desk, clock, limit);
  if (deadline) desk.clocks.setDeadline(clock, deadline, limit.source);
}

/** The deadline of a step that the night counts for only where the fault is worked on around the clock [002 §2.3]. */
export function inItsTime(desk: Fault, step: string): Deadline {
  const deadline = desk.deadline(step);
  return deadline.workingDays === undefined ? { ...deadline, time: limits(desk).response.time } : deadline;
}

function ofLimit(desk: Fault, clock: string, limit: Limit | null): Deadline | null {
  if (!limit || limit.budgetInMs === null) return null;
  return { ladder: desk.caseDeadline(clock)?.ladder ?? [], budgetInMs: limit.budgetInMs, time: limit.time };
}
