import { pauseBefore } from '../../models/callback-rules';
import type { Role } from '../../models/codes';
import type { CallbackAttempt } from '../../models/contracts/callback-forms';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { Holders } from '../../models/contracts/record';
import type { TaskItem } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';
import { holding } from './posts';

/** Who calls back: the first of these who did not do the job. */
export const CALLERS = [
  'deputy-project-manager',
  'account-manager',
  'project-manager',
  'service-desk',
  'management',
] as const satisfies Role[];

/** Who tries at last. */
export const LAST_CALLERS = ['account-manager', 'project-manager', 'management'] as const satisfies Role[];

const ALARM = 'next-attempt';

type Callback = Desk<CallbackData>;

/** Who did the job, and so does not ask how it was. */
export function workersOf({ data }: Callback): string[] {
  return workersIn(data);
}

/** Who did the job that is asked about. */
export function workersIn({ request }: Pick<CallbackData, 'request'>): string[] {
  return (request.workers ?? []).map(({ person }) => person);
}

/** Asks for one attempt to reach the customer, once time is open for it; whether they were reached. */
export async function attempted(desk: Callback, step: 'attempt' | 'last-attempt', holders: Holders): Promise<boolean> {
  const { data } = desk;
  await untilDue(desk);
  const number = data.attempts.length + 1;
  const workers = workersOf(desk);
  const roles = step === 'attempt' ? CALLERS : LAST_CALLERS;
  const tried = await desk.ask<Partial<CallbackAttempt>>({
    step,
    whom: holding(desk, holders, roles, workers) ?? desk.role('account-manager'),
    form: { id: 'callback.attempt', version: 1 },
    outcomes: ['approve', 'reject'],
    excludes: workers,
    item: contactItem(desk, number),
  });
  // Who refuses need not say when it was.
  const reached = tried.outcome === 'approve';
  const attempt = { at: tried.form.at ?? tried.at, by: tried.by, reached, why: reached ? '' : tried.comment };
  data.attempts = [...data.attempts, attempt];
  return reached;
}

/** The first attempt waits for the office to open, each other for what was agreed, or for so many open hours after the last. */
async function untilDue(desk: Callback): Promise<void> {
  const { data } = desk;
  const number = data.attempts.length + 1;
  if (data.due >= number) return;
  if (!desk.hasAlarm(ALARM)) {
    const last = data.attempts.at(-1);
    const pause = last?.again === undefined ? pauseBefore(number, desk.amount('hours-between')) : 0;
    const at = await desk.openAfter(last?.again ?? last?.at ?? desk.now, pause);
    if (at > desk.now) desk.setAlarmAnew(ALARM, at);
  }
  if (desk.hasAlarm(ALARM)) await desk.until(ALARM);
  desk.dropAlarm(ALARM);
  data.due = number;
}

/** Whom to ask, and how the attempts before went. */
function contactItem(desk: Callback, number: number): TaskItem {
  const contact = desk.facts.contact as Readonly<Record<'name' | 'phone' | 'mail', string>>;
  const failed = desk.data.attempts.map(({ why }, index) => ({
    label: { zh: `第 ${index + 1} 次未联系上`, en: `Attempt ${index + 1} failed` },
    value: why,
  }));
  const agreed = { zh: '约定的时间', en: 'As agreed' };
  return {
    key: `${number}`,
    title: { zh: `第 ${number} 次`, en: `attempt ${number}` },
    facts: [
      { label: { zh: '回访对象', en: 'Whom to ask' }, value: contact.name },
      { label: { zh: '联系电话', en: 'Phone' }, value: contact.phone },
      { label: { zh: '电子邮箱', en: 'Mail' }, value: contact.mail },
      ...failed,
      { label: agreed, value: desk.data.attempts.at(-1)?.again ?? '' },
    ].filter(({ value }) => value !== ''),
  };
}
