import { EDITORS } from '../../models/contracts/editors';
import type { RosterInput } from '../../models/contracts/roster';
import { dateIn } from '../../models/contracts/time';
import type { DutyChangeRow, RosterRow, TeamRow } from '../../models/db';
import { said, type FaultCode } from '../../models/faults';
import { rosterFacts } from '../../models/roster/facts';
import type { RosterFacts } from '../../models/roster/serving';
import { holdsAny } from '../access';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { invalidAt } from '../http/invalid';
import { Problem, type Fault } from '../http/problem';
import type { AnyCall } from './master-data';

/** Days off are counted day by day, so nobody asks for those of another age. */
const FARTHEST_IN_YEARS = 2;
const YEAR_IN_MS = 366 * 86_400_000;

/** Instants (ISO, UTC), the later after the earlier. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** The team of that id; refuses when there is none. */
export async function teamOf({ deps: { db }, session }: AnyCall, id: string): Promise<TeamRow> {
  const team = await db.teams.findById(id, { search: 0 }).session(session).lean<TeamRow>();
  if (!team) throw new Problem('not-found');
  return team;
}

/** Whether somebody may edit the roster of a team and enter changes: whoever leads it, and those who look after rosters. */
export function mayEditRoster(me: SignedIn, team: Pick<TeamRow, 'leaderId'>): boolean {
  return team.leaderId === me.id || holdsAny(me, EDITORS.rosters);
}

/** All that tells who serves the roster of a team in a window; refuses when there is no such team. */
export async function factsOf(call: AnyCall, teamId: string, window: Window): Promise<RosterFacts> {
  const facts = await rosterFacts(call.deps, teamId, window);
  if (!facts) throw new Problem('not-found');
  return facts;
}

/** Refuses an instant so far away that nobody plans for it. */
export function mustBeNear({ now }: Pick<Deps, 'now'>, pointer: string, at: string, most = FARTHEST_IN_YEARS): void {
  if (Math.abs(Date.parse(at) - now().getTime()) > most * YEAR_IN_MS)
    throw invalidAt(pointer, 'too-far-away', { most });
}

/** The roster of a team as it is kept; null: it has none. */
export async function rosterOf({ deps: { db }, session }: AnyCall, teamId: string): Promise<RosterRow | null> {
  return await db.rosters.findById(teamId).session(session).lean<RosterRow>();
}

/** The changes of a team's roster in a window, those that were cancelled too, the first that ends first. */
export async function changesIn({ deps: { db } }: AnyCall, teamId: string, window: Window): Promise<DutyChangeRow[]> {
  return await db.dutyChanges
    .find({ teamId, to: { $gt: window.from }, from: { $lt: window.to } })
    .sort({ to: 1, _id: 1 })
    .lean<DutyChangeRow[]>();
}

/** Refuses a roster with an unknown calendar, or with people who are no active members of the team; past days may name them. */
export async function mustBePlannable(call: AnyCall, team: TeamRow, roster: RosterInput): Promise<void> {
  const { db, config, now } = call.deps;
  const at = now().toISOString();
  if (!(await db.calendars.exists({ calendarId: roster.calendarId })))
    throw invalidAt('/calendarId', 'no-such-calendar', { id: roster.calendarId });
  const { members } = await factsOf(call, team._id, { from: at, to: at });
  const today = dateIn(at, config.COMPANY_TIME_ZONE);
  const named = namedIn(roster, today);
  const faults = named.flatMap(({ pointer, id }): Fault[] =>
    members.has(id) ? [] : [{ pointer, detail: said('not-of-the-team' satisfies FaultCode, { id }) }],
  );
  if (faults.length > 0) throw new Problem('invalid-input', '', { faults });
}

/** Everybody whom a roster names from a day on, each with where; without a day, whenever. */
export function namedIn({ everyDay, daysOff, entries }: RosterInput, since = ''): { pointer: string; id: string }[] {
  const turns = { everyDay, ...(daysOff && { daysOff }) };
  const inTurns = Object.entries(turns).flatMap(([name, rotation]) =>
    Object.entries(rotation.turns).flatMap(([shift, people]) =>
      people.map((id, index) => ({ pointer: `/${name}/turns/${shift}/${index}`, id })),
    ),
  );
  const inEntries = entries.flatMap(({ date, people }, entry) =>
    date < since ? [] : people.map((id, index) => ({ pointer: `/entries/${entry}/people/${index}`, id })),
  );
  return [...inTurns, ...inEntries];
}
