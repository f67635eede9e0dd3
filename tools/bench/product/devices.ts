import { randomBytes } from 'node:crypto';
import type { Database, DeviceRow } from '../../../models/db';

const AT_ONCE = 500;

/** Hands out devices of the first demo customer that nobody has asked to scrap, put on the books many at a time. */
export class Devices {
  private readonly free: string[] = [];

  constructor(private readonly db: Database) {}

  /** Puts devices on the books before a measurement, so that it holds none of that. */
  async stock(): Promise<void> {
    const rows = Array.from({ length: AT_ONCE - this.free.length }, newDevice);
    await this.db.devices.insertMany(rows);
    this.free.push(...rows.map(({ _id }) => _id));
  }

  async take(): Promise<string> {
    if (this.free.length === 0) await this.stock();
    return this.free.pop() ?? (await this.take());
  }
}

function newDevice(): DeviceRow {
  const number = randomBytes(6).toString('hex');
  return {
    _id: `D-${number}`,
    version: 1,
    updatedAt: new Date(),
    customerId: 'C-0001',
    name: 'Dell PowerEdge R720 服务器',
    model: 'Dell PowerEdge R720',
    serialNumber: `BENCH${number.toUpperCase()}`,
    assetNumber: `ZC-${number}`,
    location: '信息中心机房 B-07',
    businessSystem: '财政集中支付系统',
    businessLevel: '重要',
    purchasedOn: '2014-09-10',
    valueInYuan: 58_000,
    state: 'in-use',
    scrappedBy: null,
  };
}
