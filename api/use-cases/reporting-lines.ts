import type { ClientSession } from 'mongoose';
import type { Grant } from '../../models/contracts/people';
import type { Database, UserRow } from '../../models/db';
import { said } from '../../models/faults';
import { isCustomerSide } from '../../models/whom';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';

/** Where somebody stands in the company. */
export type Place = Pick<UserRow, '_id' | 'teamId' | 'managerId'> & { readonly grants: readonly Grant[] };

/** Where somebody is to stand, and where they stood. */
export interface Move {
  readonly place: Place;
  /** What they had, of which nothing is asked again; null for somebody new. */
  readonly before: Place | null;
}

/** Refuses a place that one person cannot have. */
export async function mustFitIn(
  db: Database,
  session: ClientSession | null,
  place: Place,
  before: Place | null,
): Promise<void> {
  await mustAllFitIn(db, session, [{ place, before }]);
}

/**
 * Refuses places that people cannot have: a team that does not exist, a manager who is not an active colleague or who
 * reports to them already, or either of both for a customer's people.
 */
export async function mustAllFitIn(db: Database, session: ClientSession | null, moves: readonly Move[]): Promise<void> {
  const outside = moves.filter(({ place }) => isCustomerSide(place.grants));
  const inside = moves.filter(({ place }) => !isCustomerSide(place.grants));
  for (const { place } of outside) {
    if (place.teamId !== null) throw invalidAt('/teamId', 'team-for-staff');
    if (place.managerId !== null) throw invalidAt('/managerId', 'manager-for-staff');
  }
  const gone = outside.filter(({ before }) => before && !isCustomerSide(before.grants));
  if (gone.length > 0) await mustLeadNobody(db, session, gone);
  const teams = changedTo(inside, 'teamId');
  if (teams.length > 0) {
    const known = await db.teams.countDocuments({ _id: { $in: teams } }).session(session);
    if (known < teams.length) throw invalidAt('/teamId', 'no-such-team');
  }
  const reporting = inside.filter(({ place, before }) => place.managerId && place.managerId !== before?.managerId);
  if (reporting.length > 0) await mayAllReport(db, session, reporting);
}

function changedTo(moves: readonly Move[], field: 'teamId' | 'managerId'): string[] {
  const wanted = moves.map(({ place, before }) => (place[field] === before?.[field] ? null : place[field]));
  return [...new Set(wanted.filter((id) => id !== null))];
}

/** Refuses a leader who is not an active colleague. */
export async function mustBeActiveStaff(
  db: Database,
  session: ClientSession | null,
  id: string,
  pointer: string,
): Promise<void> {
  await mustAllBeActiveStaff(db, session, [id], pointer);
}

async function mustAllBeActiveStaff(
  db: Database,
  session: ClientSession | null,
  ids: readonly string[],
  pointer: string,
): Promise<void> {
  await holdLinesStill(db, session);
  const people = await db.users
    .find({ _id: { $in: ids }, isActive: true }, { grants: 1 })
    .session(session)
    .lean();
  const known = new Set(people.filter(({ grants }) => !isCustomerSide(grants)).map(({ _id }) => _id));
  if (ids.some((id) => !known.has(id))) throw invalidAt(pointer, 'no-such-colleague');
}

async function mayAllReport(db: Database, session: ClientSession | null, moves: readonly Move[]): Promise<void> {
  await mustAllBeActiveStaff(db, session, changedTo(moves, 'managerId'), '/managerId');
  const managers = new Map(moves.map(({ place }) => [place._id, place.managerId]));
  for (let above = unknownIn(managers); above.length > 0; above = unknownIn(managers)) {
    const rows = await db.users
      .find({ _id: { $in: above } }, { managerId: 1 })
      .session(session)
      .lean();
    for (const id of above) managers.set(id, null);
    for (const { _id, managerId } of rows) managers.set(_id, managerId);
  }
  const managerOf = (id: string) => managers.get(id) ?? null;
  if (moves.some(({ place }) => isAboveSelf(place._id, managerOf)))
    throw invalidAt('/managerId', 'manager-in-a-circle');
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

function unknownIn(managers: ReadonlyMap<string, string | null>): string[] {
  return [...new Set(managers.values())].filter((id) => id !== null && !managers.has(id)) as string[];
}

/** True when somebody reports to themselves, directly or by others. */
export function isAboveSelf(id: string, managerOf: (id: string) => string | null): boolean {
  const seen = new Set<string>();
  for (let next = managerOf(id); next !== null && !seen.has(next); next = managerOf(next)) {
    if (next === id) return true;
    seen.add(next);
  }
  return false;
}

async function mustLeadNobody(db: Database, session: ClientSession | null, moves: readonly Move[]): Promise<void> {
  const ids = { $in: moves.map(({ place }) => place._id) };
  const leads =
    (await db.users.exists({ managerId: ids }).session(session)) ??
    (await db.teams.exists({ leaderId: ids }).session(session));
  if (leads) throw new Problem('wrong-state', said('leads-others'));
}
