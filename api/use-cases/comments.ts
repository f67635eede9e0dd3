import type { z } from 'zod';
import type { commentInput } from '../../models/contracts/comment';
import type { CaseRow, CommentRow, Database, UserRow } from '../../models/db';
import { isCustomerSide } from '../../models/whom';
import { maySeeCase } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import { invalidAt } from '../http/invalid';
import type { Call } from '../http/route';
import { caseSeenBy } from './cases-seen';
import type { Filter } from './filters';
import { mailPeople } from './mail-people';
import { idOfNew } from './master-data';
import { mustKeepPace } from './pace';

/** So many comments somebody writes within ten minutes at most. */
const MOST_COMMENTS = 30;

type Request = Call<{ id: string }, unknown, z.output<typeof commentInput>>;

/**
 * Writes a comment on a case that the person sees, also after it has closed: what turns up then belongs to it as well. Whom it
 * mentions is told by mail. A comment decides nothing, so the workflow does not hear of it, and it is no part of the journal.
 */
export async function comment(call: Request): Promise<CommentRow> {
  const { deps, me, params, body, session } = call;
  const row = await caseSeenBy(deps.db, me, params.id);
  const isByCustomer = isCustomerSide(me.user.grants);
  const { text, audience = isByCustomer ? 'everybody' : 'internal' } = body;
  if (isByCustomer && audience === 'internal') throw invalidAt('/audience', 'internal-by-customer');
  await mustKeepPace(deps.db.comments, call, MOST_COMMENTS);
  const people = await readersNamed(call, row, audience === 'internal');
  const written: CommentRow = {
    ...{ _id: idOfNew('CM', call), caseId: row._id, at: deps.now(), by: { id: me.id, name: me.name }, text, audience },
    mentions: people.map(({ _id, name }) => ({ id: _id, name })),
  };
  await deps.db.comments.create([written], { session });
  const told = people.filter(({ _id }) => _id !== me.id);
  await mailPeople(call, row, told, { kind: 'mentioned', cause: [written._id], reason: text });
  return written;
}

async function readersNamed({ deps, body }: Request, row: CaseRow, isInternal: boolean): Promise<readonly UserRow[]> {
  const found = await deps.db.users.find({ _id: { $in: body.mentions }, isActive: true }).lean<UserRow[]>();
  return body.mentions.map((id, index) => {
    const person = found.find(({ _id }) => _id === id);
    const isReader = person && !(isInternal && isCustomerSide(person.grants)) && maySeeCase({ id, user: person }, row);
    if (!isReader) throw invalidAt(`/mentions/${index}`, 'no-reader');
    return person;
  });
}

/** The comments that somebody may read, as a filter: the customer's people not those that are internal. */
export function readableComments(me: SignedIn): Filter {
  return isCustomerSide(me.user.grants) ? { audience: { $ne: 'internal' } } : {};
}

/** How many comments of a case the person may read. */
export async function commentCount(db: Database, me: SignedIn, caseId: string): Promise<number> {
  return await db.comments.countDocuments({ caseId, ...readableComments(me) });
}

/** A comment as it is answered. */
export function shownComment({ _id, at, audience = 'everybody', mentions = [], ...rest }: CommentRow) {
  return { id: _id, at: at.toISOString(), ...rest, audience, mentions };
}
