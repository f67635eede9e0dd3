import { EDITORS } from '../../models/contracts/editors';
import { id } from '../../models/contracts/fields';
import { contractAnswer, contractInput, contractPage, contractPatch } from '../../models/contracts/master-data';
import type { ContractRow } from '../../models/db';
import { invalidAt } from '../http/invalid';
import { inScopeOf } from '../use-cases/filters';
import { mustHold, newRow, type AnyCall, type Kind } from '../use-cases/master-data';
import { CONTRACT_SHEET } from '../use-cases/columns/contracts';
import { withWhatTheyName } from '../use-cases/exports/contracts';
import { recordExport } from '../use-cases/exports/records';
import type { RecordList } from '../use-cases/record-list';
import { changesRoute } from './changes';
import { addRoute, askedOf, changeRoute, listRoute, readRoute } from './master-data';
import { exportRoute } from './exports';

const contracts: Kind<ContractRow> = {
  path: '/contracts',
  title: { zh: '合同', en: 'contract' },
  rowsIn: (db) => db.contracts,
  seenBy: (me) => inScopeOf(me, 'customerId'),
  sortedBy: 'number',
  answer: contractAnswer,
  page: contractPage,
  show: ({ _id, updatedAt, ...rest }) => ({ id: _id, updatedAt: updatedAt.toISOString(), ...rest }),
};

const list: RecordList<ContractRow> = {
  kind: contracts,
  by: {
    customer: { field: 'customerId', schema: id },
    device: { field: 'deviceIds', schema: id },
    tier: { field: 'tier', schema: contractInput.shape.tier },
  },
};

/** Contracts: period, service tier, limits, devices covered. */
export const CONTRACT_ROUTES = [
  listRoute(list),
  exportRoute(recordExport(list, CONTRACT_SHEET, withWhatTheyName), askedOf(list)),
  readRoute(contracts),
  changesRoute(contracts, EDITORS.contracts),
  addRoute(contracts, EDITORS.contracts, contractInput, async (call) => {
    mustHold(call.me, EDITORS.contracts, call.body.customerId);
    await mustFit(call, call.body);
    return { ...newRow('K', call), ...call.body };
  }),
  changeRoute(contracts, EDITORS.contracts, contractPatch, async (call, row) => {
    mustHold(call.me, EDITORS.contracts, row.customerId);
    const { startsOn = row.startsOn, endsOn = row.endsOn, deviceIds = row.deviceIds } = call.body;
    const { calendarId = row.calendarId } = call.body;
    await mustFit(call, { customerId: row.customerId, startsOn, endsOn, calendarId, deviceIds });
  }),
];

type Terms = Pick<ContractRow, 'customerId' | 'startsOn' | 'endsOn' | 'calendarId' | 'deviceIds'>;

async function mustFit(call: AnyCall, terms: Terms): Promise<void> {
  const { customerId, startsOn, endsOn, calendarId, deviceIds } = terms;
  const { db } = call.deps;
  if (endsOn < startsOn) throw invalidAt('/endsOn', 'ends-before-it-starts');
  if (!(await db.customers.exists({ _id: customerId }))) throw invalidAt('/customerId', 'no-such-customer');
  if (calendarId !== null && !(await db.calendars.exists({ calendarId })))
    throw invalidAt('/calendarId', 'no-such-calendar', { id: calendarId });
  const own = await db.devices.distinct('_id', { _id: { $in: deviceIds }, customerId });
  const foreign = deviceIds.findIndex((deviceId) => !own.includes(deviceId));
  if (foreign >= 0) throw invalidAt(`/deviceIds/${foreign}`, 'device-of-another');
}
