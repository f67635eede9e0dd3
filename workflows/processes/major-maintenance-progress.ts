import type { MajorProgress, MajorRebuild } from '../../models/contracts/major-maintenance-forms';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import type { Whom } from '../../models/contracts/people';
import type { Decision } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import type { Question } from '../human-task/question';
import { customerOf, tellCustomer } from './major-maintenance-telling';

const HOUR_IN_MS = 3_600_000;
const MAIL = 'progress-mail';

type Major = Desk<MajorData>;

/** Who is in charge of the work. */
export function inCharge(desk: Major): Whom {
  const lead = desk.data.people.find(({ part }) => part === 'lead');
  return lead ? desk.persons(lead.person) : desk.role('project-manager');
}

/**
 * Asks while the customer is told at a set rhythm how it stands: whoever is in charge writes that at any time, may record that it was
 * rebuilt in a test environment, and is reminded where they have written nothing since the last mail.
 */
export async function told<Values>(
  desk: Major,
  question: Question,
  { mayRebuild = false } = {},
): Promise<Decision<Values>> {
  const { data } = desk;
  for (;;) {
    if (!desk.hasAlarm(MAIL)) desk.setAlarmAnew(MAIL, nextMail(desk));
    const besides = [progressOf(desk), ...(mayRebuild && !data.rebuilt ? [rebuildOf(desk)] : [])];
    const came = await desk.firstOf([question, ...besides], [MAIL]);
    if (came.kind === 'reached') await tell(desk);
    if (came.kind !== 'decided') continue;
    if (came.step === question.step) return came.decision as Decision<Values>;
    if (came.step === 'rebuild') noteRebuilt(desk, came.decision as Decision<MajorRebuild>);
    else noteProgress(desk, came.decision as Decision<MajorProgress>);
  }
}

/** It is solved, as who is in charge says: nothing is told any more, unless the user finds that it is not. */
export function tellingNoMore(desk: Major): void {
  desk.dropAlarm(MAIL);
  desk.withdraw(progressOf(desk));
  desk.withdraw(rebuildOf(desk));
}

/** 进展邮件: the customer is told what was written since the mail before; that nothing was, where it is so. */
async function tell(desk: Major): Promise<void> {
  const { data } = desk;
  const customer = await customerOf(desk);
  const last = data.progress.at(-1);
  const news = data.progress.filter(({ at }) => at > (data.toldAt ?? ''));
  const cause = news.length > 0 ? sameInBoth(news.map(({ text }) => text).join('\n')) : nothingNew(last?.text);
  tellCustomer(desk, customer, 'major-progress', { cause });
  if (news.length === 0) desk.tell('progress-wanted', { reason: last?.text ?? '' }, inCharge(desk));
  data.mails = [...data.mails, { at: desk.now, text: cause.zh }];
  data.toldAt = desk.now;
  data.told += 1;
  desk.setAlarmAnew(MAIL, nextMail(desk));
}

function sameInBoth(text: string): Text {
  return { zh: text, en: text };
}

function nothingNew(last: string | undefined): Text {
  if (last === undefined) return { zh: '正在处理，暂无新的进展。', en: 'It is being worked on; nothing new so far.' };
  return {
    zh: `正在处理，自上次通报以来暂无新的进展。此前的进展：${last}`,
    en: `It is being worked on; nothing new since the last mail. Before that: ${last}`,
  };
}

function noteProgress({ data }: Major, { at, by, form }: Decision<MajorProgress>): void {
  data.progress = [...data.progress, { at, by, text: form.progress }];
}

function noteRebuilt({ data }: Major, { form, names }: Decision<MajorRebuild>): void {
  const { signature: _signed, ...rebuilt } = form;
  data.rebuilt = rebuilt;
  data.names = { ...data.names, ...names };
}

function nextMail(desk: Major): string {
  const hours = desk.amount('progress-hours');
  return new Date(Date.parse(desk.now) + hours * HOUR_IN_MS).toISOString();
}

function progressOf(desk: Major): Question {
  return {
    step: 'progress',
    whom: inCharge(desk),
    form: { id: 'major.progress', version: 1 },
    stays: true,
    ...again(desk.data.progress.length + desk.data.refusals.length + 1),
  };
}

function rebuildOf(desk: Major): Question {
  const form = { id: 'major.rebuild', version: 1 };
  return { step: 'rebuild', whom: inCharge(desk), form, stays: true, ...again(desk.data.refusals.length + 1) };
}

function again(attempt: number): Pick<Question, 'item'> {
  if (attempt === 1) return {};
  return { item: { key: `${attempt}`, title: { zh: `第 ${attempt} 次`, en: `entry ${attempt}` } } };
}
