import type { ArmedClock, ClockState } from '../../models/contracts/clock';
import type { Deadline } from '../../models/contracts/policy';
import type { Task, WalkedRung } from '../../models/contracts/task';

const DUE = 100;

/** The ladder of a deadline, unwalked, lowest rung first. */
export function ladderOf(deadline: Deadline): WalkedRung[] {
  return [...deadline.ladder].sort((a, b) => a.atPercent - b.atPercent).map((rung) => ({ rung, walkedAt: null }));
}

/** The clock of a task that was opened at that instant. */
export function clockOf(taskId: string, deadline: Deadline, openedAt: string): ClockState {
  const atPercent = [...new Set([DUE, ...deadline.ladder.map((rung) => rung.atPercent)])].sort((a, b) => a - b);
  return {
    id: taskId,
    time: deadline.time,
    budgetInMs: deadline.budgetInMs,
    usedInMs: 0,
    runningSince: openedAt,
    atPercent,
  };
}

/** The next instant, in milliseconds since 1970, at which an open task has a rung to walk; null when there is none. */
export function nextRungAt(tasks: readonly Task[], armed: readonly ArmedClock[]): number | null {
  const instants = tasks.flatMap((task) => unwalked(task).map((walked) => instantOf(task, walked, armed)));
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** The rungs of a task whose instant has come, lowest first. */
export function rungsDue(task: Task, armed: readonly ArmedClock[], now: number): WalkedRung[] {
  return unwalked(task).filter((walked) => (instantOf(task, walked, armed) ?? Infinity) <= now);
}

function unwalked(task: Task): WalkedRung[] {
  return task.status === 'open' ? task.ladder.filter((walked) => walked.walkedAt === null) : [];
}

function instantOf(task: Task, walked: WalkedRung, armed: readonly ArmedClock[]): number | null {
  const clock = armed.find((candidate) => candidate.id === task.clock?.id);
  const instant = clock?.instants.find((candidate) => candidate.atPercent === walked.rung.atPercent);
  return instant ? Date.parse(instant.at) : null;
}
