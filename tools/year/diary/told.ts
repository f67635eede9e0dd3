import type { OpenCalendar } from '../../../models/calendar/open-calendar';
import { processOf } from '../../../models/contracts/processes';
import type { ProcessContract } from '../../../models/contracts/process';
import type { JournalKind, MailKind } from '../../../models/contracts/record';
import type { CaseClock } from '../../../models/contracts/case-clock';
import type { SlaClock } from '../../../models/contracts/sla-clock';
import type { CaseRow, Database, JournalRow, MailRow, TaskRow } from '../../../models/db';

/** An entry of a journal with all that its line in the diary tells. */
export interface Told {
  readonly entry: JournalRow;
  readonly process: ProcessContract;
  readonly ofCase: Pick<CaseRow, '_id' | 'subject' | 'customer'>;
  readonly task: TaskRow | null;
  /** The clock that it is about: the task's, or one of the whole case. */
  readonly clock: SlaClock | null;
  /** Those to whom this entry sent a mail. */
  readonly recipients: readonly string[];
  readonly calendar: OpenCalendar;
}

const MAIL_OF: Partial<Record<JournalKind, MailKind>> = {
  'task-opened': 'task-opened',
  reminded: 'task-reminder',
  'handed-over': 'task-escalated',
  told: 'task-late',
};
const CASE_MAIL_OF: Partial<Record<JournalKind, MailKind>> = { reminded: 'case-reminder', told: 'case-late' };

/** Reads what the journal of a case says from an entry on, in its order. */
export type ReadJournal = (caseId: string, afterSeq: number, calendar: OpenCalendar) => Promise<readonly Told[]>;

/** Reads journals; what never changes of a case is read once. */
export function journalReader(db: Database): ReadJournal {
  const known = new Map<string, CaseRow>();
  const readCase = async (caseId: string): Promise<CaseRow> => {
    const row = known.get(caseId) ?? (await db.cases.findById(caseId, FIXED).lean<CaseRow>());
    if (!row) throw new Error(`${caseId} has a journal and no row`);
    known.set(caseId, row);
    return row;
  };
  return async (caseId, afterSeq, calendar) => {
    const unread = { caseId, seq: { $gt: afterSeq } };
    const entries = await db.journal.find(unread).sort({ seq: 1 }).lean<JournalRow[]>();
    const ofCase = await readCase(caseId);
    const process = processOf(ofCase.process);
    if (!process) throw new Error(`no process ${ofCase.process} is installed`);
    const taskIds = [...new Set(entries.flatMap(({ taskId }) => taskId ?? []))];
    const tasks = taskIds.length === 0 ? [] : await db.tasks.find({ _id: { $in: taskIds } }).lean<TaskRow[]>();
    const mails = await mailsOf(db, caseId, entries);
    const clocks = await clocksOf(db, caseId, entries);
    return entries.map((entry) => {
      const task = tasks.find(({ _id }) => _id === entry.taskId) ?? null;
      const clock = task?.clock ?? clocks.find(({ name }) => name === entry.details.clock)?.clock ?? null;
      return { entry, process, ofCase, task, clock, recipients: recipientsOf(mails, entry), calendar };
    });
  };
}

const FIXED = { subject: 1, customer: 1, process: 1 } as const;

async function clocksOf(db: Database, caseId: string, entries: readonly JournalRow[]): Promise<readonly CaseClock[]> {
  if (entries.every(({ details }) => details.clock === undefined)) return [];
  return (await db.cases.findById(caseId, { clocks: 1 }).lean<CaseRow>())?.clocks ?? [];
}

async function mailsOf(db: Database, caseId: string, entries: readonly JournalRow[]): Promise<MailRow[]> {
  const instants = entries.flatMap(({ kind, at }) => (MAIL_OF[kind] === undefined ? [] : [new Date(at)]));
  return instants.length === 0 ? [] : await db.mails.find({ caseId, createdAt: { $in: instants } }).lean<MailRow[]>();
}

function recipientsOf(mails: readonly MailRow[], { kind, taskId, at }: JournalRow): string[] {
  const isOf = (mail: MailRow) =>
    mail.kind === (taskId === null ? CASE_MAIL_OF : MAIL_OF)[kind] &&
    (taskId === null || mail.taskId === taskId) &&
    mail.createdAt.toISOString() === at;
  const inOrder = mails
    .filter(isOf)
    .map(({ recipient }) => recipient)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return inOrder.map(({ name }) => name);
}
