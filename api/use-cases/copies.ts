import type { z } from 'zod';
import type { copyInput, readInput } from '../../models/contracts/copies';
import { processOf } from '../../models/contracts/processes';
import type { CaseRow, CopyRow, Database, UserRow } from '../../models/db';
import { isCustomerSide } from '../../models/whom';
import type { SignedIn } from '../authentication';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import type { Call } from '../http/route';
import { caseSeenBy } from './cases-seen';
import { mailPeople } from './mail-people';
import { idOfNew } from './master-data';
import { mustKeepPace } from './pace';

/** So many people somebody copies cases to within ten minutes at most: three times as many as at once. */
const MOST_COPIES = 60;

type Copying = Call<{ id: string }, unknown, z.output<typeof copyInput>>;

/**
 * 抄送: shows a case to people who have nothing to do in it, who are told by mail and see it from then on. Who has an unread
 * copy of it gets no second one. Answers all copies of the case.
 */
export async function copyCase(call: Copying): Promise<readonly CopyRow[]> {
  const { deps, me, body, session, params } = call;
  const row = await caseSeenBy(deps.db, me, params.id);
  const people = await mayBeShown(call, row);
  await deps.db.cases.updateOne({ _id: row._id }, { $inc: { copied: 1 } }).session(session);
  const unread = await deps.db.copies
    .find({ caseId: row._id, readAt: null, 'to.id': { $in: body.to } })
    .session(session)
    .lean<CopyRow[]>();
  const fresh = people.filter(({ _id }) => !unread.some(({ to }) => to.id === _id));
  await mustKeepPace(deps.db.copies, call, MOST_COPIES, fresh.length);
  const about = { caseId: row._id, process: row.process, subject: row.subject };
  const copies = fresh.map(({ _id, name }, index): CopyRow => ({
    ...{ _id: idOfNew('CC', call, index), ...about, to: { id: _id, name }, by: { id: me.id, name: me.name } },
    ...{ at: deps.now(), message: body.message, readAt: null, note: '' },
  }));
  await deps.db.copies.insertMany(copies, { session });
  const seenBy = fresh.map(({ _id }) => _id);
  await deps.db.cases.updateOne({ _id: row._id }, { $addToSet: { people: { $each: seenBy } } }).session(session);
  await mailPeople(call, row, fresh, { kind: 'case-copied', cause: [call.answerKey], reason: body.message });
  return await copiesOf(deps.db, row._id, call.session);
}

/** Colleagues, and people of the customer whose case it is; not oneself. */
async function mayBeShown({ deps, me, body }: Copying, row: CaseRow): Promise<readonly UserRow[]> {
  const found = await deps.db.users.find({ _id: { $in: body.to }, isActive: true }).lean<UserRow[]>();
  return body.to.map((id, index) => {
    const person = found.find(({ _id }) => _id === id);
    const isOfSide =
      person &&
      (!isCustomerSide(person.grants) || person.grants.some(({ customerId }) => customerId === row.customerId));
    const isKeptFrom = row.hiddenFrom?.includes(id) === true;
    if (!isOfSide || isKeptFrom || id === me.id) throw invalidAt(`/to/${index}`, 'no-reader');
    return person;
  });
}

/** The copies of a case, the oldest first. */
export async function copiesOf(
  db: Database,
  caseId: string,
  session: Copying['session'] = null,
): Promise<readonly CopyRow[]> {
  return await db.copies.find({ caseId }).sort({ at: 1, _id: 1 }).session(session).lean<CopyRow[]>();
}

/** 已阅: the person has read a copy that was sent to them; said once more it changes nothing. */
export async function readCopy(
  db: Database,
  me: SignedIn,
  id: string,
  { note = '' }: z.output<typeof readInput>,
  now: Date,
): Promise<CopyRow> {
  const theirs = { _id: id, 'to.id': me.id };
  await db.copies.updateOne({ ...theirs, readAt: null }, { $set: { readAt: now, note } });
  const row = await db.copies.findOne(theirs).lean<CopyRow>();
  if (!row) throw new Problem('not-found');
  return row;
}

/** A copy as it is answered. */
export function shownCopy({ _id, at, readAt, ...rest }: CopyRow) {
  const processTitle = processOf(rest.process)?.title ?? null;
  return { id: _id, ...rest, processTitle, at: at.toISOString(), readAt: readAt?.toISOString() ?? null };
}
