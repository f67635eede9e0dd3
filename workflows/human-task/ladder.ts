import { DUE_AT_PERCENT, isRunning, running } from '../../models/clocks';
import type { CaseClock } from '../../models/contracts/case-clock';
import type { ArmedClock } from '../../models/contracts/clock';
import type { Deadline } from '../../models/contracts/policy';
import type { SlaClock } from '../../models/contracts/sla-clock';
import type { Task, WalkedRung } from '../../models/contracts/task';
import type { Progress } from './progress';

/** What has a deadline with a ladder: a task, or the whole case. */
export type Timed = Task | CaseClock;

/** True for a task, false for a clock of the whole case. */
export function isTask(timed: Timed): timed is Task {
  return 'participants' in timed;
}

/** All whose deadline may still come: the open tasks and the clocks of the case. */
export function timedOf(progress: Pick<Progress<unknown>, 'openTasks' | 'caseClocks'>): Timed[] {
  const tasks = progress.openTasks.filter((task) => task.status === 'open' && task.clock !== null);
  return [...tasks, ...progress.caseClocks.filter(({ clock }) => !clock.isStopped)];
}

/** The ladder of a deadline, unwalked, lowest rung first. */
export function ladderOf(deadline: Deadline): WalkedRung[] {
  return [...deadline.ladder].sort((a, b) => a.atPercent - b.atPercent).map((rung) => ({ rung, walkedAt: null }));
}

/** The shares of a deadline whose instants are wanted: those of its rungs, and all of it. */
export function sharesOf(deadline: Deadline): number[] {
  return [...new Set([DUE_AT_PERCENT, ...deadline.ladder.map((rung) => rung.atPercent)])].sort((a, b) => a - b);
}

/** The clock of a task, or of the case, that began at that instant. */
export function clockOf(id: string, deadline: Deadline, at: string): SlaClock {
  return running({ id, ...budgetOf(deadline), atPercent: sharesOf(deadline) }, at);
}

type Budget = Pick<SlaClock, 'time' | 'budgetInMs' | 'workingDays'>;

/** The budget of a deadline as clocks and the journal have it. */
export function budgetOf({
  time,
  budgetInMs,
  workingDays,
}: Pick<Deadline | SlaClock, 'time' | 'budgetInMs' | 'workingDays'>): Budget {
  return { time, budgetInMs: budgetInMs ?? null, ...(workingDays === undefined ? {} : { workingDays }) };
}

/** What comes next of a deadline, and when: a rung of its ladder, or (null) only that it is overrun. */
export interface NextRung {
  readonly of: Timed;
  readonly walked: WalkedRung | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What comes first of all deadlines; null when nothing will. A rung comes before the overrun of the same instant. */
export function nextRung(all: readonly Timed[], armed: readonly ArmedClock[]): NextRung | null {
  const rungs = all.flatMap((of) => {
    const clock = armed.find((candidate) => candidate.id === of.clock?.id);
    return clock ? [...rungsOf(of, clock), ...overrunOf(of, clock)] : [];
  });
  return rungs.reduce<NextRung | null>((first, rung) => (first === null || rung.at < first.at ? rung : first), null);
}

// While a clock stands still nobody is reminded, not even of a share that a new budget has made pass.
function rungsOf(of: Timed, clock: ArmedClock): NextRung[] {
  if (!of.clock || !isRunning(of.clock) || isOver(of)) return [];
  return of.ladder.flatMap((walked) => {
    const instant = clock.instants.find((candidate) => candidate.atPercent === walked.rung.atPercent);
    return instant && walked.walkedAt === null ? [{ of, walked, at: Date.parse(instant.at) }] : [];
  });
}

function overrunOf(of: Timed, { dueAt }: ArmedClock): NextRung[] {
  if (dueAt === null || !of.clock || of.clock.breachedAt !== null || isOver(of)) return [];
  return [{ of, walked: null, at: Date.parse(dueAt) }];
}

function isOver(of: Timed): boolean {
  return isTask(of) ? of.status !== 'open' : of.clock.isStopped;
}
