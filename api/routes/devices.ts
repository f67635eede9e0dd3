import { z } from 'zod';
import { EDITORS } from '../../models/contracts/editors';
import { id } from '../../models/contracts/fields';
import { deviceAnswer, deviceInput, devicePage, devicePatch } from '../../models/contracts/master-data';
import type { DeviceRow } from '../../models/db';
import { invalidAt } from '../http/invalid';
import { inScopeOf } from '../use-cases/filters';
import { mustHold, newRow, type Kind } from '../use-cases/master-data';
import { scrappedAlready } from '../use-cases/scrapped-device';
import { DEVICE_SHEET } from '../use-cases/columns/devices';
import { asStored, recordExport } from '../use-cases/exports/records';
import type { RecordList } from '../use-cases/record-list';
import { changesRoute } from './changes';
import { addRoute, askedOf, changeRoute, listRoute, readRoute } from './master-data';
import { exportRoute } from './exports';

const devices: Kind<DeviceRow> = {
  path: '/devices',
  title: { zh: '设备', en: 'device' },
  rowsIn: (db) => db.devices,
  seenBy: (me) => inScopeOf(me, 'customerId'),
  sortedBy: 'name',
  answer: deviceAnswer,
  page: devicePage,
  show: ({ _id, updatedAt, ...rest }) => ({ id: _id, updatedAt: updatedAt.toISOString(), ...rest }),
};

const list: RecordList<DeviceRow> = {
  kind: devices,
  by: {
    customer: { field: 'customerId', schema: id },
    state: { field: 'state', schema: deviceAnswer.shape.state },
    businessSystem: { field: 'businessSystem', schema: z.string().min(1).max(100) },
  },
};

/** Devices: what they are, where they stand, what runs on them. */
export const DEVICE_ROUTES = [
  listRoute(list),
  exportRoute(recordExport(list, DEVICE_SHEET, asStored), askedOf(list)),
  readRoute(devices),
  changesRoute(devices, EDITORS.devices),
  addRoute(devices, EDITORS.devices, deviceInput, async (call) => {
    const { customerId } = call.body;
    mustHold(call.me, EDITORS.devices, customerId);
    if (!(await call.deps.db.customers.exists({ _id: customerId }))) {
      throw invalidAt('/customerId', 'no-such-customer');
    }
    return { ...newRow('D', call), ...call.body, scrappedBy: null };
  }),
  changeRoute(
    devices,
    EDITORS.devices,
    devicePatch,
    (call, row) => {
      mustHold(call.me, EDITORS.devices, row.customerId);
      if (row.state === 'scrapped') throw scrappedAlready(row);
    },
    ['wrong-state'],
  ),
];
