import type { ContractRow } from '../../../models/db';
import { calendarTitles } from '../calendars';
import type { AnyCall } from '../master-data';
import type { ShownContract } from '../columns/contracts';

/** Contracts with the devices that they cover, and their calendars. */
export async function withWhatTheyName(
  { deps }: AnyCall,
  rows: readonly ContractRow[],
): Promise<readonly ShownContract[]> {
  const ids = [...new Set(rows.flatMap(({ deviceIds }) => deviceIds))];
  const devices = await deps.db.devices.find({ _id: { $in: ids } }, { name: 1, serialNumber: 1 }).lean();
  const known = new Map(devices.map(({ _id, name, serialNumber }) => [_id, `${name} ${serialNumber}`]));
  const titleOf = await calendarTitles(
    deps.db,
    rows.flatMap(({ calendarId }) => (calendarId === null ? [] : [calendarId])),
  );
  return rows.map((row) => ({
    ...row,
    devices: row.deviceIds.map((id) => known.get(id) ?? id),
    calendar: row.calendarId === null ? null : titleOf(row.calendarId),
  }));
}
