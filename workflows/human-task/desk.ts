import { workflowInfo } from '@temporalio/workflow';
import type { CaseState, Outcome, Role } from '../../models/codes';
import type { Whom } from '../../models/contracts/people';
import type { Quorum } from '../../models/contracts/quorum';
import type { DocumentRequest, Waiting } from '../../models/contracts/record';
import type { Decision, Participant, Task } from '../../models/contracts/task';
import { tallyOf, waitingSeats } from '../../models/quorum';
import { keysOf } from '../../models/whom';
import { produce } from '../activities';
import { documentId, taskId } from '../ids';
import { CaseClocks, followTasks } from './case-clocks';
import { dutySeat, toCalled } from './duty';
import { clockOf, ladderOf } from './ladder';
import { walkRung } from './ladder-walk';
import { mailToSeat } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** A question to a person: which step, who may answer, what they may answer. */
export interface Question {
  readonly step: string;
  readonly whom: Whom;
  /** Several who decide together, each a seat of their own, instead of the one; `quorum` says how. */
  readonly among?: readonly Whom[];
  readonly quorum?: Quorum;
  readonly form: { readonly id: string; readonly version: number };
  readonly outcomes?: readonly Outcome[];
  readonly prefill?: Readonly<Record<string, unknown>>;
  /** True where nobody may decide on what they applied for. */
  readonly excludesApplicant?: boolean;
}

/** Thrown inside a stage to leave it: the case ended meanwhile, or continues in a new run. */
export class StageLeft extends Error {
  constructor(readonly because: 'ended' | 'continues-as-new') {
    super(because);
  }
}

const HISTORY_IS_LONG = 2_000;

/** What a stage works with: it asks people, makes documents, and knows what was decided. */
export class Desk<Data> {
  constructor(
    private readonly progress: Progress<Data>,
    private readonly recorder: Recorder,
    private readonly stages: readonly string[],
  ) {
    this.clocks = new CaseClocks(progress, recorder);
  }

  /** The clocks of the whole case. */
  readonly clocks: CaseClocks;
  private readonly askedInThisRun = new Set<string>();
  private isStopped = false;

  /** A new stage begins: its questions may be asked. */
  enterStage(): void {
    this.askedInThisRun.clear();
    this.clocks.enterStage();
  }

  /** The state of the procedure's own; whatever it changes is recorded with the step. */
  get data(): Data {
    return this.progress.data;
  }

  /** What the records that the request refers to said when it was made. */
  get facts(): Readonly<Record<string, unknown>> {
    return this.progress.input.facts;
  }

  /** Everybody with this role for the case's customer, or for the whole company. */
  role(role: Role): Whom {
    return { kind: 'role', role, customerId: this.progress.input.head.customer?.id ?? null };
  }

  /** The person who applied. */
  get applicant(): Whom {
    return { kind: 'persons', ids: [this.progress.input.head.applicant.id] };
  }

  /** True when the case was sent back and passes this stage once more. */
  get isRepeated(): boolean {
    return this.progress.visitedStages.includes(this.progress.stage);
  }

  /** An amount of the policy with which the case began. */
  amount(name: string): number {
    const amount = this.progress.input.policy.amounts[name];
    if (amount === undefined) throw new Error(`the policy names no amount ${name}`);
    return amount;
  }

  /** Who decides a step together where the policy says so; nothing where one person does. */
  panel(step: string): Pick<Question, 'among' | 'quorum'> {
    const panel = this.progress.input.policy.panels?.[step];
    return panel ? { among: panel.among.map((role) => this.role(role)), quorum: panel.quorum } : {};
  }

  /** The latest decision of a step that is not void. */
  standing<Values = Record<string, unknown>>(step: string): Decision<Values> | undefined {
    const stands = ({ step: of, isVoid, seat }: Decision) => of === step && !isVoid && seat === undefined;
    return this.progress.decisions.findLast(stands) as Decision<Values> | undefined;
  }

  /** Opens a task, waits for the decision, and walks the ladder of its deadline meanwhile. */
  async ask<Values>(question: Question): Promise<Decision<Values>> {
    if (this.askedInThisRun.has(question.step)) throw new Error(`${question.step} was asked already in this stage`);
    this.askedInThisRun.add(question.step);
    const task = this.progress.visit[question.step] ?? this.open(question);
    const answered = () =>
      this.progress.decisions.find((decision) => decision.taskId === task && decision.seat === undefined);
    await this.stop({ kind: 'task', taskId: task }, () => answered() !== undefined);
    return answered() as Decision<Values>;
  }

