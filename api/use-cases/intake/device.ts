import type { Database, DeviceRow } from '../../../models/db';

/** The customer's device with this serial or asset number. */
export async function deviceNumbered(
  db: Database,
  customerId: string,
  number: string,
): Promise<Pick<DeviceRow, '_id'> | null> {
  const bySerial = await db.devices.findOne({ customerId, serialNumber: number }, { _id: 1 }).lean();
  return bySerial ?? (await db.devices.findOne({ customerId, assetNumber: number }, { _id: 1 }).lean());
}
