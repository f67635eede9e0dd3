import type { ClientSession } from 'mongoose';
import { makesCircle, overlap } from '../../models/absences';
import { faultOfTime } from '../../models/contracts/absences';
import { EDITORS } from '../../models/contracts/editors';
import { FARTHEST_IN_YEARS } from '../../models/contracts/form';
import type { AbsenceRow, Database, UserRow } from '../../models/db';
import { said } from '../../models/faults';
import { areOfOneSide, isCustomerSide } from '../../models/whom';
import { holdsAny } from '../access';
import type { SignedIn } from '../authentication';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import { ledBy } from './led-by';
import type { AnyCall } from './master-data';
import { mustBeNear } from './roster';

type Planned = Omit<AbsenceRow, 'version' | 'updatedAt'>;

/** Refuses who may not enter absences of a person: all but themselves, whoever leads them, and those who look after absences. */
export async function mustLookAfter(call: AnyCall, personId: string): Promise<void> {
  if (!(await whomTheyLookAfter(call.deps.db, call.session, call.me))(personId)) throw new Problem('not-allowed');
}

/** Whose absences somebody may enter and change, and read the reason of. */
export async function whomTheyLookAfter(
  db: Database,
  session: ClientSession | null,
  me: SignedIn,
): Promise<(personId: string) => boolean> {
  if (holdsAny(me, EDITORS.absences)) return () => true;
  const led = isCustomerSide(me.user.grants) ? new Set<string>() : await ledBy(db, session, me.id);
  return (personId) => personId === me.id || led.has(personId);
}

/** Refuses an absence that cannot be: over already, two at once, an unfit substitute, one who makes themselves it, a circle. */
export async function mustBePossible(call: AnyCall, absence: Planned, before: AbsenceRow | null): Promise<void> {
  const { db } = call.deps;
  await countChange(db, call.session);
  const person = await activeUser(db, call.session, absence.personId);
  if (!person) throw invalidAt('/personId', 'no-such-colleague');
  const fault = faultOfTime(absence);
  if (fault) throw invalidAt('/to', fault);
  if (absence.to <= call.deps.now().toISOString()) throw invalidAt('/to', 'absence-ends-in-the-past');
  mustBeNear(call.deps, '/to', absence.to, FARTHEST_IN_YEARS);
  if (absence.substituteId === absence.personId) throw invalidAt('/substituteId', 'absence-in-a-circle');
  if (absence.substituteId !== before?.substituteId) {
    if (absence.substituteId === call.me.id && absence.personId !== call.me.id)
      throw invalidAt('/substituteId', 'substitute-oneself');
    const substitute = await activeUser(db, call.session, absence.substituteId);
    if (!substitute || !areOfOneSide(person, substitute))
      throw invalidAt('/substituteId', 'substitute-of-another-side');
  }
  const others = await othersMeanwhile(db, call.session, absence);
  if (others.some((other) => other.personId === absence.personId && overlap(other, absence)))
    throw invalidAt('/from', 'absence-overlaps');
  if (makesCircle(others, absence)) throw invalidAt('/substituteId', 'absence-in-a-circle');
}

/** Refuses changes of what is over, and another beginning of what has begun. */
export function mustStillBeOpen(row: AbsenceRow, wanted: { readonly from?: string | undefined }, now: Date): void {
  const at = now.toISOString();
  if (row.isCancelled || row.to <= at) throw new Problem('wrong-state', said('absence-is-over'));
  if (row.from <= at && wanted.from !== undefined && wanted.from !== row.from)
    throw invalidAt('/from', 'absence-has-begun');
}

async function activeUser(db: Database, session: ClientSession | null, _id: string) {
  return await db.users.findOne({ _id, isActive: true }, { grants: 1 }).session(session).lean<UserRow>();
}

async function othersMeanwhile(db: Database, session: ClientSession | null, absence: Planned) {
  const { _id, from, to } = absence;
  return await db.absences
    .find({ _id: { $ne: _id }, isCancelled: false, to: { $gt: from }, from: { $lt: to } })
    .session(session)
    .lean<AbsenceRow[]>();
}

/**
 * Counts that absences have changed. Two that make a circle together may be entered at the same moment, and one of them has to look
 * again; and who tells cases of absences knows one change from the next.
 */
export async function countChange(db: Database, session: ClientSession | null): Promise<void> {
  await db.counters.updateOne({ _id: 'absences' }, { $inc: { value: 1 } }, { upsert: true }).session(session);
}
