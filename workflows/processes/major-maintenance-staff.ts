import type { MajorStaff } from '../../models/contracts/major-maintenance-forms';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import type { Whom } from '../../models/contracts/people';
import type { Decision } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';
import type { Question } from '../human-task/question';
import { customerOf, tellStaffed } from './major-maintenance-telling';

type Major = Desk<MajorData>;

/** Who is in charge of the work. */
export function inCharge(desk: Major): Whom {
  const { lead } = desk.data;
  return lead === null ? desk.role('project-manager') : desk.persons(lead);
}

/** Who assigns people to it, and decides how it goes on where it cannot be solved. */
export function leadersOf(desk: Major): Whom {
  return desk.data.leaders ?? desk.role('project-manager');
}

/** These people work on it from now on; what the one in charge was asked somebody else is asked, where that is another. */
export function putInCharge({ data }: Major, { form: { people }, names }: Decision<MajorStaff>): void {
  const lead = people.find(({ part }) => part === 'lead')?.person ?? null;
  if (data.lead !== null && lead !== data.lead) data.handovers += 1;
  data.people = people;
  data.lead = lead;
  data.names = { ...data.names, ...names };
  data.staffings += 1;
}

/** 派工单 of whoever was assigned last; they, the project manager and the customer are told. */
export async function issueDispatch(desk: Major): Promise<void> {
  const { data } = desk;
  if (data.dispatched === data.staffings) return;
  const which = `${data.staffings}`;
  await desk.file('dispatch', 'open', which);
  const customer = await customerOf(desk);
  data.dispatched = data.staffings;
  tellStaffed(desk, customer);
}

/** People may be assigned anew at any time until it is solved. */
export function restaffing(desk: Major): Question {
  const { people, staffings } = desk.data;
  return {
    step: 'restaff',
    whom: leadersOf(desk),
    form: { id: 'major.staff', version: 1 },
    prefill: { people },
    stays: true,
    item: { key: `${staffings}`, title: { zh: `第 ${staffings + 1} 次派工`, en: `staffing no. ${staffings + 1}` } },
  };
}

/** The number of what whoever is in charge is asked, and why it is asked once more; nothing the first time. */
export function keyed({ data }: Major): Pick<Question, 'item'> {
  const { attempt, handovers, because } = data;
  if (attempt === 1 && handovers === 0) return {};
  const why = { label: { zh: '此前情况', en: 'What came before' }, value: because };
  const title =
    attempt === 1
      ? { zh: '更换负责人', en: 'somebody else is in charge' }
      : { zh: `第 ${attempt} 次处理`, en: `attempt ${attempt}` };
  return { item: { key: `${attempt}.${handovers}`, title, ...(because !== '' && { facts: [why] }) } };
}
