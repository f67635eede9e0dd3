import type { CaseHead } from '../contracts/record';
import type { ContractRow, CustomerRow, DeviceRow, Searched, TeamRow, UserRow } from '../db';
import { Terms } from './terms';

/** What the rows of each collection of master data are found by. */
const TERMS_OF: Readonly<Record<string, (row: never) => string[]>> = {
  customers: customerTerms,
  contracts: contractTerms,
  devices: deviceTerms,
  teams: teamTerms,
  users: userTerms,
};

/** The row of a collection with the terms by which it is found, to be written together; collections without terms stay as they are. */
export function withTerms<Row extends object>(collection: string, row: Row): Row & Searched {
  const termsOf = TERMS_OF[collection];
  return termsOf ? { ...row, search: termsOf(row as never) } : row;
}

/**
 * What a case is found by: its number, subject, customer and applicant, and what its request is about, as all of it was when it
 * started. The title of its procedure is looked up when somebody searches, so that not every case has to carry it.
 */
export function caseTerms(head: CaseHead): string[] {
  const { id, subject, customer, applicant, process, about } = head;
  const terms = new Terms().number(id).fact('process', process);
  for (const deviceId of about?.deviceIds ?? []) terms.fact('device', deviceId);
  terms.title(subject);
  for (const number of about?.numbers ?? []) terms.number(number);
  if (customer) terms.words(customer.name);
  terms.person(applicant.name);
  for (const words of about?.words ?? []) terms.words(words);
  return terms.all();
}

type DeviceWords = Pick<DeviceRow, 'serialNumber' | 'assetNumber' | 'name' | 'model' | 'location' | 'businessSystem'>;

/** What a device is found by. */
export function deviceTerms(row: DeviceWords): string[] {
  const terms = new Terms().number(row.serialNumber).number(row.assetNumber).title(row.name).words(row.model);
  return terms.words(row.location).words(row.businessSystem).all();
}

/** What a customer is found by: its name, its contacts with their phone numbers, and its sites. */
export function customerTerms(row: Pick<CustomerRow, 'name' | 'contacts' | 'sites'>): string[] {
  const terms = new Terms().title(row.name);
  for (const contact of row.contacts) terms.person(contact.name).number(contact.phone);
  for (const site of row.sites) terms.words(site.name);
  return terms.all();
}

/** What a contract is found by. */
export function contractTerms(row: Pick<ContractRow, 'number'>): string[] {
  return new Terms().number(row.number).all();
}

/** What a team is found by. */
export function teamTerms(row: Pick<TeamRow, 'name'>): string[] {
  return new Terms().title(row.name).all();
}

/** What a person is found by. */
export function userTerms(row: Pick<UserRow, 'name' | 'username' | 'email' | 'phone'>): string[] {
  return new Terms().person(row.name).number(row.username).words(row.email).number(row.phone).all();
}
