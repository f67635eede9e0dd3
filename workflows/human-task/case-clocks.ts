import { isPaused, isRunning, paused, rebudgeted, resumed, stopped } from '../../models/clocks';
import type { CaseClock } from '../../models/contracts/case-clock';
import type { Deadline } from '../../models/contracts/policy';
import type { Text } from '../../models/contracts/text';
import { caseClockId } from '../ids';
import { budgetOf, clockOf, ladderOf, sharesOf } from './ladder';
import { noteOverruns } from './overruns';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** The clocks of a whole case, such as its response and its resolution, as a stage works with them. */
export class CaseClocks {
  private calls = 0;

  constructor(
    private readonly progress: Progress<unknown>,
    private readonly recorder: Recorder,
  ) {}

  /** A new stage begins, or the same one anew in another run. */
  enterStage(): void {
    this.calls = 0;
  }

  /** Starts a clock with a deadline, by default that of the policy; a clock that has none does not run. */
  start(name: string, deadline = this.progress.input.policy.caseDeadlines?.[name]): void {
    this.once(() => startCaseClock(this.progress, this.recorder, name, deadline));
  }

  /**
   * Lets a clock stand still, with the reason, until the procedure lets it go on; from an instant (ISO) on that has been, where what
   * it waited for was over before anybody said so here.
   */
  pause(name: string, reason: string, since = this.recorder.now()): void {
    this.once(() => {
      const of = this.unstopped(name);
      if (!of || of.isHeld) return;
      of.isHeld = true;
      if (isRunning(of.clock)) pauseClock(this.recorder, of, reason, sinceThen(of, since, this.recorder));
    });
  }

  /** Lets a clock go on that the procedure had paused. */
  resume(name: string): void {
    this.once(() => {
      const of = this.unstopped(name);
      if (!of?.isHeld) return;
      of.isHeld = false;
      followTasks(this.progress, this.recorder);
    });
  }

  /** Stops a clock for good: answered, resolved, now or at an instant (ISO) that has been. The record measures what it used. */
  stop(name: string, since = this.recorder.now()): void {
    this.once(() => {
      const of = this.unstopped(name);
      if (!of) return;
      of.clock = stopped(of.clock, sinceThen(of, since, this.recorder));
      of.stoppedIn = this.progress.calendar;
      this.recorder.note('clock-stopped', { details: { clock: name } });
    });
  }

  /** Gives a clock another deadline, because the level changed: what was used counts, and what was overrun stays so. */
  setDeadline(name: string, deadline: Deadline, reason: string | Text): void {
    this.once(() => {
      this.changeDeadline(name, deadline, reason);
    });
  }

  /**
   * The same, or starts a clock that does not run yet, as often as it is asked: only where the data say in the same breath that it
   * is done.
   */
  setDeadlineAnew(name: string, deadline: Deadline, reason: string | Text): void {
    this.changeDeadline(name, deadline, reason);
    startCaseClock(this.progress, this.recorder, name, deadline);
  }

  private changeDeadline(name: string, deadline: Deadline, reason: string | Text): void {
    const of = this.unstopped(name);
    if (!of) return;
    noteOverruns(this.progress, this.recorder);
    const was = budgetOf(of.clock);
    const why = typeof reason === 'string' ? { reason } : { cause: reason };
    const is = budgetOf(deadline);
    of.clock = rebudgeted(of.clock, { ...is, atPercent: sharesOf(deadline) }, this.recorder.now());
    of.ladder = ladderOf(deadline).map((fresh) => of.ladder.find(isSameRung(fresh)) ?? fresh);
    this.recorder.note('clock-budget-changed', { details: { clock: name, was, is, ...why } });
  }

  /** When a clock was overrun (ISO); null as long as it was not, and where there is none. */
  breachedAt(name: string): string | null {
    return this.progress.caseClocks.find((of) => of.name === name)?.clock.breachedAt ?? null;
  }

  private unstopped(name: string): CaseClock | undefined {
    return this.progress.caseClocks.find((of) => of.name === name && !of.clock.isStopped);
  }

  // A stage that goes on in another run is walked from its beginning; what it did to its clocks is not done again.
  private once(act: () => void): void {
    this.calls += 1;
    const call = `clock.${this.calls}`;
    if (this.progress.visit[call]) return;
    this.progress.visit[call] = 'done';
    act();
  }
}

/** Starts a clock of the case, unless it has been started before or has no deadline. */
export function startCaseClock(
  progress: Progress<unknown>,
  recorder: Recorder,
  name: string,
  deadline: Deadline | undefined,
): void {
  if (!deadline || progress.caseClocks.some((of) => of.name === name)) return;
  const id = caseClockId(progress.input.head.id, name);
  const clock = clockOf(id, deadline, recorder.now());
  progress.caseClocks.push({ name, clock, ladder: ladderOf(deadline), isHeld: false });
  recorder.note('clock-started', { details: { clock: name, ...budgetOf(deadline) } });
}

/** The clocks of the case stand still while all its open tasks do, and run otherwise; those that the procedure holds stay. */
export function followTasks(progress: Progress<unknown>, recorder: Recorder): void {
  const open = progress.openTasks.filter((task) => task.status === 'open');
  const reasons = open.flatMap(({ clock }) =>
    clock && isPaused(clock) ? (clock.intervals.at(-1)?.pauseReason ?? '') : [],
  );
  const [reason] = reasons;
  const isWaiting = reason !== undefined && reasons.length === open.length;
  for (const of of progress.caseClocks) {
    if (of.isHeld || of.clock.isStopped) continue;
    if (isWaiting && isRunning(of.clock)) pauseClock(recorder, of, reason);
    if (!isWaiting && isPaused(of.clock)) resumeClock(recorder, of);
  }
}

/** Stops all clocks of the case: it has ended. */
export function stopCaseClocks({ caseClocks, calendar }: Progress<unknown>, at: string): void {
  for (const of of caseClocks) {
    of.clock = stopped(of.clock, at);
    of.stoppedIn ??= calendar;
  }
}

/** What has been is not before the clock ran last, and not to come. */
function sinceThen({ clock }: CaseClock, since: string, recorder: Recorder): string {
  const from = clock.intervals.at(-1)?.from ?? since;
  const at = since < from ? from : since;
  return at < recorder.now() ? at : recorder.now();
}

function pauseClock(recorder: Recorder, of: CaseClock, reason: string, at = recorder.now()): void {
  of.clock = paused(of.clock, at, reason);
  recorder.note('clock-paused', { details: { clock: of.name, reason } });
}

function resumeClock(recorder: Recorder, of: CaseClock): void {
  of.clock = resumed(of.clock, recorder.now());
  recorder.note('clock-resumed', { details: { clock: of.name } });
}

function isSameRung({ rung }: CaseClock['ladder'][number]) {
  return ({ rung: other }: CaseClock['ladder'][number]) =>
    rung.atPercent === other.atPercent &&
    rung.does === other.does &&
    ('to' in rung ? rung.to : null) === ('to' in other ? other.to : null);
}
