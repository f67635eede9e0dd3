import type { CaseState, Priority, Role } from '../../models/codes';
import type { PersonName, Whom } from '../../models/contracts/people';
import type { Deadline } from '../../models/contracts/policy';
import type {
  CaseToOpen,
  CaseWindow,
  Clashes,
  DocumentRequest,
  Holders,
  JournalKind,
  MailDraft,
  MailKind,
  OpenedCase,
  Outsider,
} from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import {
  clashesOf,
  endOfDay,
  hideNaming,
  holdersOf,
  joinCase,
  knownBy,
  notToReopen,
  openAfter,
  openCase,
  produce,
} from '../activities';
import { documentId } from '../ids';
import { cameOf, linkKey, waitingFor, type Came, type LinkedEnd } from './came';
import { CaseClocks, followTasks } from './case-clocks';
import { closeAsWithdrawn } from './close-task';
import { joinedTo } from './links';
import { countUp, hiddenFromOf, type Progress } from './progress';
import { keyOf, openQuestion, type Question } from './question';
import type { Recorder } from './recorder';
import { Stops } from './stops';
import { voidDecisions } from './void-decisions';

/** A document on the case: its id, and when (ISO) it was issued. */
export interface Filed {
  readonly id: string;
  readonly at: string;
}

/** What a stage works with: it asks people, makes documents, and knows what was decided. */
export class Desk<Data> {
  constructor(
    private readonly progress: Progress<Data>,
    private readonly recorder: Recorder,
    private readonly stages: readonly string[],
  ) {
    this.clocks = new CaseClocks(progress, recorder);
    this.stops = new Stops(progress, recorder);
  }

  /** The clocks of the whole case. */
  readonly clocks: CaseClocks;
  private readonly askedInThisRun = new Set<string>();
  private readonly stops: Stops;

  /** The case has ended, and its procedure makes what comes after that. */
  afterEnd(): void {
    this.stops.afterEnd();
  }

  /** Why the case was ended, and by whom; empty as long as it is open, and where nobody ended it. */
  get ending(): { readonly reason: string; readonly by: PersonName | null } {
    const { closing, closedBy } = this.progress;
    return { reason: closing ?? '', by: closedBy };
  }

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

  /** These people, whatever roles they have. */
  persons(...ids: readonly string[]): Whom {
    return { kind: 'persons', ids };
  }

  /** The person who applied. */
  get applicant(): Whom {
    return { kind: 'persons', ids: [this.progress.input.head.applicant.id] };
  }

  /** The case as far as it is recorded. */
  get recorded(): { readonly caseId: string; readonly startedAt: string; readonly decisions: readonly Decision[] } {
    const { input, decisions } = this.progress;
    return { caseId: input.head.id, startedAt: input.head.startedAt, decisions };
  }

