import type { MajorProgress, MajorRebuild, MajorStaff } from '../../models/contracts/major-maintenance-forms';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import type { Decision } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { keyOf, type Question } from '../human-task/question';
import { inCharge, issueDispatch, putInCharge, restaffing } from './major-maintenance-staff';
import { customerOf, tellCustomer } from './major-maintenance-telling';

const HOUR_IN_MS = 3_600_000;
const MAIL = 'progress-mail';

type Major = Desk<MajorData>;

/**
 * Asks while the customer is told at a set rhythm how it stands: whoever is in charge writes that at any time, may record that it was
 * rebuilt in a test environment, and is reminded where they have written nothing since the last mail. Who leads it may assign people
 * anew; whoever is in charge then is asked instead.
 */
export async function told<Values>(
  desk: Major,
  questionNow: () => Question,
  { mayRebuild = false } = {},
): Promise<Decision<Values>> {
  const { data } = desk;
  for (;;) {
    await issueDispatch(desk);
    const question = questionNow();
    if (!desk.hasAlarm(MAIL)) desk.setAlarmAnew(MAIL, nextMail(desk));
    const canRebuild = mayRebuild && !data.rebuilt.some(({ attempt }) => attempt === data.attempt);
    const besides = [progressOf(desk), restaffing(desk), ...(canRebuild ? [rebuildOf(desk)] : [])];
    const came = await desk.firstOf([question, ...besides], [MAIL]);
    if (came.kind === 'reached') await tell(desk);
    if (came.kind !== 'decided') continue;
    if (came.step === question.step) {
      if (canRebuild) desk.withdraw(rebuildOf(desk));
      return came.decision as Decision<Values>;
    }
    if (came.step === 'restaff') {
      const asked = [question, ...besides];
      putInCharge(desk, came.decision as Decision<MajorStaff>);
      withdrawOthers(desk, asked, [questionNow(), progressOf(desk), rebuildOf(desk)]);
    } else if (came.step === 'rebuild') noteRebuilt(desk, came.decision as Decision<MajorRebuild>);
    else noteProgress(desk, came.decision as Decision<MajorProgress>);
  }
}

/** It is solved, or not to be solved for now: nothing is told any more, unless the user finds that it is not. */
export function tellingNoMore(desk: Major): void {
  desk.dropAlarm(MAIL);
  for (const question of [progressOf(desk), restaffing(desk)]) desk.withdraw(question);
}

/** What was asked of who is in charge no more. */
function withdrawOthers(desk: Major, asked: readonly Question[], goOn: readonly Question[]): void {
  const keys = goOn.map(keyOf);
  for (const question of asked) if (!keys.includes(keyOf(question))) desk.withdraw(question);
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
  data.rebuilt = [...data.rebuilt, { ...rebuilt, attempt: data.attempt }];
  data.names = { ...data.names, ...names };
}

function nextMail(desk: Major): string {
  const hours = desk.amount('progress-hours');
  return new Date(Date.parse(desk.now) + hours * HOUR_IN_MS).toISOString();
}

function progressOf(desk: Major): Question {
  const { progress, refusals, handovers } = desk.data;
  return {
    step: 'progress',
    whom: inCharge(desk),
    form: { id: 'major.progress', version: 1 },
    stays: true,
    ...again(progress.length + refusals.length + handovers + 1),
  };
}

function rebuildOf(desk: Major): Question {
  const { attempt, handovers } = desk.data;
  const form = { id: 'major.rebuild', version: 1 };
  return { step: 'rebuild', whom: inCharge(desk), form, stays: true, ...again(attempt + handovers) };
}

function again(attempt: number): Pick<Question, 'item'> {
  if (attempt === 1) return {};
  return { item: { key: `${attempt}`, title: { zh: `第 ${attempt} 次`, en: `entry ${attempt}` } } };
}
