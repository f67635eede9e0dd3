import { WORK_STEPS } from '../../../models/callback-rules';
import type { CallbackRequest } from '../../../models/contracts/callback-forms';
import type { CaseRow, Database } from '../../../models/db';
import { isCustomerSide } from '../../../models/whom';

// As many as the form takes.
const MOST_WORKERS = 30;
const STEPS: Readonly<Record<string, readonly string[]>> = WORK_STEPS;

/** What cases know of who has worked on them, each in its own way. */
interface Worked {
  readonly engineer?: { readonly id: string } | null;
  readonly workers?: readonly string[];
  readonly people?: readonly { readonly person: string }[];
  readonly result?: { readonly workers?: string } | null;
}

/** A callback with everybody of ours who did the job that it is about, named by who begins it or not: they do not call back. */
export async function withWorkers(
  db: Database,
  values: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { about, workers = [] } = values as CallbackRequest;
  if (about === undefined) return values;
  const row = await db.cases.findById(about, { process: 1, data: 1 }).lean();
  if (!row) return values;
  const named = workers.map(({ person }) => person);
  const others = (await ours(db, await whoWorked(db, row))).filter((id) => !named.includes(id));
  const all = [...named, ...others].slice(0, Math.max(named.length, MOST_WORKERS));
  return all.length === 0 ? values : { ...values, workers: all.map((person) => ({ person })) };
}

async function whoWorked(db: Database, { _id, process, data }: Pick<CaseRow, '_id' | 'process' | 'data'>) {
  const { engineer, workers = [], people = [], result } = data as Worked;
  const step = { $in: STEPS[process] ?? [] };
  const decided = await db.tasks.distinct('decidedBy.id', { caseId: _id, step, outcome: { $nin: [null, 'reject'] } });
  const there = result?.workers?.split(',') ?? [];
  const known = [...(engineer ? [engineer.id] : []), ...workers, ...people.map(({ person }) => person), ...there];
  return [...new Set([...known, ...decided])];
}

/** Who of them is with us still; the form takes nobody else. */
async function ours(db: Database, ids: readonly string[]): Promise<string[]> {
  const users = await db.users.find({ _id: { $in: ids }, isActive: true }, { grants: 1 }).lean();
  const staff = users.filter(({ grants }) => !isCustomerSide(grants)).map(({ _id }) => _id);
  return ids.filter((id) => staff.includes(id));
}
