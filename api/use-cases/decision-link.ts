import type { z } from 'zod';
import type { completeTaskSchema } from '../../models/contracts/case-requests';
import type { Form } from '../../models/contracts/form';
import type { PersonName } from '../../models/contracts/people';
import type { StepAnswer } from '../../models/contracts/record';
import type { Vote } from '../../models/contracts/task';
import type { AttachmentRow, CaseRow, Database, DecisionLinkRow, DeviceRow, TaskRow } from '../../models/db';
import { readFile } from '../../models/db/files';
import { said } from '../../models/faults';
import { isAskedOn } from '../../models/whom';
import { processOf } from '../../models/contracts/processes';
import type { SignedIn } from '../authentication';
import { Problem } from '../http/problem';
import type { Accessed, Answer, Call } from '../http/route';
import { completeTask } from './complete-task';
import { internalTo, speakersOn, type IsInternal } from './internal-words';
import { namesInForm } from './names-in-form';
import { mayAct } from './tasks-seen';

/** What one person said on a task: alone, or as one of several. */
export type Opinion = Pick<Vote, 'outcome' | 'by' | 'forWhom' | 'at' | 'comment'>;

/** The task that a link is for, and how it stands for the person to whom it was sent. */
interface Linked {
  readonly link: DecisionLinkRow;
  readonly state: 'open' | 'decided' | 'closed';
  readonly task: TaskRow;
  /** What the person has decided on it. */
  readonly own: Opinion | null;
}

/** What a link leads to. */
export interface LinkedTask extends Linked {
  readonly customer: PersonName | null;
  /** The case, as far as one decides by it; null for who has decided or is no longer asked, who sees what the mail told and no more. */
  readonly about: LinkedCase | null;
}

/** A case as somebody sees it who decides one task of it. */
interface LinkedCase {
  readonly row: CaseRow;
  /** Its tasks, in the order in which they were decided. */
  readonly decided: readonly TaskRow[];
  readonly files: readonly AttachmentRow[];
  /** What the records are called to which the request refers. */
  readonly names: Readonly<Record<string, string>>;
  /** The devices that it is about, as they are on record. */
  readonly devices: readonly DeviceRow[];
  readonly isInternal: IsInternal;
}

/** The task that a link asks for, with its case; to look changes nothing. */
export async function whatLinkAsks(db: Database, me: SignedIn): Promise<LinkedTask> {
  const linked = await taskOfLink(db, me);
  const row = await caseOf(db, linked);
  const { customer } = row;
  return { ...linked, customer, about: linked.state === 'open' ? await aboutCase(db, row, me) : null };
}

async function taskOfLink(db: Database, me: SignedIn): Promise<Linked> {
  const link = linkOf(me);
  const task = await db.tasks.findById(link.taskId).lean<TaskRow>();
  if (!task) throw new Problem('link-unknown');
  const own = opinionsOf(task).find(({ by }) => by.id === me.id) ?? null;
  return { link, task, own, state: own ? 'decided' : mayAct(me, task) ? 'open' : 'closed' };
}

async function caseOf(db: Database, { link }: Linked): Promise<CaseRow> {
  const row = await db.cases.findById(link.caseId, { search: 0 }).lean<CaseRow>();
  if (!row) throw new Problem('link-unknown');
  return row;
}

async function aboutCase(db: Database, row: CaseRow, me: SignedIn): Promise<LinkedCase> {
  const caseId = row._id;
  const form = processOf(row.process)?.startForm;
  const request = (row.data.request ?? {}) as Readonly<Record<string, unknown>>;
  const [decided, files, names, devices] = await Promise.all([
    db.tasks.find({ caseId, status: 'completed', isVoid: false }).sort({ closedAt: 1, _id: 1 }).lean<TaskRow[]>(),
    db.attachments.find({ caseId }).sort({ createdAt: 1, _id: 1 }).lean<AttachmentRow[]>(),
    form ? namesInForm(db, form, request) : {},
    form ? devicesIn(db, form, request) : [],
  ]);
  const isInternal = await internalTo(db, me, decided.flatMap(speakersOn));
  return { row, decided, files, names, devices, isInternal };
}

async function devicesIn(db: Database, form: Form, values: Readonly<Record<string, unknown>>): Promise<DeviceRow[]> {
  const named = Object.entries(form.fields).filter(([, { kind }]) => kind === 'device');
  return await db.devices.find({ _id: { $in: named.map(([name]) => String(values[name])) } }).lean<DeviceRow[]>();
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
  mustBeAsked(call.me, await taskOfLink(call.deps.db, call.me));
  const step = await completeTask({ ...call, params: { id: taskId } });
  return { step, access: { target: taskId, details: { outcome: step.outcome, mail: mailId } } };
}

/** Whatever is sent, it is too late for who has decided, and not theirs any more for who is no longer asked. */
function mustBeAsked(me: SignedIn, { task, own }: Linked): void {
  if (task.status !== 'open') throw new Problem('task-closed');
  if (own) throw new Problem('wrong-state', said('voted-already'));
  if (!isAskedOn(task.participants, me)) throw new Problem('link-withdrawn');
}

/** A file or a document of the case, for as long as the link asks for a decision. */
export async function fileByLink(db: Database, me: SignedIn, fileId: string): Promise<NonNullable<Answer['file']>> {
  const linked = await taskOfLink(db, me);
  if (linked.state !== 'open') throw new Problem('not-found');
  const file = await db.attachments.findOne({ _id: fileId, caseId: linked.link.caseId }).lean<AttachmentRow>();
  if (file) {
    const { contentType, fileName, sha256 } = file;
    return { stream: readFile(db.connection, 'attachments', fileId), contentType, fileName, sha256 };
  }
  const { documents } = await caseOf(db, linked);
  const document = documents.find(({ id }) => id === fileId);
  if (!document) throw new Problem('not-found');
  const { fileName, sha256 } = document;
  const stream = readFile(db.connection, 'documents', fileId);
  return { stream, contentType: 'application/pdf', fileName, sha256 };
}

function linkOf({ link }: SignedIn): DecisionLinkRow {
  if (!link) throw new Error('only who comes by a link is let in here');
  return link;
}