  /** Produces a document of what is known now, stores it, and files it on the case. */
  async file(kind: string, state: CaseState): Promise<void> {
    if (this.progress.visit[kind]) return;
    await this.stop({ kind: 'work', doing: kind }, () => !this.recorder.buffer.hasNews);
    const { input, decisions, journalHead, data } = this.progress;
    const id = documentId(input.head.id, kind, this.count(kind));
    const issuedAt = this.recorder.now();
    const made = produce({
      id,
      kind,
      head: input.head,
      state,
      data: data as DocumentRequest['data'],
      facts: input.facts,
      decisions,
      issuedAt,
      journalHead,
    });
    const document = await this.meanwhile(made, { kind: 'work', doing: kind });
    this.progress.visit[kind] = id;
    this.recorder.buffer.effect({ kind: 'file-document', document });
    this.recorder.note('document-filed', { details: { id, title: document.title, sha256: document.sha256 } });
  }

  /** Marks a device as scrapped, together with the step's record. */
  scrapDevice(deviceId: string): void {
    this.recorder.buffer.effect({ kind: 'scrap-device', deviceId, at: this.recorder.now() });
    this.recorder.note('device-scrapped', { details: { deviceId } });
  }

  private open(question: Question): string {
    const { progress, recorder } = this;
    const openedAt = recorder.now();
    const { head, policy } = progress.input;
    const id = taskId(head.id, question.step, this.count(question.step));
    const deadline = policy.deadlines[question.step];
    const excluded = question.excludesApplicant ? [head.applicant.id] : [];
    const signing = policy.signatures?.[question.step];
    const task: Task = {
      id,
      caseId: head.id,
      stage: progress.stage,
      step: question.step,
      round: progress.round,
      form: question.form,
      prefill: question.prefill ?? {},
      outcomes: question.outcomes ?? ['submit'],
      ...(signing && { signing }),
      returnTo: question.outcomes?.includes('return') ? this.stages.slice(0, this.stages.indexOf(progress.stage)) : [],
      openedAt,
      excluded,
      ...this.seatsOf(question, openedAt),
      ladder: deadline ? ladderOf(deadline) : [],
      clock: deadline ? clockOf(id, deadline, openedAt) : null,
      status: 'open',
      closedAt: null,
      decision: null,
    };
    progress.openTasks.push(task);
    progress.visit[question.step] = id;
    const mails = waitingSeats(task).map((seat) =>
      toCalled(seat, mailToSeat(task, 'task-opened', seat, this.returnedBecause())),
    );
    const tally = tallyOf(task);
    const details = { step: question.step, ...(tally ? { quorum: task.quorum, tally } : {}) };
    recorder.note('task-opened', { at: openedAt, task, details }, mails);
    followTasks(progress, recorder);
    return id;
  }

  /** A step that somebody with a role does is done by whoever is on duty, where the policy says so. */
  private seatsOf(question: Question, at: string): Pick<Task, 'participants' | 'quorum'> {
    const onDuty = this.progress.input.policy.onDuty?.[question.step];
    if (!onDuty || question.quorum || question.whom.kind !== 'role') return seatsOf(question);
    return { participants: [dutySeat(question.step, onDuty, at)] };
  }

  private returnedBecause(): Record<string, unknown> {
    const last = this.progress.decisions.at(-1);
    return last?.outcome === 'return' ? { returnedBy: last.by.name, reason: last.comment } : {};
  }

  private async stop(waiting: Waiting, isOver: () => boolean): Promise<void> {
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
      if (progress.state !== 'open') throw new StageLeft('ended');
      if (isOver()) return;
      if (recorder.buffer.hasNews) {
        await recorder.flush(waiting);
        continue;
      }
      if (this.mayContinueAsNew()) throw new StageLeft('continues-as-new');
      const hasNews = () => isOver() || recorder.buffer.hasNews || progress.state !== 'open' || this.mayContinueAsNew();
      const due = await recorder.untilNewsOrRung(hasNews);
      // What came with the timer has a record of its own; the rung is due still.
      if (due && !hasNews()) walkRung(progress, recorder, due);
    }
  }

  private async meanwhile<Result>(work: Promise<Result>, waiting: Waiting): Promise<Result> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    done.catch(() => undefined);
    await this.stop(waiting, () => isDone);
    return await done;
  }

  private mayContinueAsNew(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return (
      (continueAsNewSuggested || historyLength > HISTORY_IS_LONG) &&
      this.recorder.isIdle &&
      this.progress.openTasks.some((task) => task.status === 'open')
    );
  }

  private count(what: string): number {
    const count = (this.progress.counts[what] ?? 0) + 1;
    this.progress.counts[what] = count;
    return count;
  }
}

function seatsOf({ step, whom, among, quorum }: Question): Pick<Task, 'participants' | 'quorum'> {
  if (!among || !quorum) return { participants: [seatOf(step, whom)] };
  return { quorum, participants: among.map((one, index) => seatOf(`${index + 1}`, one)) };
}

function seatOf(seat: string, whom: Whom): Participant {
  const eligible = whom.kind === 'persons' ? [] : keysOf(whom);
  return { seat, whom, keys: keysOf(whom), eligible, assignee: null, owner: null, vote: null };
}
