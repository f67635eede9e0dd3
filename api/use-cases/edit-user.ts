import type { z } from 'zod';
import type { Grant } from '../../models/contracts/people';
import type { userPatch } from '../../models/contracts/directory';
import { inTransaction, type Database, type UserRow } from '../../models/db';
import { keysOfGrants } from '../access';
import type { Answer, Call } from '../http/route';
import { mustLeaveNothing } from './deactivate-user';
import { isActiveAdmin, mustLeaveAnAdmin } from './administrators';
import { mustKnowCustomers } from './known-customers';
import { mustFitIn } from './reporting-lines';
import { accessesOf, passOnLines } from './pass-on-lines';
import { changeRow, type Kind } from './master-data';

/** Changes a user: their keys follow their grants, deactivation ends their sessions, and the last administrator stays one. */
export async function editUser(
  kind: Kind<UserRow>,
  call: Call<unknown, unknown, z.output<typeof userPatch>>,
  row: UserRow,
): Promise<Answer> {
  const { grants = row.grants, isActive = row.isActive } = call.body;
  const keys = keysOfGrants(row._id, grants);
  await mustKnowCustomersOf(call.deps.db, grants);
  if (row.isActive && !isActive) await mustLeaveNothing(call, row);
  return await inTransaction(call.deps.db, async (session) => {
    const within = { ...call, session };
    const { teamId = row.teamId, managerId = row.managerId } = call.body;
    await mustFitIn(call.deps.db, session, { _id: row._id, teamId, managerId, grants }, row);
    const along = {
      ...(call.body.grants && { keys }),
      ...(row.isActive && !isActive && { linksFrom: call.deps.now() }),
    };
    const answer = await changeRow(kind, within, row, { ...call.body, ...along });
    if (isActiveAdmin(row) && !isActiveAdmin({ keys, isActive })) await mustLeaveAnAdmin(call.deps, row._id, session);
    if (isActive) return answer;
    await call.deps.db.sessions.deleteMany({ userId: row._id }, { session });
    const lines = await passOnLines(call.deps.db, session, { ...row, managerId }, null, call.deps.now());
    return answer.access ? { ...answer, access: { ...answer.access, others: accessesOf(lines, row._id) } } : answer;
  });
}

/** Refuses grants for customers that do not exist. */
export async function mustKnowCustomersOf(db: Database, grants: readonly Grant[]): Promise<void> {
  const ids = grants.map(({ customerId }) => customerId);
  await mustKnowCustomers(db, ids, (index) => `/grants/${index}/customerId`);
}
