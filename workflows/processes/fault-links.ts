import { STAFF_ROLES } from '../../models/codes';
import type { FaultData } from '../../models/contracts/fault-run';
import type { Holders } from '../../models/contracts/record';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { openedBy, tellRefused } from './opened-by';
import { FOR_CUSTOMER } from './posts';

type Fault = Desk<FaultData>;

// So many a callback knows of.
const MOST_WORKERS = 30;
const OPENERS = ['account-manager', 'service-desk'] as const;
const WORK: readonly string[] = ['respond', 'handle', 'advise', 'cause'];
const FOLLOWERS = ['service-desk', 'project-manager'] as const;

/** 新发现的隐患: its own procedure, which the fault does not wait for. */
export async function openDanger(desk: Fault, description: string): Promise<void> {
  const { customer, device, system } = desk.data.request;
  await openOrTell(
    desk,
    'hidden-danger',
    desk.data.engineer?.id ?? '',
    {
      customer,
      description,
      found: `故障处理 ${desk.recorded.caseId}`,
      from: desk.recorded.caseId,
      ...(system !== undefined && { system }),
      ...(device !== undefined && { devices: [{ device }] }),
    },
    description,
  );
}

/** 客户回访: of who reported it, else of who speaks for the customer. */
export async function openCallback(desk: Fault): Promise<void> {
  const holders = await desk.holders([...FOR_CUSTOMER, ...STAFF_ROLES]);
  const staff = idsOf(holders, STAFF_ROLES);
  const workers = workersOf(desk).filter((id) => staff.includes(id));
  const { engineer, request } = desk.data;
  const [inTheirPlace] = idsOf(holders, OPENERS);
  const isHere = engineer !== null && staff.includes(engineer.id);
  await openOrTell(desk, 'callback', (isHere ? engineer.id : inTheirPlace) ?? '', {
    customer: request.customer,
    about: desk.recorded.caseId,
    reason: 'job',
    ...whomToAsk(desk, holders),
    ...(workers.length > 0 && { workers: workers.slice(0, MOST_WORKERS).map((person) => ({ person })) }),
  });
}

/** What a case has opened goes on without it: somebody decides what becomes of it. */
export function tellLinksGoOn<Data>(desk: Desk<Data>): void {
  const open = desk.openLinks;
  if (open.length === 0) return;
  const roles = FOLLOWERS.map((role) => desk.role(role));
  desk.tell('links-go-on', { reason: open.join('、') }, ...roles);
}

/** Whoever worked on it, from afar or in the cases that it has opened. */
function workersOf({ recorded, data: { engineer, workers } }: Fault): string[] {
  // Who takes minutes of it, or has only written down that it goes on, has not worked on it.
  const worked = recorded.decisions.filter(({ step, outcome }) => WORK.includes(step) && outcome !== 'reject');
  return [...new Set([...worked.map(({ by }) => by.id), ...(engineer ? [engineer.id] : []), ...workers])];
}

// Who reported it may have left; what monitoring reports nobody has.
function whomToAsk({ data: { request } }: Fault, holders: Holders): Readonly<Record<string, unknown>> {
  const { reporter, name, phone, mail } = request;
  if (name !== undefined) return { name, phone, mail, means: phone === undefined ? 'mail' : 'phone' };
  const theirs = idsOf(holders, FOR_CUSTOMER);
  return { person: theirs.find((id) => id === reporter) ?? theirs[0], means: 'phone' };
}

function idsOf(holders: Holders, roles: readonly (keyof Holders)[]): string[] {
  return roles.flatMap((role) => (holders[role] ?? []).map(({ id }) => id));
}

const TITLES: Readonly<Record<'callback' | 'hidden-danger', Text>> = {
  callback: { zh: '客户回访', en: 'callback' },
  'hidden-danger': { zh: '隐患处理', en: 'hidden danger' },
};

/** Opens a case that the fault does not wait for; where that cannot be, those hear of it, and of what it was for, who can open it. */
async function openOrTell(
  desk: Fault,
  process: keyof typeof TITLES,
  applicantId: string,
  form: Readonly<Record<string, unknown>>,
  about = '',
): Promise<void> {
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
  const toOpen = { process, form: given, inTheirPlace: 'service-desk' } as const;
  tellRefused(desk, TITLES[process], await openedBy(desk, `${process}-${desk.data.asked}`, applicantId, toOpen), about);
}
