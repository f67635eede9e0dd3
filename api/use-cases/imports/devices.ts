import type { Role } from '../../../models/codes';
import { deviceInput } from '../../../models/contracts/master-data';
import type { DeviceRow } from '../../../models/db';
import { holdsOneFor } from '../../access';
import { newRow, writeRows } from '../master-data';
import { DEVICE_COLUMNS, DEVICE_SHEET, MORE_OF_DEVICES } from '../columns/devices';
import type { ImportSpec, Values } from './spec';

/** Devices as they are imported; a serial number is one of its customer. */
export const deviceImport = (who: readonly Role[]): ImportSpec<DeviceRow> => ({
  kind: 'devices',
  title: DEVICE_SHEET.title,
  who,
  columns: DEVICE_COLUMNS,
  onlyExported: MORE_OF_DEVICES,
  parts: [],
  schema: deviceInput,
  keyFields: ['customerId', 'serialNumber'],
  titleFields: ['name', 'serialNumber'],
  existing: async (db, drafts) =>
    await db.devices
      .find(
        {
          customerId: { $in: distinct(drafts, 'customerId') },
          serialNumber: { $in: distinct(drafts, 'serialNumber') },
        },
        { search: 0 },
      )
      .lean<DeviceRow[]>(),
  // A device that is scrapped stays so; its state is no change and no fault.
  settled: (values, row) =>
    row?.state === 'scrapped' && (values.state ?? 'scrapped') === 'scrapped' ? { ...values, state: 'in-use' } : values,
  refusal: (me, { given, input, row, changes }) => {
    if (!holdsOneFor(me, who, input.customerId as string)) return { code: 'not-allowed', field: 'customerId' };
    const isRevived = given.state !== undefined && given.state !== 'scrapped';
    const isTouched = isRevived || Object.keys(changes).length > 0;
    return row?.state === 'scrapped' && isTouched ? { code: 'scrapped', field: 'serialNumber' } : null;
  },
  write: async (call, added, changed) => {
    const { devices } = call.deps.db;
    const rows = added.map(
      (input, index) => ({ ...newRow('D', call, index), ...input, scrappedBy: null }) as DeviceRow,
    );
    return await writeRows(devices, call, rows, changed);
  },
});

/** The distinct texts of a field, trimmed. */
export function distinct(drafts: readonly Values[], field: string): string[] {
  return [...new Set(drafts.map((values) => String(values[field]).trim()))];
}
