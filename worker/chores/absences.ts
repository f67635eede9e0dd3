import type { Logger } from 'pino';
import type { Gateway } from '../../api/gateway';
import { actedForBy, substitutesOf, type Acting, type Away } from '../../models/absences';
import type { AbsenceRow, Database, UserRow } from '../../models/db';
import { absencesAt } from '../../models/db/absences';
import { hashOf } from '../../models/hash';
import { inTurns } from './in-turns';
import { needsNoTelling, SYSTEM } from './told-case';

const AT_ONCE = 100;

type Told = Pick<Gateway, 'absence'>;

/**
 * Tells the open tasks of absences that have begun, have changed or are over: one update to each case, under a key of its own.
 * Tasks that are opened meanwhile find the substitute by themselves. What is left when it breaks off, the next run finds.
 */
export async function tellOfAbsences(db: Database, gateway: Told, log: Logger, now: () => Date): Promise<void> {
  const at = now().toISOString();
  const due = await db.absences
    .find({
      $or: [
        { sweep: null, from: { $lte: at } },
        { sweep: 'begun', to: { $lte: at } },
      ],
    })
    .sort({ from: 1, _id: 1 })
    .limit(AT_ONCE)
    .lean<AbsenceRow[]>();
  if (due.length === 0) return;
  const inForce = await absencesAt(db, at);
  for (const row of due) {
    const isOver = row.isCancelled || row.to <= at;
    if (!(await tell(db, gateway, log, row, inForce, at))) continue;
    // Changed meanwhile, it is due again.
    const $set = { sweep: isOver ? ('done' as const) : ('begun' as const) };
    await db.absences.updateOne({ _id: row._id, version: row.version }, { $set });
  }
}

async function tell(db: Database, gateway: Told, log: Logger, row: AbsenceRow, inForce: readonly Away[], at: string) {
  const ids = actedForBy(inForce, row.personId, at);
  const people = await db.users.find({ _id: { $in: ids }, isActive: true }, { name: 1, keys: 1 }).lean<UserRow[]>();
  let isDone = true;
  for (const person of people) {
    const acting = await activeOnly(db, substitutesOf(inForce, person._id, at));
    const cases = await casesConcerned(db, person, acting.length > 0);
    if (cases.length > 0) log.info({ absence: row._id, cases: cases.length }, 'open tasks are told of an absence');
    await inTurns(cases, async (caseId) => {
      const actor = { id: person._id, name: person.name, keys: person.keys };
      const body = { person: actor, acting };
      const key = hashOf(['absence', caseId, row._id, row.version, body]);
      try {
        await gateway.absence(caseId, { at, key, bodyHash: hashOf(body), actor: SYSTEM, ...body });
      } catch (error) {
        if (needsNoTelling(error)) return;
        isDone = false;
        log.warn({ err: error, caseId, absence: row._id }, 'the tasks of a case could not be told of an absence yet');
      }
    });
  }
  return isDone;
}

async function activeOnly(db: Database, chain: readonly Acting[]): Promise<Acting[]> {
  if (chain.length === 0) return [];
  const active = await db.users.distinct('_id', { _id: { $in: chain.map(({ id }) => id) }, isActive: true });
  return chain.filter(({ id }) => active.includes(id));
}

async function casesConcerned(db: Database, { _id, keys }: UserRow, isAbsent: boolean): Promise<string[]> {
  const status = 'open' as const;
  const [theirs, known] = await Promise.all([
    isAbsent ? db.tasks.distinct('caseId', { status, openTo: { $in: keys }, excluded: { $ne: _id } }) : [],
    db.tasks.distinct('caseId', { status, 'participants.substitutes.forWhom.id': _id }),
  ]);
  return [...new Set([...theirs, ...known])];
}
