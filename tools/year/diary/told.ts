import type { OpenCalendar } from '../../../models/calendar/open-calendar';
import { processOf } from '../../../models/contracts/processes';
import type { ProcessContract } from '../../../models/contracts/process';
import type { JournalKind, MailKind } from '../../../models/contracts/record';
import type { CaseRow, Database, JournalRow, TaskRow } from '../../../models/db';

/** An entry of a journal with all that its line in the diary tells. */
export interface Told {
  readonly entry: JournalRow;
  readonly process: ProcessContract;
  readonly ofCase: Pick<CaseRow, '_id' | 'subject' | 'customer'>;
  readonly task: TaskRow | null;
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

/** What a case's journal says from an entry on, in its order. */
export async function toldSince(
  db: Database,
  caseId: string,
  afterSeq: number,
  calendar: OpenCalendar,
): Promise<readonly Told[]> {
  const entries = await db.journal
    .find({ caseId, seq: { $gt: afterSeq } })
    .sort({ seq: 1 })
    .lean<JournalRow[]>();
  const ofCase = await db.cases.findById(caseId, { subject: 1, customer: 1, process: 1 }).lean<CaseRow>();
  const process = ofCase && processOf(ofCase.process);
  if (!ofCase || !process) throw new Error(`${caseId} has a journal and no row`);
  const told: Told[] = [];
  for (const entry of entries) {
    const task = entry.taskId === null ? null : await db.tasks.findById(entry.taskId).lean<TaskRow>();
    told.push({ entry, process, ofCase, task, recipients: await recipientsOf(db, entry), calendar });
  }
  return told;
}

async function recipientsOf(db: Database, { kind, caseId, taskId, at }: JournalRow): Promise<string[]> {
  const ofMail = MAIL_OF[kind];
  if (ofMail === undefined) return [];
  const mails = await db.mails.find({ caseId, taskId, kind: ofMail, createdAt: new Date(at) }, { recipient: 1 }).lean();
  const inOrder = mails.map(({ recipient }) => recipient).sort((a, b) => (a.id < b.id ? -1 : 1));
  return inOrder.map(({ name }) => name);
}
