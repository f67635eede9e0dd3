import { condition, workflowInfo } from '@temporalio/workflow';
import type { Waiting } from '../../models/contracts/record';
import { reachAlarm } from './alarms';
import { walkRung } from './ladder-walk';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** Thrown inside a stage to leave it: the case ended meanwhile, or continues in a new run. */
export class StageLeft extends Error {
  constructor(readonly because: 'ended' | 'continues-as-new') {
    super(because);
  }
}

const HISTORY_IS_LONG = 2_000;

/** Where a stage stands still until something is so. */
export class Stops {
  private isStopped = false;
  private isAfterEnd = false;

  constructor(
    private readonly progress: Progress<unknown>,
    private readonly recorder: Recorder,
  ) {}

  /** The case has ended: what comes after that is waited for, and no stage is left any more. */
  afterEnd(): void {
    this.isAfterEnd = true;
  }

  /** Waits until something is so; what happens meanwhile is recorded, and deadlines are walked. A stage waits for one thing at a time. */
  async until(waiting: Waiting, isOver: () => boolean): Promise<void> {
    if (this.isStopped) throw new Error('a stage waits for one thing at a time');
    this.isStopped = true;
    try {
      await this.waitUntil(waiting, isOver);
    } finally {
      this.isStopped = false;
    }
  }

  private async waitUntil(waiting: Waiting, isOver: () => boolean): Promise<void> {
    const { progress, recorder } = this;
    for (;;) {
      const hasEnded = progress.state !== 'open';
      if (hasEnded && !this.isAfterEnd) throw new StageLeft('ended');
      if (isOver()) return;
      if (!hasEnded && this.isWaitingForElse(waiting)) recorder.buffer.want();
      if (recorder.buffer.hasNews) {
        await recorder.flush(hasEnded ? { kind: 'nothing' } : waiting);
        continue;
      }
      if (hasEnded) {
        await condition(() => isOver() || recorder.buffer.hasNews);
        continue;
      }
      if (this.mayContinueAsNew(waiting)) throw new StageLeft('continues-as-new');
      const hasNews = () =>
        isOver() || recorder.buffer.hasNews || progress.state !== 'open' || this.mayContinueAsNew(waiting);
      const due = await recorder.untilNewsOrDue(hasNews);
      // What came with the timer has a record of its own; what was due is due still.
      if (!due || hasNews()) continue;
      if ('alarm' in due) reachAlarm(progress, recorder, due);
      else walkRung(progress, recorder, due);
    }
  }

  /**
   * True where the record says something else than what is waited for now. Work is over in a moment, and so is waiting for an instant
   * that has come; a later one, a person or another case may be waited for during days, and whoever asks is told.
   */
  private isWaitingForElse(waiting: Waiting): boolean {
    const { kind } = waiting;
    if (kind === 'work' || (kind === 'instant' && waiting.at <= this.recorder.now())) return false;
    return JSON.stringify(waiting) !== JSON.stringify(this.progress.waiting);
  }

  /** Waits for work that is done outside. */
  async during<Result>(work: Promise<Result>, waiting: Waiting): Promise<Result> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    done.catch(() => undefined);
    await this.until(waiting, () => isDone);
    return await done;
  }

  private mayContinueAsNew({ kind }: Waiting): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return (continueAsNewSuggested || historyLength > HISTORY_IS_LONG) && this.recorder.isIdle && kind !== 'work';
  }
}
