import {
  allHandlersFinished,
  condition,
  setCurrentDetails,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { learnSubstitutes } from '../../models/absences';
import type { CarriedOut, JournalKind, MailDraft, Recorded, StepRecord, Waiting } from '../../models/contracts/record';
import type { Lapse, Rung } from '../../models/contracts/policy';
import type { Task } from '../../models/contracts/task';
import { notify, record } from '../activities';
import { SEARCH_ATTRIBUTES } from '../messages';
import { nextAlarm, type NextAlarm } from './alarms';
import { nextRung, timedOf, titleOf, type NextRung } from './ladder';
import { learnCalls } from './duty';
import { followWatches, learnHeard } from './watch';
import { hiddenFromOf, keepAnswer, type Progress } from './progress';
import { StepBuffer, type PendingAnswer, type StepContents } from './step-buffer';

/** Turns what happened since the last stop into one record, and lets those who wait for it go on. */
export class Recorder {
  readonly buffer = new StepBuffer();
  private recordsBegun = 0;
  private recordsDone = 0;
  private isFinishing = false;
  private readonly sending = new Set<Promise<void>>();

  constructor(private readonly progress: Progress<unknown>) {
    if (progress.sentence !== '') setCurrentDetails(progress.sentence);
  }

  /**
   * The instant of what is happening: of the command, rung or start that caused it. A workflow task that is lost after its
   * record was written is tried again later, and must then write the very same record.
   */
  now(): string {
    return this.progress.now;
  }

  /** Something happens at that instant; time never runs backwards. */
  happensAt(at: string): void {
    if (at > this.progress.now) this.progress.now = at;
  }

  /**
   * Acts when what happened before is recorded: one cause, one record, in the order of their instants. Otherwise a task that
   * is tried again, with one command more at hand, would write another record than the first time. Of several who wait, Temporal
   * wakes all at once; so each looks again, and acts in the same breath.
   */
  async inTurn<Result>(at: string, act: () => Result): Promise<Awaited<Result>> {
    const isBusy = () => this.buffer.hasNews || this.recordsBegun > this.recordsDone || this.hasRungBefore(at);
    while (isBusy()) await condition(() => !isBusy());
    return await act();
  }

  /** Notes a line of the journal at the present stage and instant. */
  note(
    kind: JournalKind,
    what: Partial<Parameters<StepBuffer['note']>[1]> = {},
    mails: readonly MailDraft[] = [],
  ): void {
    this.buffer.note(kind, { at: this.now(), stage: this.progress.stage, ...what }, mails);
  }

  /** Waits until what was noted up to now, and this answer with it, stands in the record. */
  async answered(answer: Omit<PendingAnswer, 'at'>, command: CarriedOut): Promise<void> {
    this.buffer.answer({ ...answer, at: this.now() }, command);
    const ticket = this.recordsBegun + 1;
    await condition(() => this.recordsDone >= ticket);
  }

  /** Writes one record of what happened since the last one, with what the case waits for now. */
  async flush(waiting: Waiting): Promise<void> {
    this.recordsBegun += 1;
    this.progress.waiting = waiting;
    const contents = this.buffer.take();
    const watched = followWatches(this.progress, contents.journal);
    for (const task of [...this.waitedFor(waiting), ...watched]) contents.tasks.set(task.id, task);
    const step = this.stepOf(contents, waiting);
    this.showInUi();
    this.learn(step, await record(step));
    this.recordsDone += 1;
  }

  /** True when nobody waits for an answer and no mail is under way: the moment to end a run. */
  get isIdle(): boolean {
    return this.sending.size === 0 && allHandlersFinished();
  }

  /** Waits for an event, for the next rung of a deadline, or for an instant of the procedure; what is due, when it is. */
  async untilNewsOrDue(hasNews: () => boolean): Promise<Due | null> {
    const next = this.nextDue();
    if (next === null) {
      await condition(hasNews);
      return null;
    }
    const waitInMs = Math.max(1, next.at - Date.now());
    const isNews = await condition(hasNews, waitInMs, { summary: summaryOf(next) });
    return isNews ? null : next;
  }

  /** Before a run ends: nothing unrecorded, no mail under way, nobody left without an answer. */
  async finish(): Promise<void> {
    this.isFinishing = true;
    do {
      if (this.buffer.hasNews)
        await this.flush(this.progress.state === 'open' ? this.progress.waiting : { kind: 'nothing' });
      await Promise.all(this.sending);
      await condition(() => allHandlersFinished() || this.buffer.hasNews);
    } while (this.buffer.hasNews);
    this.isFinishing = false;
  }

  private nextDue(): Due | null {
    const rung = nextRung(timedOf(this.progress), this.progress.armed);
    const alarm = nextAlarm(this.progress);
    return rung && (!alarm || rung.at <= alarm.at) ? rung : alarm;
  }

  private hasRungBefore(at: string): boolean {
    const next = this.nextDue();
    return next !== null && !this.isFinishing && this.progress.state === 'open' && next.at <= Date.parse(at);
  }

  private waitedFor(waiting: Waiting): Task[] {
    return waiting.kind === 'task' ? this.progress.openTasks.filter((task) => task.id === waiting.taskId) : [];
  }

  private stepOf(contents: StepContents, waiting: Waiting): StepRecord {
    const { input, ...progress } = this.progress;
    const nextTasks = progress.openTasks.filter((task) => task.status === 'open').map((task) => task.id);
    return {
      head: headOf(this.progress),
      seq: progress.recordSeq + 1,
      runId: workflowInfo().runId,
      at: this.now(),
      state: progress.state,
      stage: progress.stage,
      round: progress.round,
      closing: progress.closing,
      waiting,
      data: progress.data as StepRecord['data'],
      tasks: [...contents.tasks.values()],
      calendar: progress.calendar,
      clocks: timedOf(progress).flatMap(({ clock }) => clock ?? []),
      caseClocks: progress.caseClocks,
      breaches: progress.breaches,
      journal: contents.journal,
      journalHead: progress.journalHead,
      mails: contents.mails,
      answers: contents.answers.map((answer) => ({
        ...answer,
        caseId: input.head.id,
        caseState: progress.state,
        stage: progress.stage,
        nextTasks,
      })),
      commands: contents.commands,
      effects: contents.effects,
      ...(contents.listensTo.length > 0 && { listensTo: contents.listensTo }),
      ...(progress.window && { window: progress.window }),
      ...(progress.links.length > 0 && { links: progress.links }),
    };
  }

  private learn(step: StepRecord, recorded: Recorded): void {
    const { progress } = this;
    progress.recordSeq = step.seq;
    progress.journalHead = recorded.journalHead;
    progress.armed = recorded.armed;
    for (const answer of step.answers) keepAnswer(progress, answer);
    for (const resolved of recorded.resolved) {
      const task = progress.openTasks.find((candidate) => candidate.id === resolved.taskId);
      const participant = task?.participants.find((candidate) => candidate.seat === resolved.seat);
      if (!participant) continue;
      participant.keys.push(...resolved.addedKeys.filter((key) => !participant.keys.includes(key)));
      learnCalls(participant, resolved);
      learnSubstitutes(participant, resolved);
    }
    learnHeard(progress, recorded);
    progress.sentence = recorded.sentence;
    setCurrentDetails(recorded.sentence);
    if (recorded.mailIds.length > 0) this.send(recorded.mailIds);
  }

  private send(mailIds: readonly string[]): void {
    const sent = notify(mailIds).finally(() => this.sending.delete(sent));
    this.sending.add(sent);
  }

  private showInUi(): void {
    const { stage, state, priority, shownInUi } = this.progress;
    const isSame = stage === shownInUi.stage && state === shownInUi.state;
    if (isSame && priority === (shownInUi.priority ?? null)) return;
    upsertSearchAttributes([
      { key: SEARCH_ATTRIBUTES.stage, value: stage },
      { key: SEARCH_ATTRIBUTES.state, value: state },
      ...(priority ? [{ key: SEARCH_ATTRIBUTES.priority, value: priority }] : []),
    ]);
    this.progress.shownInUi = { stage, state, ...(priority && { priority }) };
  }
}

/** The head of the case, with those from whom it has come to be hidden, and as urgent as it has turned out to be. */
function headOf(progress: Progress<unknown>): StepRecord['head'] {
  const { input, hiddenLater, priority } = progress;
  const hidden = hiddenLater.length > 0 && { hiddenFrom: hiddenFromOf(progress) };
  return { ...input.head, ...hidden, ...(priority && { priority }) };
}

/** What a timer is set for. */
export type Due = NextRung | NextAlarm;

const RUNG_TITLES: Readonly<Record<(Rung | Lapse)['does'], string>> = {
  remind: '催办',
  'hand-over': '移交',
  tell: '报告',
  'call-next': '呼叫下一位值班人',
  'call-manager': '呼叫团队负责人',
  expire: '到期结束',
  lapse: '按超时处理',
};

function summaryOf(due: Due): string {
  if ('alarm' in due) return `${due.alarm}（${new Date(due.at).toISOString()}）`;
  const { of, walked, at, endsPause } = due;
  const name = titleOf(of);
  if (endsPause) return `${name}：恢复计时（${new Date(at).toISOString()}）`;
  const what = walked ? `${RUNG_TITLES[walked.rung.does]}（期限的 ${walked.rung.atPercent}%，` : '到期（';
  return `${name}：${what}${new Date(at).toISOString()}）`;
}
