import { standInOn, substitutesOf, type Away } from '../absences';
import type { OpenCalendar } from '../calendar/open-calendar';
import type { Duty, DutyChange, DUTY_BY, RosterInput } from '../contracts/roster';
import { dutiesBetween, dutyAt, nextInTurns } from './duty';

/** All that tells who serves a team's roster: what is planned, and who is there. */
export interface RosterFacts {
  readonly teamId: string;
  readonly teamName: string;
  /** Null: the team has none. */
  readonly plan: { readonly roster: RosterInput; readonly calendar: OpenCalendar } | null;
  readonly changes: readonly DutyChange[];
  /** Whoever leads the team and is active. */
  readonly managerId: string | null;
  /** Names of the active people: members of the team, its manager, and who acts for them. */
  readonly names: ReadonlyMap<string, string>;
  /** Active members of the team, and its manager. */
  readonly members: ReadonlySet<string>;
  readonly absences: readonly Away[];
}

/** Somebody who is on duty, or would be. */
export interface Serving {
  readonly id: string;
  readonly by: (typeof DUTY_BY)[number] | 'manager';
  /** Who acts for them while they are absent. */
  readonly substituteId: string | null;
}

/** A stretch of duty with those who really serve it. */
export interface ServedDuty extends Omit<Duty, 'people'> {
  readonly people: readonly Serving[];
}

/**
 * Who serves at an instant (ms since 1970): those on duty who are there, or whose substitute is; else whoever leads the team.
 * Who has left, or may not act, is passed over.
 */
export function servingAt(facts: RosterFacts, at: number, excluded: readonly string[] = []): readonly Serving[] {
  const { plan, changes } = facts;
  const planned = plan ? dutyAt(plan.roster, changes, plan.calendar, at).people : [];
  return servedBy(facts, planned, at, excluded);
}

/**
 * Who is called after some have been, at an instant (ms since 1970): who is on duty by now, the next in the turns of the shift,
 * at last the manager; null when nobody is left.
 */
export function nextToServe(
  facts: RosterFacts,
  at: number,
  called: readonly string[],
  excluded: readonly string[] = [],
): Serving | null {
  const { plan } = facts;
  const onDuty = servingAt(facts, at, excluded).filter(({ by }) => by !== 'manager');
  const turns = (plan ? nextInTurns(plan.roster, plan.calendar, at) : []).map((id) => ({ id, by: 'turn' as const }));
  const next = [...onDuty, ...present(facts, turns, at, excluded)].find(({ id }) => !called.includes(id));
  if (next) return next;
  const manager = managerOf(facts, at, excluded);
  return manager && !called.includes(manager.id) ? manager : null;
}

/** The manager of the team as one who serves; null where nobody leads it, or they may not act. */
export function managerOf(facts: RosterFacts, at: number, excluded: readonly string[] = []): Serving | null {
  const { managerId } = facts;
  if (managerId === null || excluded.includes(managerId)) return null;
  return { id: managerId, by: 'manager', substituteId: substituteOf(facts, managerId, at, excluded) ?? null };
}

/** The stretches from an instant until before another (ms since 1970), each with those who serve it all the time. */
export function servedBetween(facts: RosterFacts, from: number, to: number): readonly ServedDuty[] {
  const { plan, changes, absences } = facts;
  if (!plan) return [];
  const edges = [...new Set(absences.flatMap((one) => [one.from, one.to]))].sort();
  return dutiesBetween(plan.roster, changes, plan.calendar, from, to).flatMap((duty) => {
    const inside = edges.filter((edge) => edge > duty.from && edge < duty.to);
    const parts = [duty.from, ...inside].map((begin, index) => ({
      ...duty,
      from: begin,
      to: inside[index] ?? duty.to,
      people: servedBy(facts, duty.people, Date.parse(begin), []),
    }));
    return joined(parts);
  });
}

function servedBy(facts: RosterFacts, people: Duty['people'], at: number, excluded: readonly string[]): Serving[] {
  const there = present(facts, people, at, excluded);
  if (there.length > 0) return there;
  const manager = managerOf(facts, at, excluded);
  return manager ? [manager] : [];
}

function present(facts: RosterFacts, people: Duty['people'], at: number, excluded: readonly string[]): Serving[] {
  return people.flatMap(({ id, by }): Serving[] => {
    if (!facts.members.has(id) || excluded.includes(id)) return [];
    const substituteId = substituteOf(facts, id, at, excluded);
    if (substituteId === undefined) return [{ id, by, substituteId: null }];
    return substituteId === null ? [] : [{ id, by, substituteId }];
  });
}

/** Who acts for somebody: undefined where they are there themselves, null where nobody may. */
function substituteOf({ absences, names }: RosterFacts, id: string, at: number, excluded: readonly string[]) {
  const standIn = standInOn(substitutesOf(absences, id, iso(at)), excluded, (one) => names.has(one));
  return standIn.kind === 'there' ? undefined : (standIn.by?.id ?? null);
}

/** Neighbours that the same people serve are one. */
function joined(parts: readonly ServedDuty[]): ServedDuty[] {
  return parts.reduce<ServedDuty[]>((before, part) => {
    const last = before.at(-1);
    if (!last || keyOf(last) !== keyOf(part)) return [...before, part];
    return [...before.slice(0, -1), { ...last, to: part.to }];
  }, []);
}

function keyOf({ people }: ServedDuty): string {
  return people.map(({ id, by, substituteId }) => `${id} ${by} ${substituteId ?? ''}`).join();
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
