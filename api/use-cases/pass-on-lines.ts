import type { ClientSession } from 'mongoose';
import type { z } from 'zod';
import type { linesPassedOn } from '../../models/contracts/open-tasks';
import type { PersonName } from '../../models/contracts/people';
import type { Database, UserRow } from '../../models/db';
import { isCustomerSide } from '../../models/whom';
import type { Accessed } from '../http/route';
import { changesOf } from './changes';
import { holdLinesStill, managersOf } from './reporting-lines';

/** Who reported to somebody who leaves and the teams that they led, each with whom it has now. */
export type LinesPassedOn = z.output<typeof linesPassedOn>;

/**
 * Gives the teams that a leaver leads to the successor, and those who report to them too: where the successor is one of
 * them, or reports to one of them, and where there is no successor, to the leaver's own manager. Nobody keeps a manager or
 * leader who has left; a team without a successor has none.
 */
export async function passOnLines(
  db: Database,
  session: ClientSession,
  leaver: UserRow,
  successor: UserRow | null,
  updatedAt: Date,
): Promise<LinesPassedOn> {
  await holdLinesStill(db, session);
  const heir = successor && !isCustomerSide(successor.grants) ? successor : null;
  const overHeir = heir ? [heir._id, ...(await managersOf(db, session, heir))] : [];
  const above = await db.users.findOne({ _id: leaver.managerId, isActive: true }, { name: 1 }).session(session).lean();
  const theirs = await db.users.find({ managerId: leaver._id }, { name: 1 }).sort({ username: 1 }).session(session);
  const reports = theirs.map(({ _id, name }) => {
    const manager = heir && !overHeir.includes(_id) ? heir : above;
    return { id: _id, name, manager: manager && nameOf(manager) };
  });
  for (const manager of [heir, above]) {
    const ids = reports.filter((report) => report.manager?.id === manager?._id).map(({ id }) => id);
    const $set = { managerId: manager?._id ?? null, updatedAt };
    await db.users.updateMany(
      { _id: { $in: ids }, managerId: leaver._id },
      { $set, $inc: { version: 1 } },
      { session },
    );
  }
  const led = await db.teams.find({ leaderId: leaver._id }, { name: 1 }).sort({ name: 1 }).session(session);
  const leader = heir && nameOf(heir);
  const $set = { leaderId: leader?.id ?? null, updatedAt };
  await db.teams.updateMany({ leaderId: leaver._id }, { $set, $inc: { version: 1 } }, { session });
  return { reports, teams: led.map(({ _id, name }) => ({ id: _id, name, leader })) };
}

/** What the access log keeps of each record that had named the leaver. */
export function accessesOf({ reports, teams }: LinesPassedOn, leaverId: string): readonly Accessed[] {
  const changed = (target: string, field: string, to: PersonName | null) => ({
    target,
    details: { changes: changesOf({ [field]: leaverId }, { [field]: to?.id ?? null }) },
  });
  return [
    ...reports.map(({ id, manager }) => changed(id, 'managerId', manager)),
    ...teams.map(({ id, leader }) => changed(id, 'leaderId', leader)),
  ];
}

function nameOf({ _id, name }: { readonly _id: string; readonly name: string }): PersonName {
  return { id: _id, name };
}
