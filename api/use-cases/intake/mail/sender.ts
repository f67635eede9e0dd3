import type { Contact, CustomerRow, Database, UserRow } from '../../../../models/db';
import { isCustomerSide } from '../../../../models/whom';

/** Who has written: somebody of the directory, or a contact of a customer; and of which customer. */
export interface Sender {
  readonly customerId: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  /** Their id, where they are in the directory. */
  readonly personId: string | null;
}

/** Whose address this is among the customers' people; null for everybody else, and for one that several customers have. */
export async function senderAt(db: Database, address: string, asWritten: string): Promise<Sender | null> {
  const addresses = [...new Set([address, asWritten])];
  const users = await db.users.find({ email: { $in: addresses }, isActive: true }).lean<UserRow[]>();
  const customers = await db.customers
    .find({ 'contacts.email': { $in: addresses } }, { contacts: 1 })
    .lean<CustomerRow[]>();
  const found = [...users.flatMap(ofDirectory), ...customers.flatMap((row) => ofContacts(row, addresses))];
  const [first] = found;
  return first && found.every(({ customerId }) => customerId === first.customerId) ? { ...first, address } : null;
}

function ofDirectory({ _id: personId, name, email: address, phone, grants }: UserRow): Sender[] {
  if (!isCustomerSide(grants)) return [];
  const ids = [...new Set(grants.flatMap(({ customerId }) => customerId ?? []))];
  return ids.map((customerId) => ({ customerId, name, address, phone, personId }));
}

function ofContacts({ _id: customerId, contacts }: CustomerRow, addresses: readonly string[]): Sender[] {
  const theirs = contacts.filter(({ email }: Contact) => addresses.includes(email));
  return theirs.map(({ name, email: address, phone }) => ({ customerId, name, address, phone, personId: null }));
}
