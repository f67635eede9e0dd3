import type { FaultRequest } from '../../models/contracts/fault-forms';
import type { MajorMeeting, MajorMinutes, MajorStaff } from '../../models/contracts/major-maintenance-forms';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import type { Whom } from '../../models/contracts/people';
import type { MailDraft, MailKind } from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { customersVoice, tellReportedBy, type ReportedBy } from './posts';

const PARTS: Readonly<Record<MajorStaff['people'][number]['part'], Text>> = {
  lead: { zh: '负责人', en: 'in charge' },
  'second-line': { zh: '二线技术人员', en: 'second line' },
  expert: { zh: '公司专家', en: 'expert' },
  support: { zh: '配合', en: 'support' },
};

type Major = Desk<MajorData>;
type Told = readonly [kind: MailKind, details: MailDraft['details']];

/** Whom of the customer to tell: who speaks for them now, the service desk where nobody does, and who reported the fault. */
export interface Customer {
  readonly whom: Whom;
  readonly reporter: ReportedBy;
}

/** Looks up whom of the customer to tell at this moment. */
export async function customerOf(desk: Major): Promise<Customer> {
  const { from } = desk.data.request;
  const isFromFault = from !== undefined && desk.facts.isFromFault === true;
  const known = isFromFault ? await desk.knownBy(from, ['request']) : {};
  const reporter = (known as { readonly request?: FaultRequest }).request ?? {};
  return { whom: await customersVoice(desk), reporter };
}

/** Writes to the customer; where nobody of theirs can be written to, the service desk reads it, and phones them. */
export function tellCustomer(desk: Major, { whom, reporter }: Customer, ...told: Told): void {
  desk.tell(...told, whom);
  tellReportedBy(desk, reporter, ...told);
}

/** Who was assigned read it, the project manager, and the customer. */
export function tellStaffed(desk: Major, customer: Customer): void {
  const { people, names } = desk.data;
  const namesIn = (language: keyof Text) =>
    people.map(({ person, part }) => ({ name: names[person] ?? person, part: PARTS[part][language] }));
  const cause = {
    zh: namesIn('zh')
      .map(({ name, part }) => `${name}（${part}）`)
      .join('、'),
    en: namesIn('en')
      .map(({ name, part }) => `${name} (${part})`)
      .join(', '),
  };
  desk.tell('major-staffed', { cause }, desk.role('project-manager'));
  tellCustomer(desk, customer, 'major-staffed', { cause });
  desk.tell('major-staffed', { cause }, team(desk));
}

/** 告知用户并及时上报负责人 [004 二]: that it cannot be solved for now, and what was done. */
export function tellUnsolved(desk: Major, customer: Customer, reason: string): void {
  desk.tell('major-unsolved', { reason }, desk.role('project-manager'), desk.role('tech-lead'), team(desk));
  tellCustomer(desk, customer, 'major-unsolved', { reason });
}

/** 会议纪要: to who called the meeting, who works on it, and who answers for the project [002 §6.3]. */
export function tellMinutes(
  desk: Major,
  { by: leader }: Decision<MajorMeeting>,
  { by, form: { discussed, resolved } }: Decision<MajorMinutes>,
): void {
  const details = { by: by.name, reason: `${discussed}\n\n${resolved}` };
  desk.tell('minutes-issued', details, team(desk, leader.id), desk.role('project-manager'));
}

/** That it is over read all who were told that it began. */
export function tellOver(desk: Major, customer: Customer, cause: Text): void {
  desk.tell('major-over', { cause }, desk.role('project-manager'));
  tellCustomer(desk, customer, 'major-over', { cause });
  const hasTeam = desk.data.people.length > 0;
  if (hasTeam) desk.tell('major-over', { cause }, team(desk));
}

function team(desk: Major, ...others: readonly string[]): Whom {
  return desk.persons(...new Set([...desk.data.people.map(({ person }) => person), ...others]));
}
