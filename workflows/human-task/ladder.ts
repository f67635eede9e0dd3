import { DUE_AT_PERCENT, isRunning, pauseOf, running } from '../../models/clocks';
import type { CaseClock } from '../../models/contracts/case-clock';
import type { ArmedClock } from '../../models/contracts/clock';
import type { Deadline } from '../../models/contracts/policy';
import type { SlaClock } from '../../models/contracts/sla-clock';
import type { Task, TaskWatch, WalkedRung } from '../../models/contracts/task';
import type { Progress } from './progress';

/** What has a deadline with a ladder: a task, whether it is taken in hand and goes on, or the whole case. */
export type Timed = Task | Watched | CaseClock;

/** The limit to acknowledge a task, or to go on with it. */
export interface Watched {
  readonly task: Task;
  readonly name: TaskWatch['kind'];
  readonly clock: TaskWatch['clock'];
  readonly ladder: readonly WalkedRung[];
}

/** True for a task, false for other clocks of the case. */
export function isTask(timed: Timed): timed is Task {
  return 'participants' in timed;
}

/** True for the limit to acknowledge a task or to go on with it. */
export function isWatch(timed: Timed): timed is Watched {
  return 'task' in timed;
}

/** The task that something with a deadline is about; null for the whole case. */
export function taskOf(timed: Timed): Task | null {
  if (isTask(timed)) return timed;
  return isWatch(timed) ? timed.task : null;
}

/** What a deadline is called in Temporal's UI. */
export function titleOf(timed: Timed): string {
  if (isTask(timed)) return timed.step;
  return isWatch(timed) ? `${timed.task.step} ${timed.name}` : timed.name;
}

/** All whose deadline may still come: the open tasks and the clocks of the case. */
export function timedOf(progress: Pick<Progress<unknown>, 'openTasks' | 'caseClocks'>): Timed[] {
  const open = progress.openTasks.filter((task) => task.status === 'open');
  const tasks = open.filter((task) => task.clock !== null);
  const watched = open.flatMap((task): Watched[] =>
    task.watch ? [{ task, name: task.watch.kind, clock: task.watch.clock, ladder: task.watch.ladder }] : [],
  );
  return [...tasks, ...watched, ...progress.caseClocks.filter(({ clock }) => !clock.isStopped)];
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

/** What comes next of a deadline, and when: a rung of its ladder, or (null) only that it is overrun, or that its pause ends. */
export interface NextRung {
  readonly of: Timed;
  readonly walked: WalkedRung | null;
  readonly endsPause?: true;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What comes first of all deadlines; null when nothing will. A rung comes before the overrun of the same instant. */
export function nextRung(all: readonly Timed[], armed: readonly ArmedClock[]): NextRung | null {
  const rungs = all.flatMap((of) => {
    const clock = armed.find((candidate) => candidate.id === of.clock?.id);
    return [...endOfPauseOf(of), ...(clock ? [...rungsOf(of, clock), ...overrunOf(of, clock)] : [])];
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

// What else stands still with a task goes on with it.
function endOfPauseOf(of: Timed): NextRung[] {
  if (!isTask(of) || !of.clock || isOver(of)) return [];
  const until = pauseOf(of.clock)?.until;
  return until === undefined ? [] : [{ of, walked: null, at: Date.parse(until), endsPause: true }];
}

function overrunOf(of: Timed, { dueAt }: ArmedClock): NextRung[] {
  // That nobody took a task in hand is no overrun of its deadline.
  if (isWatch(of) || dueAt === null || !of.clock || of.clock.breachedAt !== null || isOver(of)) return [];
  return [{ of, walked: null, at: Date.parse(dueAt) }];
}

function isOver(of: Timed): boolean {
  const task = taskOf(of);
  return task ? task.status !== 'open' : of.clock?.isStopped === true;
}
