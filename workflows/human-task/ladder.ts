import type { ArmedClock } from '../../models/contracts/clock';
import type { Deadline } from '../../models/contracts/policy';
import type { SlaClock } from '../../models/contracts/sla-clock';
import type { Task, WalkedRung } from '../../models/contracts/task';

const DUE = 100;

/** The ladder of a deadline, unwalked, lowest rung first. */
export function ladderOf(deadline: Deadline): WalkedRung[] {
  return [...deadline.ladder].sort((a, b) => a.atPercent - b.atPercent).map((rung) => ({ rung, walkedAt: null }));
}

/** The clock of a task that was opened at that instant. */
export function clockOf(taskId: string, deadline: Deadline, openedAt: string): SlaClock {
  const atPercent = [...new Set([DUE, ...deadline.ladder.map((rung) => rung.atPercent)])].sort((a, b) => a - b);
  return {
    id: taskId,
    time: deadline.time,
    budgetInMs: deadline.budgetInMs,
    intervals: [{ from: openedAt, to: null, pauseReason: null }],
    isStopped: false,
    atPercent,
    breachedAt: null,
  };
}

/** A rung that comes next, when, and on which task. */
export interface NextRung {
  readonly task: Task;
  readonly walked: WalkedRung;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The first rung that an open task has yet to walk; null when there is none. */
export function nextRung(tasks: readonly Task[], armed: readonly ArmedClock[]): NextRung | null {
  const rungs = tasks.flatMap((task) =>
    unwalked(task).flatMap((walked) => {
      const at = instantOf(task, walked, armed);
      return at === null ? [] : [{ task, walked, at }];
    }),
  );
  return rungs.reduce<NextRung | null>((first, rung) => (first === null || rung.at < first.at ? rung : first), null);
}

function unwalked(task: Task): WalkedRung[] {
  return task.status === 'open' ? task.ladder.filter((walked) => walked.walkedAt === null) : [];
}

function instantOf(task: Task, walked: WalkedRung, armed: readonly ArmedClock[]): number | null {
  const clock = armed.find((candidate) => candidate.id === task.clock?.id);
  const instant = clock?.instants.find((candidate) => candidate.atPercent === walked.rung.atPercent);
  return instant ? Date.parse(instant.at) : null;
}
