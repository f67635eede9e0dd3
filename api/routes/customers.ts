import { EDITORS } from '../../models/contracts/editors';
import { customerAnswer, customerInput, customerPage, customerPatch } from '../../models/contracts/master-data';
import type { CustomerRow } from '../../models/db';
import { inScopeOf } from '../use-cases/filters';
import { mustHold, newRow, type Kind } from '../use-cases/master-data';
import { CUSTOMER_SHEET } from '../use-cases/columns/customers';
import { asStored, recordExport } from '../use-cases/exports/records';
import type { RecordList } from '../use-cases/record-list';
import { changesRoute } from './changes';
import { addRoute, askedOf, changeRoute, listRoute, readRoute } from './master-data';
import { exportRoute } from './exports';

const { kind, tier } = customerInput.shape;

const customers: Kind<CustomerRow> = {
  path: '/customers',
  title: { zh: '客户', en: 'customer' },
  rowsIn: (db) => db.customers,
  seenBy: (me) => inScopeOf(me, '_id'),
  sortedBy: 'name',
  answer: customerAnswer,
  page: customerPage,
  show: ({ _id, updatedAt, ...rest }) => ({ id: _id, updatedAt: updatedAt.toISOString(), ...rest }),
};

const list: RecordList<CustomerRow> = {
  kind: customers,
  by: { kind: { field: 'kind', schema: kind }, tier: { field: 'tier', schema: tier } },
};

/** Customers: type, service tier, contacts, sites. */
export const CUSTOMER_ROUTES = [
  listRoute(list),
  exportRoute(recordExport(list, CUSTOMER_SHEET, asStored), askedOf(list)),
  readRoute(customers),
  changesRoute(customers, EDITORS.customers),
  addRoute(customers, EDITORS.customers, customerInput, async (call) => {
    mustHold(call.me, EDITORS.customers, null);
    return { ...newRow('C', call), ...call.body };
  }),
  changeRoute(customers, EDITORS.customers, customerPatch, (call, row) =>
    mustHold(call.me, EDITORS.customers, row._id),
  ),
];
