import { inTransaction, type CaseRow, type CommentRow, type IntakeSourceRow, type UserRow } from '../../../models/db';
import { hashOf } from '../../../models/hash';
import { isCustomerSide } from '../../../models/whom';
import type { Deps } from '../../deps';
import { mailPeople } from '../mail-people';
import { personOf } from './source';

const SAME_WORDS_FOR_MS = 10 * 60_000;

/**
 * Writes down on a case what came by a source, as a comment for everybody; whoever has the case at hand is told by mail where
 * `isTold`. False where the same words were written in the last ten minutes.
 */
export async function noteOn(
  deps: Deps,
  source: IntakeSourceRow,
  row: CaseRow,
  { text, isTold }: { readonly text: string; readonly isTold: boolean },
): Promise<boolean> {
  const { db } = deps;
  const at = deps.now();
  const me = personOf(source);
  const since = new Date(at.getTime() - SAME_WORDS_FOR_MS);
  if (await db.comments.exists({ caseId: row._id, at: { $gt: since }, 'by.id': me.id, text })) return false;
  const people = isTold ? await atHand(deps, row) : [];
  const _id = `CM-${hashOf(['intake', row._id, at.toISOString(), text]).slice(0, 12)}`;
  const written: CommentRow = {
    ...{ _id, caseId: row._id, at, by: { id: me.id, name: me.name }, text, audience: 'everybody' },
    mentions: people.map(({ _id: id, name }) => ({ id, name })),
  };
  await inTransaction(db, async (session) => {
    await db.comments.create([written], { session });
    await mailPeople({ deps, me, session }, row, people, { kind: 'mentioned', cause: [_id], reason: text });
  });
  return true;
}

/** The company's people who have taken something of a case in hand. */
async function atHand({ db }: Deps, { _id: caseId }: CaseRow): Promise<readonly UserRow[]> {
  const tasks = await db.tasks.find({ caseId, status: 'open' }, { participants: 1 }).lean();
  const ids = tasks.flatMap(({ participants }) => participants.flatMap(({ assignee }) => assignee?.id ?? []));
  const people = await db.users.find({ _id: { $in: [...new Set(ids)] }, isActive: true }).lean<UserRow[]>();
  return people.filter(({ grants }) => !isCustomerSide(grants));
}
