import type { Deadline } from '../../models/contracts/policy';
import type { Desk } from '../human-task/desk';

const HOUR_IN_MS = 3_600_000;
const SHORTEST_IN_MS = 100;

/** Minutes are due by the policy, at the latest when the day of the meeting ends (ISO) [002 §6.3]; past that, in an hour. */
export function sameDay<Data>(desk: Desk<Data>, ends: string): Deadline {
  const { ladder, ...limit } = desk.deadline('minutes');
  const left = Date.parse(ends) - Date.parse(desk.now);
  const atMost = left > 0 ? left : HOUR_IN_MS;
  const budgetInMs = limit.time === 'elapsed' ? Math.min(limit.budgetInMs ?? atMost, atMost) : atMost;
  return { budgetInMs: Math.max(budgetInMs, SHORTEST_IN_MS), time: 'elapsed', ladder };
}
