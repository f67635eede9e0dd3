import { STAFF_ROLES } from '../../models/codes';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { Holders } from '../../models/contracts/record';
import type { Desk } from '../human-task/desk';
import { FOR_CUSTOMER } from './posts';

type Complaint = Desk<ComplaintData>;

// So many a callback knows of.
const MOST_WORKERS = 30;
const OPENERS = ['account-manager', 'service-desk'] as const;

/**
 * 客户回访 [processes §10]: of who complained, else of who speaks for the customer, by nobody who followed the complaint. It names the
 * complaint, so it is hidden from whom that is hidden from.
 */
export async function openCallback(desk: Complaint, followers: readonly string[]): Promise<void> {
  const holders = await desk.holders([...FOR_CUSTOMER, ...STAFF_ROLES]);
  const staff = idsOf(holders, STAFF_ROLES);
  const workers = followers.filter((id) => staff.includes(id)).slice(0, MOST_WORKERS);
  const ledBy = desk.data.attempts.at(-1)?.ledBy?.id;
  const applicantId = staff.find((id) => id === ledBy) ?? idsOf(holders, OPENERS)[0] ?? '';
  const form = {
    customer: desk.data.request.customer,
    about: desk.recorded.caseId,
    reason: 'complaint',
    ...whomToAsk(desk, holders),
    ...(workers.length > 0 && { workers: workers.map((person) => ({ person })) }),
  };
  const opened = await desk.openCase('callback', { process: 'callback', applicantId, form });
  if (!('refused' in opened)) return;
  const cause = { zh: `客户回访：${opened.refused.zh}`, en: `callback: ${opened.refused.en}` };
  desk.tell('linked-not-opened', { cause }, ...OPENERS.map((role) => desk.role(role)));
}

// Who complained may have left since.
function whomToAsk({ data: { request } }: Complaint, holders: Holders): Readonly<Record<string, unknown>> {
  const { complainant, name, phone, mail } = request;
  if (name !== undefined) {
    const reached = { ...(phone !== undefined && { phone }), ...(mail !== undefined && { mail }) };
    return { name, ...reached, means: phone === undefined ? 'mail' : 'phone' };
  }
  const theirs = idsOf(holders, FOR_CUSTOMER);
  const person = theirs.find((id) => id === complainant) ?? theirs[0];
  return { ...(person !== undefined && { person }), means: 'phone' };
}

function idsOf(holders: Holders, roles: readonly (keyof Holders)[]): string[] {
  return roles.flatMap((role) => (holders[role] ?? []).map(({ id }) => id));
}
