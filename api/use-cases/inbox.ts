import type { TaskRow } from '../../models/db';
import type { SignedIn } from '../authentication';

/** What an inbox is filtered by. */
export interface InboxFilter {
  readonly view: 'open' | 'decided';
  readonly process?: string | undefined;
  readonly customer?: string | undefined;
  readonly case?: string | undefined;
}

/** A place in an inbox: the instant by which it is ordered, and the task. */
export interface InboxPosition {
  readonly at: string;
  readonly id: string;
}

/** The tasks that are mine to do, the earliest due first; or those that I decided, the latest first. */
export function inboxQuery(me: SignedIn, filter: InboxFilter, after: InboxPosition | null) {
  const narrowed = {
    ...(filter.process ? { process: filter.process } : {}),
    ...(filter.customer ? { customerId: filter.customer } : {}),
    ...(filter.case ? { caseId: filter.case } : {}),
  };
  const field = filter.view === 'open' ? 'sortAt' : 'closedAt';
  const direction = filter.view === 'open' ? 1 : -1;
  const beyond = filter.view === 'open' ? '$gt' : '$lt';
  const at = after ? new Date(after.at) : null;
  const rest = after ? { $or: [{ [field]: { [beyond]: at } }, { [field]: at, _id: { [beyond]: after.id } }] } : {};
  const mine =
    filter.view === 'open'
      ? { status: 'open' as const, openTo: { $in: me.keys }, excluded: { $ne: me.id } }
      : { 'decidedBy.id': me.id };
  const order: Record<string, 1 | -1> = { [field]: direction, _id: direction };
  return { where: { ...mine, ...narrowed, ...rest }, order };
}

/** The place of a task in its inbox. */
export function positionInInbox(task: TaskRow, view: InboxFilter['view']): InboxPosition {
  const at = view === 'open' ? task.sortAt : (task.closedAt ?? task.openedAt);
  return { at: at.toISOString(), id: task._id };
}
