import type { CommentRow, Database } from '../../models/db';
import type { Call } from '../http/route';
import { caseSeenBy } from './cases-seen';
import { idOfNew } from './master-data';

type Request = Call<{ id: string }, unknown, { text: string }>;

/**
 * Writes a comment on a case that the person sees, also after it has closed: what turns up then belongs to it as well. A
 * comment decides nothing, so the workflow does not hear of it, and it is no part of the journal.
 */
export async function comment(call: Request): Promise<CommentRow> {
  const { deps, me, params, body, session } = call;
  const { _id: caseId } = await caseSeenBy(deps.db, me, params.id);
  const by = { id: me.id, name: me.name };
  const row: CommentRow = { _id: idOfNew('CM', call), caseId, at: deps.now(), by, text: body.text };
  await deps.db.comments.create([row], { session });
  return row;
}

/** How many comments a case has. */
export async function commentCount(db: Database, caseId: string): Promise<number> {
  return await db.comments.countDocuments({ caseId });
}

/** A comment as it is answered. */
export function shownComment({ _id, at, ...rest }: CommentRow) {
  return { id: _id, at: at.toISOString(), ...rest };
}
