import type { Role } from '../../models/codes';
import type { Whom } from '../../models/contracts/people';
import type { Holders, MailDraft, MailKind } from '../../models/contracts/record';
import type { Desk } from '../human-task/desk';

/** Who speaks for a customer, the first first. */
export const FOR_CUSTOMER = ['customer-lead', 'competent-department', 'customer'] as const satisfies Role[];

/**
 * Who answers for a customer: this person of theirs, unless they have left; else who speaks for the customer; else the service
 * desk asks them, since nobody else of ours may.
 */
export async function customersVoice<Data>(desk: Desk<Data>, person?: string): Promise<Whom> {
  const holders = await desk.holders(FOR_CUSTOMER);
  const isHere = FOR_CUSTOMER.some((role) => holders[role]?.some(({ id }) => id === person));
  if (person !== undefined && isHere) return desk.persons(person);
  return holding(desk, holders, FOR_CUSTOMER) ?? desk.role('service-desk');
}

/** The first of these roles that somebody holds who is none of the excepted; null where there is none. */
export function holding<Data>(
  desk: Desk<Data>,
  holders: Holders,
  roles: readonly Role[],
  except: readonly string[] = [],
): Whom | null {
  const none = [...except, ...desk.hiddenFrom];
  const found = roles.find((role) => holders[role]?.some(({ id }) => !none.includes(id)));
  return found ? desk.role(found) : null;
}

/** Who reported something: somebody of the directory, or a name and where mails reach it. */
export interface ReportedBy {
  readonly reporter?: string | undefined;
  readonly name?: string | undefined;
  readonly mail?: string | undefined;
}

/** Writes to who reported something, by account or by mail; who has neither is not written to. */
export function tellReportedBy<Data>(
  desk: Desk<Data>,
  { reporter, name, mail }: ReportedBy,
  kind: MailKind,
  details: MailDraft['details'],
): void {
  if (reporter !== undefined) desk.tell(kind, details, desk.persons(reporter));
  else if (name !== undefined && mail !== undefined) desk.tellOutside(kind, details, { name, email: mail });
}