  /** True where the procedure of another case opened this one. */
  get isOpenedByCase(): boolean {
    return this.progress.input.head.origin !== undefined;
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

  /** The deadline of a step by the policy with which the case began. */
  deadline(step: string): Deadline {
    const deadline = this.progress.input.policy.deadlines[step];
    if (!deadline) throw new Error(`the policy sets no deadline for ${step}`);
    return deadline;
  }

  /** The deadline of a clock of the case by that policy, where it sets one. */
  caseDeadline(clock: string): Deadline | undefined {
    return this.progress.input.policy.caseDeadlines?.[clock];
  }

  /** Who decides a step together where the policy says so; nothing where one person does. */
  panel(step: string): Pick<Question, 'among' | 'quorum'> {
    const panel = this.progress.input.policy.panels?.[step];
    return panel ? { among: panel.among.map((role) => this.role(role)), quorum: panel.quorum } : {};
  }

  /**
   * The latest decision of a step, or of one thing that it is asked about, that is not void; none from before the case went on
   * at an earlier stage.
   */
  standing<Values = Record<string, unknown>>(step: string, item?: string): Decision<Values> | undefined {
    const { decisions, settled } = this.progress;
    const stands = (one: Decision) =>
      one.step === step && !one.isVoid && one.seat === undefined && (item === undefined || one.item === item);
    return decisions.findLast((one) => stands(one) && !settled.includes(one.taskId)) as Decision<Values> | undefined;
  }

  /** Opens a task, waits for the decision, and walks the ladder of its deadline meanwhile. */
  async ask<Values>(question: Question): Promise<Decision<Values>> {
    const key = keyOf(question);
    if (this.askedInThisRun.has(key)) throw new Error(`${key} was asked already in this stage`);
    this.askedInThisRun.add(key);
    const came = await this.firstOf([question]);
    if (came.kind !== 'decided') throw new Error(`${key} ended without an answer`);
    return came.decision as Decision<Values>;
  }

  /**
   * Opens the tasks of several questions and waits for whatever comes first: an answer, the end of a limit, an instant, the end of
   * a case that the procedure opened.
   */
  async firstOf(
    questions: readonly Question[],
    alarms: readonly string[] = [],
    cases: readonly string[] = [],
  ): Promise<Came> {
    const asked = questions.map((question) => ({ ...question, taskId: this.taskOf(question) }));
    const awaited = { asked, alarms, cases };
    const came = () => cameOf(this.progress, awaited);
    await this.stops.until(waitingFor(this.progress, awaited, this.now), () => came() !== undefined);
    return came() as Came;
  }

  /**
   * Opens another case, once under its key, as a person of ours would (ADR 3); that person is its applicant. Answers its number,
   * or why it was refused.
   */
  async openCase(key: string, toOpen: Omit<CaseToOpen, 'origin' | 'key'>): Promise<OpenedCase> {
    const { progress, recorder } = this;
    const known = progress.kept[linkKey(key)];
    if (known !== undefined) return { caseId: known };
    const work = { kind: 'work', doing: 'opening' } as const;
    await this.stops.until(work, () => !recorder.buffer.hasNews);
    const opened = await this.stops.during(openCase({ origin: progress.input.head.id, key, ...toOpen }), work);
    if ('refused' in opened) return opened;
    const { caseId } = opened;
    progress.kept[linkKey(key)] = caseId;
    const link = { caseId, process: toOpen.process, state: 'open' } as const;
    if (!progress.links.some((one) => one.caseId === caseId)) progress.links.push(link);
    recorder.note('case-opened', { details: link });
    return opened;
  }

  /** Waits until a case that the procedure opened has ended; how it did, and what it came to. */
  async untilClosed(key: string): Promise<LinkedEnd & { readonly key: string }> {
    const came = await this.firstOf([], [], [key]);
    if (came.kind !== 'closed') throw new Error(`${key} did not close`);
    return came;
  }

  /** The numbers of the cases that this one has opened and that go on; of these procedures, where some are named. */
  openLinks(...processes: readonly string[]): readonly string[] {
    const isOne = (process: string) => processes.length === 0 || processes.includes(process);
    return this.progress.links
      .filter(({ process, state }) => state === 'open' && isOne(process))
      .map(({ caseId }) => caseId);
  }

  /** The numbers of the cases that were joined to this one. */
  get joined(): readonly string[] {
    return joinedTo(this.progress);
  }

  /** Waits for an instant of the procedure. */
  async until(alarm: string): Promise<void> {
    await this.firstOf([], [alarm]);
  }

  /** Names an instant (ISO) that stages wait for; one that is set anew has not been reached. */
  setAlarm(name: string, at: string): void {
    this.once(`alarm.${name}`, () => {
      this.progress.alarms[name] = { at, reachedAt: null };
    });
  }

  /** Names an instant (ISO) that comes again and again, for its next time. */
  setAlarmAnew(name: string, at: string): void {
    this.progress.alarms[name] = { at, reachedAt: null };
    this.recorder.buffer.want();
  }

  /** The first open instant (ISO) once so much open time has passed since another, by the case's calendar. */
  async openAfter(from: string, openInMs: number): Promise<string> {
    const work = { kind: 'work', doing: 'open-time' } as const;
    await this.stops.until(work, () => !this.recorder.buffer.hasNews);
    return await this.stops.during(openAfter(this.progress.calendar, from, openInMs), work);
  }

  /** The end (ISO) of the day of an instant in the company's zone, as it was found once in a visit of a stage. */
  async endOfDay(at: string): Promise<string> {
    return await this.lookedUp('end-of-day', async () => await endOfDay(at));
  }

  /** Lets an instant go by that no stage waits for any more. */
  dropAlarm(name: string): void {
    delete this.progress.alarms[name];
  }

  /** True once an instant was reached. */
  hasReached(alarm: string): boolean {
    return (this.progress.alarms[alarm]?.reachedAt ?? null) !== null;
  }

  /** Takes a task back that the procedure needs no answer to any more; who had it is told. */
  withdraw(question: Pick<Question, 'step' | 'item'>): void {
    const { progress, recorder } = this;
    const key = keyOf(question);
    const taskId = progress.visit[key] ?? progress.kept[key];
    const task = progress.openTasks.find(({ id, status }) => id === taskId && status === 'open');
    if (!task) return;
    delete progress.kept[key];
    closeAsWithdrawn(recorder, task, { goesOn: 'needless' });
    followTasks(progress, recorder);
  }

  /** Does something once in a visit of a stage, also where the stage is walked anew in another run. */
  once(what: string, act: () => void): void {
    if (this.progress.visit[what]) return;
    this.progress.visit[what] = 'done';
    act();
  }

  /** Notes in the journal what a procedure has to say of itself. */
  note(kind: JournalKind, details: Readonly<Record<string, unknown>>, by: PersonName | null = null): void {
    this.recorder.note(kind, { details, by });
  }

  /** Who holds these roles for the case's customer at this moment; nobody from whom the case is hidden. */
  async holders(roles: readonly Role[]): Promise<Holders> {
    const { head } = this.progress.input;
    const work = { kind: 'work', doing: 'holders' } as const;
    await this.stops.until(work, () => !this.recorder.buffer.hasNews);
    return await this.stops.during(holdersOf(roles, head.customer?.id ?? null, this.hiddenFrom), work);
  }

  /** The persons who never learn of the case, and have no part in it. */
  get hiddenFrom(): readonly string[] {
    return hiddenFromOf(this.progress);
  }

  /** From now on these never learn of the case either; what they could have been asked they are asked no more. */
  hideFrom(...ids: readonly string[]): void {
    const { hiddenLater } = this.progress;
    hiddenLater.push(...ids.filter((id) => !this.hiddenFrom.includes(id)));
  }

  /** What names this case is hidden from these as well, now that it is. */
  async hideNaming(...ids: readonly string[]): Promise<void> {
    const work = { kind: 'work', doing: 'hiding' } as const;
    await this.stops.until(work, () => !this.recorder.buffer.hasNews);
    await this.stops.during(hideNaming(this.progress.input.head.id, ids), work);
  }

  /** Joins this case to another that is open about the same; why that cannot be, or null. */
  async join(into: string): Promise<Text | null> {
    const { head } = this.progress.input;
    const work = { kind: 'work', doing: 'joining' } as const;
    await this.stops.until(work, () => !this.recorder.buffer.hasNews);
    const refused = await this.stops.during(joinCase(head.id, into), work);
    if (refused === null) this.recorder.note('case-joined', { details: { into } });
    return refused;
  }

  /** Writes to somebody whom the directory does not know. */
  tellOutside(kind: MailKind, details: MailDraft['details'], toOutside: Outsider, contacts?: Whom): void {
    const [to, step] = [this.persons(), this.progress.stage];
    const mail = { kind, step, taskId: null, to, toOutside, excluded: [], details };
    this.recorder.buffer.send({ ...mail, ...(contacts && { contacts }) });
  }

  /** Writes to people about the case as a whole, and gives whom else they may turn to, with phone numbers. */
  tellContacts(kind: MailKind, contacts: Whom, to: Whom): void {
    const { stage: step } = this.progress;
    this.recorder.buffer.send({ kind, step, taskId: null, to, excluded: [], details: {}, contacts });
  }

  /** Writes to people about the case as a whole. */
  tell(kind: MailKind, details: MailDraft['details'], ...to: readonly Whom[]): void {
    const { stage: step } = this.progress;
    const mails = to.map((whom) => ({ kind, step, taskId: null, to: whom, excluded: [], details }));
    this.recorder.buffer.send(...mails);
  }

  /** True while a stage waits, or has waited, for the instant. */
  hasAlarm(alarm: string): boolean {
    return this.progress.alarms[alarm] !== undefined;
  }

  /** The instant (ISO) of what is happening. */
  get now(): string {
    return this.recorder.now();
  }

  /** Reserves the time in which the case works on things. */
  reserve(window: CaseWindow): void {
    this.once('window', () => {
      this.progress.window = window;
      this.recorder.note('window-reserved', { details: { window } });
    });
  }

  /** What was reserved is held until then (ISO); null: nobody knows until when. */
  hold(until: string | null): void {
    const { progress } = this;
    if (progress.window) progress.window = { ...progress.window, until };
  }

  /** What stands in the way of what is reserved, as it was found once in a visit of a stage. */
  async clashes(): Promise<Clashes> {
    const { progress } = this;
    const { window } = progress;
    if (!window) throw new Error('nothing was reserved');
    // Of two that reserve at the same time, at least one finds the other: each looks once its own window is recorded.
    return await this.lookedUp('clashes', async () => await clashesOf(progress.input.head.id, window));
  }

  /** What a case that this one repeats came to know, as it was found once in a visit of a stage. */
  async knownBy(caseId: string, names: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    return await this.lookedUp('known', async () => await knownBy(caseId, names), `known.${caseId}.${names.join('.')}`);
  }

  /** Why a fault of a customer cannot be reopened, or null, as it was found once in a visit of a stage. */
  async notToReopen(faultId: string, customerId: string): Promise<Text | null> {
    return await this.lookedUp('reopening', async () => await notToReopen(faultId, customerId, this.now));
  }

  /** It has turned out to be more or less urgent than it began. */
  setPriority(priority: Priority): void {
    this.progress.priority = priority;
    this.recorder.buffer.want();
  }

  /** What was decided in these stages counts no more. */
  revoke(...stages: readonly string[]): void {
    voidDecisions(this.progress, this.recorder, stages);
  }

  /**
   * Produces a document of what is known now, stores it, and files it on the case, once in a visit of a stage; of several of
   * one kind, `which` tells them apart.
   */
  async file(kind: string, state: CaseState, which = ''): Promise<Filed> {
    const key = which === '' ? kind : `${kind}#${which}`;
    const filed = this.progress.visit[key];
    if (filed !== undefined) return { id: filed, at: this.progress.visit[`${key}.at`] ?? '' };
    await this.stops.until({ kind: 'work', doing: kind }, () => !this.recorder.buffer.hasNews);
    const { input, decisions, journalHead, data, caseClocks } = this.progress;
    const id = documentId(input.head.id, kind, countUp(this.progress, kind));
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
      ...(caseClocks.length > 0 && { caseClocks, calendar: this.progress.calendar }),
    });
    const document = await this.stops.during(made, { kind: 'work', doing: kind });
    this.progress.visit[key] = id;
    this.progress.visit[`${key}.at`] = issuedAt;
    this.recorder.buffer.effect({ kind: 'file-document', document });
    this.recorder.note('document-filed', { details: { id, title: document.title, sha256: document.sha256 } });
    return { id, at: issuedAt };
  }

  /** Marks a device as scrapped, together with the step's record. */
  scrapDevice(deviceId: string): void {
    this.recorder.buffer.effect({ kind: 'scrap-device', deviceId, at: this.recorder.now() });
    this.recorder.note('device-scrapped', { details: { deviceId } });
  }

  private async lookedUp<Found>(doing: string, look: () => Promise<Found>, what = doing): Promise<Found> {
    const { visit } = this.progress;
    const known = visit[`found.${what}`];
    if (known !== undefined) return JSON.parse(known) as Found;
    const work = { kind: 'work', doing } as const;
    await this.stops.until(work, () => !this.recorder.buffer.hasNews);
    const found = await this.stops.during(look(), work);
    visit[`found.${what}`] = JSON.stringify(found);
    return found;
  }

  private taskOf(question: Question): string {
    const { progress } = this;
    const key = keyOf(question);
    const known = progress.visit[key] ?? (question.stays ? progress.kept[key] : undefined);
    const id = known ?? openQuestion(progress, this.recorder, this.stages, question);
    progress.visit[key] = id;
    if (question.stays) progress.kept[key] = id;
    return id;
  }
}
