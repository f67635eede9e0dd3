import type { Role } from '../../../models/codes';
import { customerInput } from '../../../models/contracts/master-data';
import type { CustomerRow } from '../../../models/db';
import { holdsOneFor } from '../../access';
import { newRow, writeRows } from '../master-data';
import { distinct } from './devices';
import { CUSTOMER_COLUMNS, CUSTOMER_PARTS, CUSTOMER_SHEET, MORE_OF_CUSTOMERS } from '../columns/customers';
import type { ImportSpec } from './spec';

/** Customers as they are imported; their contacts and sites stand in sheets of their own. */
export const customerImport = (who: readonly Role[]): ImportSpec<CustomerRow> => ({
  kind: 'customers',
  title: CUSTOMER_SHEET.title,
  who,
  columns: CUSTOMER_COLUMNS,
  onlyExported: MORE_OF_CUSTOMERS,
  parts: CUSTOMER_PARTS,
  schema: customerInput,
  keyFields: ['name'],
  titleFields: ['name'],
  existing: async (db, drafts) =>
    await db.customers.find({ name: { $in: distinct(drafts, 'name') } }, { search: 0 }).lean<CustomerRow[]>(),
  refusal: (me, { row }) => (holdsOneFor(me, who, row?._id ?? null) ? null : { code: 'not-allowed', field: 'name' }),
  write: async (call, added, changed) => {
    const { customers } = call.deps.db;
    const rows = added.map((input, index) => ({ ...newRow('C', call, index), ...input }) as CustomerRow);
    return await writeRows(customers, call, rows, changed);
  },
});
