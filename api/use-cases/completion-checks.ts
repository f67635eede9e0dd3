import type { Outcome } from '../../models/codes';
import type { Database, TaskRow } from '../../models/db';
import { CUTOVER_CHECKS } from './completions/change-cutover';
import type { References } from './references';

/** An answer to a task before it is given to the case: what was filled in, and what the case knows. */
export interface Completed {
  readonly db: Database;
  readonly outcome: Outcome;
  readonly values: Readonly<Record<string, unknown>>;
  readonly references: References;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Refuses, with pointers, what a form alone cannot tell to be wrong. */
export type CompletionCheck = (completed: Completed) => Promise<void> | void;

const CHECKS: Readonly<Record<string, Readonly<Record<string, CompletionCheck>>>> = {
  'change-cutover': CUTOVER_CHECKS,
};

/** Asks the procedure whether an answer to one of its steps holds together with what the case knows; most have nothing to say. */
export async function checkCompleted(task: TaskRow, completed: Omit<Completed, 'data'>): Promise<void> {
  const check = CHECKS[task.process]?.[task.step];
  if (!check) return;
  const row = await completed.db.cases.findById(task.caseId, { data: 1 }).lean();
  await check({ ...completed, data: row?.data ?? {} });
}
