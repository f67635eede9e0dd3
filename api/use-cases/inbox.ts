import type { ClientSession } from 'mongoose';
import { personKey } from '../../models/codes';
import { OPEN_TO, type Database, type TaskRow } from '../../models/db';
import { notHiddenFrom } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import { inBatches } from './batches';
import { casesWith } from './case-list';
import { beyond, type Filter } from './filters';

/** What an inbox is filtered by. */
export interface InboxFilter {
  readonly view: 'open' | 'claimed' | 'decided';
  readonly q?: string | undefined;
  readonly process?: string | undefined;
  readonly customer?: string | undefined;
  readonly case?: string | undefined;
  /** Past its deadline: now, or when it was decided. */
  readonly overdue?: boolean | undefined;
  /** Its clock stands still; what was decided is never paused. */
  readonly paused?: boolean | undefined;
}

/** A place in an inbox: the instant by which it is ordered, and the task. */
export interface InboxPosition {
  readonly at: string;
  readonly id: string;
}

// Only a page of a task needs them.
const LINE = { form: 0, prefill: 0, outcomes: 0, returnTo: 0, ladder: 0, clock: 0, decision: 0 } as const;
const COMPARED_AT_ONCE = 200;

/** What a line of an inbox shows of a task. */
export type TaskLineRow = Omit<TaskRow, keyof typeof LINE>;

/** The tasks that are mine to do, or mine alone, the earliest due first; or those that I decided or voted on, the latest first. */
export async function tasksListed(
  db: Database,
  me: SignedIn,
  filter: InboxFilter,
  after: InboxPosition | null,
  limit: number,
  now: Date,
): Promise<TaskLineRow[]> {
  if (filter.q === undefined) return await inboxRows(db, me, filter, after, now).limit(limit).lean<TaskLineRow[]>();
  const rows: TaskLineRow[] = [];
  for await (const some of tasksInBatches(db, me, filter, after, now)) {
    rows.push(...some);
    if (rows.length >= limit) break;
  }
  return rows.slice(0, limit);
}

/** The same tasks, all of them, some at a time. */
export async function* tasksInBatches(
  db: Database,
  me: SignedIn,
  filter: InboxFilter,
  after: InboxPosition | null,
  now: Date,
  session: ClientSession | null = null,
): AsyncGenerator<readonly TaskLineRow[]> {
  const found = filter.q === undefined ? {} : await casesWith(db, me, filter.q);
  if (!found) return;
  const list = inboxRows(db, me, filter, after, now).session(session).lean<TaskLineRow[]>();
  for await (const some of inBatches(list.cursor({ batchSize: COMPARED_AT_ONCE }), COMPARED_AT_ONCE))
    yield filter.q === undefined ? some : await tasksOfCases(db, some, found, session);
}

function inboxRows(db: Database, me: SignedIn, filter: InboxFilter, after: InboxPosition | null, now: Date) {
  const { where, order } = inboxQuery(me, filter, after, now);
  const list = db.tasks.find(where, LINE).sort(order);
  const index = indexFor(filter);
  return index === undefined ? list : list.hint(index);
}

// The planner remembers what was best for somebody with few tasks; one index is good for every inbox.
function indexFor(filter: InboxFilter) {
  // Few tasks are paused, so they have an index of their own.
  if (filter.paused === true) return 'pausedTasks';
  return filter.view !== 'decided' && filter.case === undefined ? OPEN_TO : undefined;
}

/** The filter and the order of an inbox. */
export function inboxQuery(me: SignedIn, filter: InboxFilter, after: InboxPosition | null, now: Date) {
  const narrowed = {
    ...(filter.process ? { process: filter.process } : {}),
    ...(filter.customer ? { customerId: filter.customer } : {}),
    ...(filter.case ? { caseId: filter.case } : {}),
    // As in the condition of the index.
    ...(filter.paused === undefined ? {} : { pause: filter.paused ? { $type: 'object' } : null }),
  };
  const isDecided = filter.view === 'decided';
  const field = isDecided ? 'decidedAt' : 'sortAt';
  const direction = isDecided ? -1 : 1;
  const rest = after ? beyond(field, isDecided ? '$lt' : '$gt', new Date(after.at), after.id) : {};
  const keys = filter.view === 'claimed' ? [personKey(me.id)] : me.keys;
  const mine = isDecided
    ? { votedBy: me.id }
    : { status: 'open' as const, openTo: { $in: keys }, excluded: { $ne: me.id }, votedBy: { $ne: me.id } };
  const order: Record<string, 1 | -1> = { [field]: direction, _id: direction };
  return {
    where: { $and: [{ ...mine, ...narrowed }, rest, lateness(filter, now), notHiddenFrom(me, 'caseId')] },
    order,
  };
}

/** The place of a task in its inbox. */
export function positionInInbox(
  task: Pick<TaskRow, '_id' | 'sortAt' | 'openedAt' | 'decidedAt'>,
  view: InboxFilter['view'],
): InboxPosition {
  const at = view === 'decided' ? (task.decidedAt ?? task.openedAt) : task.sortAt;
  return { at: at.toISOString(), id: task._id };
}

function lateness({ view, overdue }: InboxFilter, now: Date): Filter {
  if (overdue === undefined) return {};
  if (view !== 'decided') return { sortAt: overdue ? { $lt: now } : { $gte: now } };
  // A task without a deadline is to be sorted last, and is late never.
  return { $expr: { [overdue ? '$lt' : '$gte']: ['$sortAt', '$decidedAt'] } };
}

// A task is found by what its case is found by; an inbox is a person's, so it is compared a handful at a time.
async function tasksOfCases(
  db: Database,
  tasks: readonly TaskLineRow[],
  found: Filter,
  session: ClientSession | null,
): Promise<TaskLineRow[]> {
  const ids = [...new Set(tasks.map(({ caseId }) => caseId))];
  const rows = await db.cases
    .find({ $and: [{ _id: { $in: ids } }, found] }, { _id: 1 })
    .session(session)
    .lean();
  const known = new Set(rows.map(({ _id }) => _id));
  return tasks.filter(({ caseId }) => known.has(caseId));
}
