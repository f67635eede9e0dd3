import type { FaultData, FaultFacts } from '../../models/contracts/fault-run';
import type { FaultEscalation } from '../../models/contracts/fault-forms';
import type { Deadline } from '../../models/contracts/policy';
import type { FaultLevel } from '../../models/contracts/service-level-names';
import type { Text } from '../../models/contracts/text';
import { limitsOf, priorityOf, type Limit, type Limits } from '../../models/service-levels/limits';
import type { Desk } from '../human-task/desk';
import { inTime } from './in-time';

type Fault = Desk<FaultData>;
type Regrading = Pick<FaultEscalation, 'level' | 'urgency' | 'class'>;

const WEEK_IN_MS = 7 * 24 * 3_600_000;

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
  return inTime(desk, step, limits(desk).response.time);
}

/** It has turned out to be graded wrongly: what holds for the new grading holds from now on, and what was used counts. */
export function regrade(desk: Fault, { level, urgency, class: kind }: Regrading): void {
  const was = desk.data.grading;
  if (!was || (level === undefined && urgency === undefined && kind === undefined)) return;
  const grading = {
    level: level === undefined ? was.level : (Number(level) as FaultLevel),
    urgency: urgency ?? was.urgency,
    class: kind ?? was.class,
  };
  desk.data.grading = grading;
  desk.setPriority(priorityOf(grading.urgency));
  const { resolution, diagnosis } = limits(desk);
  setLimitAnew(desk, 'resolution', resolution);
  if (diagnosis) setLimitAnew(desk, 'diagnosis', diagnosis);
}

/** 设备经用户同意送修: one week holds instead of what was promised [processes §3]. */
export function allowWeekOut(desk: Fault, consentBy: string): void {
  const { time, source } = { time: 'elapsed' as const, source: outSource(consentBy) };
  setLimitAnew(desk, 'resolution', { budgetInMs: WEEK_IN_MS, time, from: 'standard', source });
}

function outSource(consentBy: string): Text {
  return {
    zh: `设备经${consentBy}同意送修，一周内恢复`,
    en: `the device is out for repair with the consent of ${consentBy}: one week`,
  };
}

function setLimitAnew(desk: Fault, clock: string, limit: Limit): void {
  const deadline = ofLimit(desk, clock, limit);
  if (deadline) desk.clocks.setDeadlineAnew(clock, deadline, limit.source);
}

function ofLimit(desk: Fault, clock: string, limit: Limit | null): Deadline | null {
  if (!limit || limit.budgetInMs === null) return null;
  return { ladder: desk.caseDeadline(clock)?.ladder ?? [], budgetInMs: limit.budgetInMs, time: limit.time };
}
