import type { Deadline } from '../../models/contracts/policy';
import type { Desk } from '../human-task/desk';

/** The deadline of a step in the time in which the case is worked on; what is counted in working days stays so. */
export function inTime<Data>(desk: Desk<Data>, step: string, time: Deadline['time']): Deadline {
  const deadline = desk.deadline(step);
  return deadline.workingDays === undefined ? { ...deadline, time } : deadline;
}
