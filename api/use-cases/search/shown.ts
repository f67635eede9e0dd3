import { processOf } from '../../../models/contracts/processes';
import { ROLE_TITLES } from '../../../models/contracts/roles';
import type { SearchItem } from '../../../models/contracts/search';
import type { Language } from '../../../models/contracts/text';
import type { CustomerRow, DeviceRow, UserRow } from '../../../models/db';
import type { CaseLineRow } from '../case-list';

/** A case as it is found: its subject, with its number, procedure and applicant. */
export function shownCase(row: CaseLineRow, language: Language): SearchItem {
  const detail = joined(row._id, processOf(row.process)?.title[language] ?? row.process, row.applicant.name);
  return { kind: 'cases', id: row._id, title: row.subject, detail, customer: row.customer, state: row.state };
}

/** A device as it is found: its name, with model and serial number. */
export function shownDevice(row: DeviceRow, customers: ReadonlyMap<string, string>): SearchItem {
  const customer = { id: row.customerId, name: customers.get(row.customerId) ?? '' };
  const detail = joined(row.model, row.serialNumber);
  return { kind: 'devices', id: row._id, title: row.name, detail, customer, state: row.state };
}

/** A customer as it is found: its name, with its sites. */
export function shownCustomer(row: CustomerRow): SearchItem {
  const detail = joined(...row.sites.slice(0, 3).map(({ name }) => name));
  const customer = { id: row._id, name: row.name };
  return { kind: 'customers', id: row._id, title: row.name, detail, customer, state: null };
}

/** A person as they are found: their name, with user name and roles. */
export function shownPerson(row: UserRow, language: Language): SearchItem {
  const roles = [...new Set(row.grants.map(({ role }) => ROLE_TITLES[role][language]))];
  const state = row.isActive ? 'active' : 'inactive';
  return {
    kind: 'people',
    id: row._id,
    title: row.name,
    detail: joined(row.username, ...roles),
    customer: null,
    state,
  };
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' · ');
}
