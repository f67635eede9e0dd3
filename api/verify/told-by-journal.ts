import { hashOf } from '../../models/hash';
import type { CaseRow, DocumentRow, JournalRow, TaskRow } from '../../models/db';

type Told = Pick<JournalRow, 'kind' | 'taskId' | 'details' | 'by' | 'stage'>;

/** What the rows of a case say, beside what its journal tells. */
export interface Rows {
  readonly caseRow: Pick<CaseRow, 'state' | 'stage' | 'round'>;
  readonly tasks: readonly Pick<
    TaskRow,
    '_id' | 'step' | 'status' | 'outcome' | 'decidedBy' | 'isVoid' | 'decision' | 'quorum' | 'participants'
  >[];
  readonly documents: readonly Pick<DocumentRow, '_id' | 'sha256'>[];
}

interface ToldTask {
  status: TaskRow['status'];
  outcome: unknown;
  by: string | null;
  isVoid: boolean;
  answers: string;
  /** Of several who decide: who voted what, and in which words, by seat. */
  votes: Record<string, string>;
}

/** Compares the rows that lists and pages show with the journal that they follow from; what differs, in words. */
export function rowsApartFromJournal(journal: readonly Told[], { caseRow, tasks, documents }: Rows): string[] {
  const told = tasksTold(journal);
  const entered = journal.findLast((entry) => entry.kind === 'stage-entered');
  const closed = journal.findLast((entry) => entry.kind === 'case-closed');
  const filed = journal.filter((entry) => entry.kind === 'document-filed').map(({ details }) => details);
  return [
    ...differs('the state', caseRow.state, closed?.details.state ?? 'open'),
    ...differs('the stage', caseRow.stage, entered?.details.stage),
    ...differs('the round', caseRow.round, entered?.details.round),
    ...differs('the tasks', tasks.map((task) => task._id).sort(), [...told.keys()].sort()),
    ...tasks.flatMap((task) => taskApart(task, told.get(task._id))),
    ...differs('the documents', pairs(documents.map((one) => [one._id, one.sha256])), pairs(filed.map(idAndHash))),
  ];
}

function taskApart(task: Rows['tasks'][number], told: ToldTask | undefined): string[] {
  if (!told) return [];
  const what = `the task ${task._id}: `;
  return [
    ...differs(`${what}its status`, task.status, told.status),
    ...differs(`${what}its outcome`, task.outcome, told.outcome),
    ...differs(`${what}who decided`, task.decidedBy?.id ?? null, told.by),
    ...differs(`${what}whether it is void`, task.isVoid, told.isVoid),
    ...differs(`${what}its votes`, votesOf(task), told.votes),
    ...differs(`${what}its form and comment`, task.decision ? answersOf(task.decision) : '', told.answers),
  ];
}

function tasksTold(journal: readonly Told[]): Map<string, ToldTask> {
  const told = new Map<string, ToldTask>();
  for (const { kind, taskId, details, by } of journal) {
    if (kind === 'returned') for (const id of voidedBy(details)) change(told, id, { isVoid: true });
    if (taskId === null) continue;
    if (kind === 'task-opened')
      told.set(taskId, { status: 'open', outcome: null, by: null, isVoid: false, answers: '', votes: {} });
    if (kind === 'task-expired') change(told, taskId, { status: 'expired' });
    if (kind === 'task-withdrawn') change(told, taskId, { status: 'withdrawn' });
    if (kind === 'vote-cast') castVote(told.get(taskId), details, by?.id);
    if (kind === 'vote-withdrawn') delete told.get(taskId)?.votes[String(details.seat)];
    if (kind === 'task-completed') {
      const answers = answersOf(details);
      const decider = details.isByRemoval === true ? null : (by?.id ?? null);
      change(told, taskId, { status: 'completed', outcome: details.outcome, by: decider, answers });
    }
  }
  return told;
}

function castVote(task: ToldTask | undefined, { seat, outcome, comment }: Told['details'], by = ''): void {
  if (task) task.votes[String(seat)] = hashOf([by, outcome, comment]);
}

function votesOf({ quorum, participants }: Rows['tasks'][number]): Record<string, string> {
  const cast = participants.flatMap(({ seat, vote }) =>
    quorum && vote ? [[seat, hashOf([vote.by.id, vote.outcome, vote.comment])]] : [],
  );
  return Object.fromEntries(cast) as Record<string, string>;
}

function change(told: Map<string, ToldTask>, taskId: string, what: Partial<ToldTask>): void {
  const task = told.get(taskId);
  if (task) Object.assign(task, what);
}

function voidedBy(details: Told['details']): readonly string[] {
  return Array.isArray(details.void) ? (details.void as string[]) : [];
}

function answersOf({ comment, form, returnTo }: { comment?: unknown; form?: unknown; returnTo?: unknown }): string {
  return hashOf({ comment: comment ?? '', form: form ?? {}, returnTo: returnTo ?? null });
}

function idAndHash(details: Told['details']): [string, string] {
  return [String(details.id), String(details.sha256)];
}

/** A document that was filed twice under one id counts by its last bytes. */
function pairs(documents: readonly (readonly [string, string])[]): string[] {
  return [...new Map(documents)].map(([id, sha256]) => `${id} ${sha256}`).sort();
}

function differs(what: string, shown: unknown, told: unknown): string[] {
  return hashOf(shown ?? null) === hashOf(told ?? null)
    ? []
    : [`${what}: the row says ${words(shown)}, the journal ${words(told)}`];
}

function words(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
