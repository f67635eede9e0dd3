import { STAFF_ROLES } from '../../models/codes';
import type { CallbackRequest } from '../../models/contracts/callback-forms';
import type { Holders } from '../../models/contracts/record';
import type { Desk } from '../human-task/desk';
import { openedBy, tellRefused } from './opened-by';
import { FOR_CUSTOMER } from './posts';

// So many a callback knows of.
const MOST_WORKERS = 30;
const OPENERS = ['account-manager', 'service-desk'] as const;
const TITLE = { zh: '客户回访', en: 'callback' };

/** Who reported a case: somebody of the directory, or how somebody else is reached. */
interface Reporter {
  readonly person: string | undefined;
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly mail?: string | undefined;
}

/** What a callback is about: for which customer and why, who reported it, who followed it last, and who worked on it. */
interface Called {
  readonly customer: string;
  readonly reason: CallbackRequest['reason'];
  readonly reporter: Reporter;
  readonly follower: string | undefined;
  readonly workers: readonly string[];
}

/**
 * 客户回访 [processes §10] about this case, which does not wait for it: of who reported it, else of who speaks for the customer, by
 * nobody who worked on it. It names the case, so it is hidden from whom that is hidden from.
 */
export async function openCallback<Data>(
  desk: Desk<Data>,
  key: string,
  { customer, reason, reporter, follower, workers }: Called,
): Promise<void> {
  const holders = await desk.holders([...FOR_CUSTOMER, ...STAFF_ROLES]);
  const staff = idsOf(holders, STAFF_ROLES);
  const ours = workers.filter((id) => staff.includes(id)).slice(0, MOST_WORKERS);
  const applicantId = staff.find((id) => id === follower) ?? idsOf(holders, OPENERS)[0] ?? '';
  const form = {
    customer,
    about: desk.recorded.caseId,
    reason,
    ...whomToAsk(reporter, holders),
    ...(ours.length > 0 && { workers: ours.map((person) => ({ person })) }),
  };
  const toOpen = { process: 'callback', form, inTheirPlace: 'service-desk' } as const;
  tellRefused(desk, TITLE, await openedBy(desk, key, applicantId, toOpen));
}

// Who reported it may have left since; what monitoring reports nobody has.
function whomToAsk({ person, name, phone, mail }: Reporter, holders: Holders): Readonly<Record<string, unknown>> {
  if (name !== undefined) {
    const reached = { ...(phone !== undefined && { phone }), ...(mail !== undefined && { mail }) };
    return { name, ...reached, means: phone === undefined ? 'mail' : 'phone' };
  }
  const theirs = idsOf(holders, FOR_CUSTOMER);
  const asked = theirs.find((id) => id === person) ?? theirs[0];
  return { ...(asked !== undefined && { person: asked }), means: 'phone' };
}

function idsOf(holders: Holders, roles: readonly (keyof Holders)[]): string[] {
  return roles.flatMap((role) => (holders[role] ?? []).map(({ id }) => id));
}
