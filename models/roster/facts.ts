import type { Away } from '../absences';
import type { Database, DutyChangeRow, RosterRow } from '../db';
import { AWAY } from '../db/absences';
import { calendarNow, type Calendar } from '../published-calendars';
import { isCustomerSide } from '../whom';
import type { RosterFacts } from './serving';

/** Reads all that tells who serves a team's roster between two instants (ISO, UTC); null where there is no such team. */
export async function rosterFacts(
  { db, calendar }: { readonly db: Database; readonly calendar: Calendar },
  teamId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<RosterFacts | null> {
  const meanwhile = { from: { $lte: to }, to: { $gt: from } };
  const team = await db.teams.findById(teamId, { name: 1, leaderId: 1 }).lean();
  if (!team) return null;
  const row = await db.rosters.findById(teamId).lean<RosterRow>();
  const changes = await db.dutyChanges
    .find({ teamId, isCancelled: false, ...meanwhile })
    .sort({ enteredAt: 1, _id: 1 })
    .lean<DutyChangeRow[]>();
  const absences = await db.absences.find({ isCancelled: false, ...meanwhile }, { ...AWAY, _id: 0 }).lean<Away[]>();
  const standIns = absences.map(({ substituteId }) => substituteId);
  const others = [...standIns, ...(team.leaderId === null ? [] : [team.leaderId])];
  const found = await db.users
    .find({ isActive: true, $or: [{ teamId }, { _id: { $in: others } }] }, { name: 1, teamId: 1, grants: 1 })
    .sort({ username: 1 })
    .lean();
  // Only colleagues stand in for colleagues.
  const people = found.filter(({ grants }) => !isCustomerSide(grants));
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  const members = people.filter((one) => one.teamId === teamId || one._id === team.leaderId).map(({ _id }) => _id);
  return {
    teamId,
    teamName: team.name,
    plan: row && { roster: row.roster, calendar: await calendarNow(db, calendar, row.roster.calendarId) },
    changes,
    managerId: team.leaderId !== null && names.has(team.leaderId) ? team.leaderId : null,
    names,
    members: new Set(members),
    absences,
  };
}
