import type { Logger } from 'pino';
import type { Gateway } from '../../api/gateway';
import { isOutOfDate, substitutesOf, type ActedFor, type Away } from '../../models/absences';
import type { Database, TaskRow, UserRow } from '../../models/db';
import { absencesAt } from '../../models/db/absences';
import { hashOf } from '../../models/hash';
import { mayStandIn } from '../../models/whom';
import { inTurns } from './in-turns';
import { SYSTEM } from '../../api/use-cases/system';
import { needsNoTelling } from './told-case';

type Told = Pick<Gateway, 'absence'>;
type Concerned = Pick<TaskRow, '_id' | 'caseId' | 'customerId' | 'excluded' | 'participants' | 'quorum'>;
type Known = Pick<UserRow, '_id' | 'name' | 'keys' | 'grants' | 'isActive'>;

/** A case that knows something else about who acts for somebody than is so now. */
interface OutOfDate {
  readonly caseId: string;
  readonly actedFor: ActedFor;
  readonly tasks: readonly Concerned[];
}

const AS_CONCERNED = { caseId: 1, customerId: 1, excluded: 1, participants: 1, quorum: 1 } as const;
const TOLD_ANEW_AFTER_MS = 60_000;

/**
 * Tells the open tasks of absences that have begun, have changed or are over: one update to each case. It compares what the tasks
 * know with what is so, and keeps no note of what it told: what a record that was late has missed, or what is left when
 * it breaks off, the next run finds.
 */
export async function tellOfAbsences(db: Database, gateway: Told, log: Logger, now: () => Date): Promise<void> {
  const at = now().toISOString();
  const cases = await casesOutOfDate(db, at);
  if (cases.length === 0) return;
  log.info({ cases: cases.length }, 'open tasks are told of absences');
  const changes = await db.counters.findById('absences').lean();
  await inTurns(cases, async ({ caseId, actedFor, tasks }) => {
    const body = { ...actedFor };
    // A case that could not take it in is told again, but not at every run.
    const now = { changes: changes?.value ?? 0, minute: Math.floor(Date.parse(at) / TOLD_ANEW_AFTER_MS) };
    const key = hashOf(['absence', caseId, body, tasks, now]);
    try {
      await gateway.absence(caseId, { at, key, bodyHash: hashOf(body), actor: SYSTEM, ...body });
    } catch (error) {
      if (!needsNoTelling(error))
        log.warn({ err: error, caseId, person: actedFor.person.id }, 'a case could not be told of an absence yet');
    }
  });
}

async function casesOutOfDate(db: Database, at: string): Promise<OutOfDate[]> {
  const away = await absencesAt(db, at);
  const people = await peopleOf(db, away);
  const absent = people.filter(({ _id }) => away.some(({ personId }) => personId === _id));
  const tasks = await tasksConcerned(db, absent);
  const known = people.concat(await peopleKnownTo(db, tasks, people));
  const cases = [...groupedByCase(tasks)];
  return known.flatMap((person) => {
    const acting = person.isActive ? substitutesOf(away, person._id, at) : [];
    return cases.flatMap(([caseId, ofCase]): OutOfDate[] => {
      const unfit = acting.map(({ id }) => id).filter((id) => !isFit(person, people, id, ofCase));
      const { _id: id, name, keys } = person;
      const actedFor = { person: { id, name, keys: [...keys] }, acting, ...(unfit.length > 0 && { unfit }) };
      const late = ofCase.filter((task) => task.participants.some((seat) => isOutOfDate(task, seat, actedFor)));
      return late.length > 0 ? [{ caseId, actedFor, tasks: late }] : [];
    });
  });
}

/** Who is absent, and whoever acts for somebody. */
async function peopleOf(db: Database, away: readonly Away[]): Promise<Known[]> {
  return await named(db, [...new Set(away.flatMap(({ personId, substituteId }) => [personId, substituteId]))]);
}

/** For whom somebody acts by what tasks know, or nobody does; they may be back. */
async function peopleKnownTo(db: Database, tasks: readonly Concerned[], people: readonly Known[]): Promise<Known[]> {
  const seats = tasks.flatMap(({ participants }) => participants);
  const ids = seats.flatMap(({ substitutes = [], unserved = [] }) => [
    ...substitutes.map(({ forWhom }) => forWhom.id),
    ...unserved.map(({ id }) => id),
  ]);
  return await named(
    db,
    [...new Set(ids)].filter((id) => people.every(({ _id }) => _id !== id)),
  );
}

async function named(db: Database, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return [];
  return await db.users.find({ _id: { $in: ids } }, { name: 1, keys: 1, grants: 1, isActive: 1 }).lean<Known[]>();
}

async function tasksConcerned(db: Database, absent: readonly Known[]): Promise<Concerned[]> {
  const keys = [...new Set(absent.flatMap((person) => person.keys))];
  const open = { status: 'open' } as const;
  const sets = await Promise.all([
    keys.length === 0 ? [] : db.tasks.find({ ...open, openTo: { $in: keys } }, AS_CONCERNED).lean<Concerned[]>(),
    db.tasks.find({ ...open, 'participants.substitutes.forWhom.id': { $gt: '' } }, AS_CONCERNED).lean<Concerned[]>(),
    db.tasks.find({ ...open, 'participants.unserved.id': { $gt: '' } }, AS_CONCERNED).lean<Concerned[]>(),
  ]);
  return [...new Map(sets.flat().map((task) => [task._id, task])).values()];
}

function groupedByCase(tasks: readonly Concerned[]): ReadonlyMap<string, readonly Concerned[]> {
  const cases = new Map<string, Concerned[]>();
  for (const task of tasks) cases.set(task.caseId, [...(cases.get(task.caseId) ?? []), task]);
  return cases;
}

function isFit(person: Known, people: readonly Known[], id: string, [task]: readonly Concerned[]): boolean {
  const standIn = people.find(({ _id }) => _id === id);
  return standIn?.isActive === true && mayStandIn(person, standIn, task?.customerId ?? null);
}
