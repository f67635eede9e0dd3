import type {
  CarriedOut,
  Effect,
  JournalDraft,
  JournalKind,
  MailDraft,
  StepAnswer,
} from '../../models/contracts/record';
import type { PersonName } from '../../models/contracts/people';
import type { Task } from '../../models/contracts/task';

/** An answer whose words about the case are filled in when the step is recorded. */
export type PendingAnswer = Pick<StepAnswer, 'key' | 'bodyHash' | 'taskId' | 'outcome' | 'at'>;

/** What has happened since the last record. */
export interface StepContents {
  readonly tasks: Map<string, Task>;
  readonly journal: JournalDraft[];
  readonly mails: MailDraft[];
  readonly effects: Effect[];
  readonly answers: PendingAnswer[];
  readonly commands: CarriedOut[];
  readonly listensTo: string[];
}

/** Collects what happens until the next stop, where it becomes one record. */
export class StepBuffer {
  private contents = emptyStep();
  private isWanted = false;

  /** True when something waits to be recorded. */
  get hasNews(): boolean {
    const { journal, listensTo, mails } = this.contents;
    return this.isWanted || journal.length > 0 || listensTo.length > 0 || mails.length > 0;
  }

  /** Notes a line of the journal, with the tasks it changed and the mails it causes. */
  note(
    kind: JournalKind,
    what: { at: string; stage: string; by?: PersonName | null; task?: Task; details?: JournalDraft['details'] },
    mails: readonly MailDraft[] = [],
  ): void {
    const { at, stage, by = null, task, details = {} } = what;
    this.contents.journal.push({ kind, at, stage, by, taskId: task?.id ?? null, details });
    if (task) this.contents.tasks.set(task.id, task);
    this.contents.mails.push(...mails);
  }

  /** Records a task anew, though no line of the journal is about it. */
  touch(task: Task): void {
    this.contents.tasks.set(task.id, task);
  }

  /** Asks whether somebody has said something about the case since the task's limit to go on began. */
  listen(task: Task): void {
    this.touch(task);
    this.contents.listensTo.push(task.id);
  }

  /** Sends mails that no line of the journal is about. */
  send(...mails: readonly MailDraft[]): void {
    this.contents.mails.push(...mails);
  }

  /** Wants a record though nothing has happened: what the case waits for is something else now. */
  want(): void {
    this.isWanted = true;
  }

  /** Adds a change of other rows. */
  effect(effect: Effect): void {
    this.contents.effects.push(effect);
  }

  /** Adds the answer that somebody waits for, with the command that it answers. */
  answer(answer: PendingAnswer, command?: CarriedOut): void {
    this.contents.answers.push(answer);
    if (command) this.contents.commands.push(command);
  }

  /** Takes everything out; what comes later belongs to the next record. */
  take(): StepContents {
    const taken = this.contents;
    this.contents = emptyStep();
    this.isWanted = false;
    return taken;
  }
}

function emptyStep(): StepContents {
  return { tasks: new Map(), journal: [], mails: [], effects: [], answers: [], commands: [], listensTo: [] };
}
