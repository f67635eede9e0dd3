import type { TeamRow } from '../../../models/db';
import type { AnyCall } from '../master-data';
import { personNames } from '../names';
import type { ShownTeam } from '../columns/teams';

/** Teams with the names of those who lead them. */
export async function withLeaders({ deps }: AnyCall, rows: readonly TeamRow[]): Promise<readonly ShownTeam[]> {
  const nameOf = await personNames(
    deps.db,
    rows.flatMap(({ leaderId }) => (leaderId === null ? [] : [leaderId])),
  );
  return rows.map((row) => ({ ...row, leader: row.leaderId === null ? null : nameOf(row.leaderId).name }));
}
