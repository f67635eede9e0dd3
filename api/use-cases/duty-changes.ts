import type { z } from 'zod';
import type { dutyChangeInput } from '../../models/contracts/roster-answers';
import type { DutyChangeRow, TeamRow } from '../../models/db';
import { said } from '../../models/faults';
import { dutiesBetween } from '../../models/roster/duty';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import { idOfNew, type AnyCall } from './master-data';
import { factsOf, mayEditRoster, mustBeNear, type Window } from './roster';

type Asked = z.output<typeof dutyChangeInput>;
type Half = Pick<DutyChangeRow, 'from' | 'to' | 'personId' | 'insteadOf'> & { readonly pointer: string };

/**
 * The rows of a change, checked: the manager's, or somebody's who hands a stretch of their own to a colleague of the team.
 * What has begun begins now.
 */
export async function newDutyChanges(call: AnyCall, team: TeamRow, asked: Asked): Promise<DutyChangeRow[]> {
  const { deps, me } = call;
  const isHandOver = asked.insteadOf === me.id && asked.inReturn === null;
  if (!isHandOver && !mayEditRoster(me, team)) throw new Problem('not-allowed', said('duty-of-leader'));
  await holdRosterStill(call, team._id);
  const now = deps.now().toISOString();
  const halves = halvesOf(asked).map((half) => ({ ...half, from: half.from < now ? now : half.from }));
  for (const half of halves) await mustBePossible(call, team, half, halves, now);
  const ids = halves.map((_, index) => idOfNew('DC', call, index));
  return halves.map(({ pointer: _, ...half }, index) => ({
    ...{ _id: ids[index] as string, version: 1, updatedAt: deps.now(), teamId: team._id, ...half },
    ...{ reason: asked.reason, enteredAt: now, enteredBy: { id: me.id, name: me.name }, isCancelled: false },
    swapWith: halves.length > 1 ? (ids[1 - index] as string) : null,
  }));
}

/** Ends a change and the other half of its swap: what has begun ends now, what is to come does not take place. */
export async function cancelDutyChange(call: AnyCall, team: TeamRow, id: string): Promise<DutyChangeRow[]> {
  const { deps, me, session } = call;
  if (!mayEditRoster(me, team)) throw new Problem('not-allowed');
  await holdRosterStill(call, team._id);
  const row = await deps.db.dutyChanges.findOne({ _id: id, teamId: team._id }).session(session).lean<DutyChangeRow>();
  if (!row) throw new Problem('not-found');
  const other = row.swapWith
    ? await deps.db.dutyChanges.findById(row.swapWith).session(session).lean<DutyChangeRow>()
    : null;
  const now = deps.now().toISOString();
  const open = [row, ...(other ? [other] : [])].filter((one) => !one.isCancelled && one.to > now);
  if (open.length === 0) throw new Problem('wrong-state', said('duty-change-over'));
  const ended = open.map((one) => ({
    ...one,
    ...(one.from < now ? { to: now } : { isCancelled: true }),
    ...{ version: one.version + 1, updatedAt: deps.now() },
  }));
  for (const { _id, ...rest } of ended) await deps.db.dutyChanges.updateOne({ _id }, { $set: rest }).session(session);
  return ended;
}

function halvesOf({ from, to, personId, insteadOf, inReturn }: Asked): Half[] {
  const first = { pointer: '', from, to, personId, insteadOf };
  if (!inReturn || insteadOf === null) return [first];
  return [first, { pointer: '/inReturn', ...inReturn, personId: insteadOf, insteadOf: personId }];
}

async function mustBePossible(
  call: AnyCall,
  team: TeamRow,
  half: Half,
  halves: readonly Half[],
  now: string,
): Promise<void> {
  const { pointer, from, to, personId, insteadOf } = half;
  const first = pointer === '';
  if (to <= now) throw invalidAt(`${pointer}/to`, 'duty-in-the-past');
  mustBeNear(call.deps, `${pointer}/to`, to);
  const { plan, changes, members } = await factsOf(call, team._id, half);
  if (!plan) throw new Problem('wrong-state', said('no-roster'));
  if (!members.has(personId)) throw invalidAt(first ? '/personId' : '/insteadOf', 'not-of-the-team', { id: personId });
  const meanwhile = [...changes, ...halves.filter((one) => one !== half)].filter((one) => overlaps(one, half));
  if (insteadOf !== null && meanwhile.some((one) => one.insteadOf === insteadOf))
    throw invalidAt(`${pointer}/from`, 'duty-changed-already');
  const duties = dutiesBetween(plan.roster, changes, plan.calendar, Date.parse(from), Date.parse(to));
  const concerned = duties.filter(({ people }) => insteadOf === null || people.some(({ id }) => id === insteadOf));
  if (concerned.length === 0) throw invalidAt(first ? '/insteadOf' : '/personId', 'not-on-duty-then');
  if (concerned.some(({ people }) => people.some(({ id }) => id === personId)))
    throw invalidAt(first ? '/personId' : '/insteadOf', 'on-duty-already');
}

function overlaps(one: Window, other: Window): boolean {
  return one.from < other.to && other.from < one.to;
}

// Two changes of the same stretch may be entered at the same moment; one of them has to look again.
async function holdRosterStill({ deps: { db }, session }: AnyCall, teamId: string): Promise<void> {
  await db.counters.updateOne({ _id: `roster:${teamId}` }, { $inc: { value: 1 } }, { upsert: true }).session(session);
}
