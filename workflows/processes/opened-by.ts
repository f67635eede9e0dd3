import type { Role } from '../../models/codes';
import type { CaseToOpen, OpenedCase } from '../../models/contracts/record';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';

/** What is opened, and in whose place it is where the one who asks for it may not. */
export interface ToOpen extends Pick<CaseToOpen, 'process' | 'form'> {
  readonly inTheirPlace: Role;
}

/**
 * Opens a case in the name of who asks for it; where they may not, such as an administrator who answered an engineer's task, or who
 * has left, in the name of somebody who may. Why neither could, or its number.
 */
export async function openedBy<Data>(
  desk: Desk<Data>,
  key: string,
  applicantId: string,
  { inTheirPlace, ...toOpen }: ToOpen,
): Promise<OpenedCase> {
  const opened = await desk.openCase(key, { ...toOpen, applicantId });
  if (!('refused' in opened)) return opened;
  const holders = await desk.holders([inTheirPlace]);
  const other = holders[inTheirPlace]?.find(({ id }) => id !== applicantId);
  const again = other ? await desk.openCase(key, { ...toOpen, applicantId: other.id }) : opened;
  return 'refused' in again ? opened : again;
}

const TOLD = ['account-manager', 'service-desk'] as const;

/** What could not be opened those hear of who can open it themselves, with the words that are lost otherwise. */
export function tellRefused<Data>(desk: Desk<Data>, { zh, en }: Text, opened: OpenedCase, about = ''): void {
  if (!('refused' in opened)) return;
  const { refused } = opened;
  const cause = { zh: `${zh}：${refused.zh}`, en: `${en}: ${refused.en}` };
  const both = { zh: `${about}（${cause.zh}）`, en: `${about} (${cause.en})` };
  desk.tell('linked-not-opened', { cause: about === '' ? cause : both }, ...TOLD.map((role) => desk.role(role)));
}

const FOLLOWERS = ['service-desk', 'project-manager'] as const;

/** What a case has opened goes on without it: somebody decides what becomes of it. */
export function tellLinksGoOn<Data>(desk: Desk<Data>): void {
  const open = desk.openLinks();
  if (open.length === 0) return;
  const roles = FOLLOWERS.map((role) => desk.role(role));
  desk.tell('links-go-on', { reason: open.join('、') }, ...roles);
}
