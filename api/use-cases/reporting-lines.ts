import type { ClientSession } from 'mongoose';
import type { Grant } from '../../models/contracts/people';
import type { Database, UserRow } from '../../models/db';
import { said } from '../../models/faults';
import { isCustomerSide } from '../access';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';

/** Where somebody stands in the company. */
export type Place = Pick<UserRow, '_id' | 'teamId' | 'managerId'> & { readonly grants: readonly Grant[] };

/**
 * Refuses a place that somebody cannot have: a team that does not exist, a manager who is not an active colleague or who
 * reports to them already, or either of both for a customer's people. `before` is what they had; of that, nothing is asked again.
 */
export async function mustFitIn(
  db: Database,
  session: ClientSession | null,
  place: Place,
  before: Place | null,
): Promise<void> {
  const { _id, teamId, managerId, grants } = place;
  if (isCustomerSide(grants)) {
    if (teamId !== null) throw invalidAt('/teamId', 'team-for-staff');
    if (managerId !== null) throw invalidAt('/managerId', 'manager-for-staff');
    if (before && !isCustomerSide(before.grants)) await mustLeadNobody(db, session, _id);
    return;
  }
  if (teamId !== null && teamId !== before?.teamId && !(await db.teams.exists({ _id: teamId }).session(session)))
    throw invalidAt('/teamId', 'no-such-team');
  if (managerId !== null && managerId !== before?.managerId) await mayReportTo(db, session, _id, managerId);
}

/** Refuses a leader who is not an active colleague. */
export async function mustBeActiveStaff(
  db: Database,
  session: ClientSession | null,
  id: string,
  pointer: string,
): Promise<void> {
  await holdLinesStill(db, session);
  const person = await db.users.findById(id, { grants: 1, isActive: 1 }).session(session).lean();
  if (!person?.isActive || isCustomerSide(person.grants)) throw invalidAt(pointer, 'no-such-colleague');
}

async function mayReportTo(db: Database, session: ClientSession | null, id: string, managerId: string): Promise<void> {
  await mustBeActiveStaff(db, session, managerId, '/managerId');
  const above = [managerId, ...(await managersOf(db, session, { _id: managerId }))];
  if (above.includes(id)) throw invalidAt('/managerId', 'manager-in-a-circle');
}

/** The managers of somebody, their own first; each once, should they go in a circle. */
export async function managersOf(
  db: Database,
  session: ClientSession | null,
  { _id }: { readonly _id: string },
): Promise<string[]> {
  const seen: string[] = [];
  for (let below = _id; ;) {
    const row = await db.users.findById(below, { managerId: 1 }).session(session).lean();
    const above = row?.managerId ?? null;
    if (above === null || seen.includes(above)) return seen;
    seen.push(above);
    below = above;
  }
}

/** Two transactions that name managers or leaders at once write the same row here, so that one of them has to look again. */
export async function holdLinesStill(db: Database, session: ClientSession | null): Promise<void> {
  await db.counters.updateOne({ _id: 'reporting-lines' }, { $inc: { value: 1 } }, { upsert: true }).session(session);
}

async function mustLeadNobody(db: Database, session: ClientSession | null, id: string): Promise<void> {
  const leads =
    (await db.users.exists({ managerId: id }).session(session)) ??
    (await db.teams.exists({ leaderId: id }).session(session));
  if (leads) throw new Problem('wrong-state', said('leads-others'));
}
