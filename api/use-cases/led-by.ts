import type { ClientSession } from 'mongoose';
import type { Database } from '../../models/db';

/** The people whom somebody leads: who reports to them, directly or by others, and the members of the teams that they lead. */
export async function ledBy(db: Database, session: ClientSession | null, id: string): Promise<ReadonlySet<string>> {
  const teams = await db.teams.find({ leaderId: id }, { _id: 1 }).session(session).lean();
  const members = { teamId: { $in: teams.map(({ _id }) => _id) } };
  const led = new Set<string>();
  for (let above: readonly string[] = [id]; above.length > 0;) {
    const reports = { managerId: { $in: above } };
    const rows = await db.users
      .find(led.size === 0 && teams.length > 0 ? { $or: [reports, members] } : reports, { _id: 1 })
      .session(session)
      .lean();
    above = rows.map(({ _id }) => _id).filter((one) => one !== id && !led.has(one));
    for (const one of above) led.add(one);
  }
  return led;
}
