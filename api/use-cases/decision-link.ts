import type { z } from 'zod';
import type { completeTaskSchema } from '../../models/contracts/case-requests';
import type { Vote } from '../../models/contracts/task';
import type { StepAnswer } from '../../models/contracts/record';
import type { AttachmentRow, CaseRow, Database, DecisionLinkRow, TaskRow } from '../../models/db';
import { readFile } from '../../models/db/files';
import { processOf } from '../../models/contracts/processes';
import type { SignedIn } from '../authentication';
import { Problem } from '../http/problem';
import type { Accessed, Answer, Call } from '../http/route';
import { completeTask } from './complete-task';
import { namesInForm } from './names-in-form';
import { mayAct } from './tasks-seen';

/** What one person said on a task: alone, or as one of several. */
export type Opinion = Pick<Vote, 'outcome' | 'by' | 'forWhom' | 'at' | 'comment'>;

/** What a link leads to. */
export interface LinkedTask {
  readonly link: DecisionLinkRow;
  readonly state: 'open' | 'decided' | 'closed';
  readonly task: TaskRow;
  readonly row: CaseRow;
  /** The tasks of the case, in the order in which they were decided. */
  readonly decided: readonly TaskRow[];
  /** What the person has decided on it. */
  readonly own: Opinion | null;
  readonly files: readonly AttachmentRow[];
  /** What the records are called to which the request refers. */
  readonly names: Readonly<Record<string, string>>;
}

/** The task that a link asks for, with its case; to look changes nothing. */
export async function whatLinkAsks(db: Database, me: SignedIn): Promise<LinkedTask> {
  const link = linkOf(me);
  const { taskId, caseId } = link;
  const [task, row, decided, files] = await Promise.all([
    db.tasks.findById(taskId).lean<TaskRow>(),
    db.cases.findById(caseId, { search: 0 }).lean<CaseRow>(),
    db.tasks.find({ caseId, status: 'completed', isVoid: false }).sort({ closedAt: 1, _id: 1 }).lean<TaskRow[]>(),
    db.attachments.find({ caseId }).sort({ createdAt: 1, _id: 1 }).lean<AttachmentRow[]>(),
  ]);
  if (!task || !row) throw new Problem('link-unknown');
  const own = opinionsOf(task).find(({ by }) => by.id === me.id) ?? null;
  const state = own ? 'decided' : mayAct(me, task) ? 'open' : 'closed';
  const form = processOf(row.process)?.startForm;
  const names = form ? await namesInForm(db, form, (row.data.request ?? {}) as Readonly<Record<string, unknown>>) : {};
  // Who is no longer asked sees what it was about, and no more.
  return {
    link,
    state,
    task,
    row,
    own,
    names,
    ...(state === 'closed' ? { decided: [], files: [] } : { decided, files }),
  };
}

/** What was said on a task: the votes of several, or the decision of one. */
export function opinionsOf({ participants, decision }: Pick<TaskRow, 'participants' | 'decision'>): readonly Opinion[] {
  const votes = participants.flatMap(({ vote }) => vote ?? []);
  return votes.length > 0 ? votes : decision ? [decision] : [];
}

type Decision = Call<unknown, unknown, z.output<typeof completeTaskSchema>>;

/** Decides the one task that the link is for, as the person to whom it was sent; the access log keeps by which mail. */
export async function decideByLink(call: Decision): Promise<{ step: StepAnswer; access: Accessed }> {
  const { taskId, mailId } = linkOf(call.me);
  const step = await completeTask({ ...call, params: { id: taskId } });
  return { step, access: { target: taskId, details: { outcome: step.outcome, mail: mailId } } };
}

/** A file or a document of the case, for as long as the link shows it. */
export async function fileByLink(db: Database, me: SignedIn, fileId: string): Promise<NonNullable<Answer['file']>> {
  const { files, row, state } = await whatLinkAsks(db, me);
  const file = files.find(({ _id }) => _id === fileId);
  if (file) {
    const { contentType, fileName, sha256 } = file;
    return { stream: readFile(db.connection, 'attachments', fileId), contentType, fileName, sha256 };
  }
  const document = state === 'closed' ? undefined : row.documents.find(({ id }) => id === fileId);
  if (!document) throw new Problem('not-found');
  const { fileName, sha256 } = document;
  const stream = readFile(db.connection, 'documents', fileId);
  return { stream, contentType: 'application/pdf', fileName, sha256 };
}

function linkOf({ link }: SignedIn): DecisionLinkRow {
  if (!link) throw new Error('only who comes by a link is let in here');
  return link;
}
