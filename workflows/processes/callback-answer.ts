import type { CallbackAnswer, CallbackAskedAgain } from '../../models/contracts/callback-forms';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { Whom } from '../../models/contracts/people';
import type { TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import type { Desk } from '../human-task/desk';
import { workersOf } from './callback-attempts';
import { cut } from './cut';

const ANSWER_IN_CHARACTERS = 2000;

type Callback = Desk<CallbackData>;

/**
 * 给客户一个满意的回复 [002 §4.3]: the customer is told what was done, by mail where they have one, and asked once more by who has
 * called them. Why they are still not satisfied, or null.
 */
export async function answeredAfter(desk: Callback, whom: Whom): Promise<Text | null> {
  const { data } = desk;
  const number = data.answers.length + 1;
  const asker = data.attempts.at(-1)?.by.id ?? '';
  const written = await desk.ask<CallbackAnswer>({
    step: 'answer',
    whom,
    form: { id: 'callback.answer', version: 1 },
    excludes: workersOf(desk),
    prefill: { answer: cut(doneIn(data), ANSWER_IN_CHARACTERS) },
    item: { key: `${number}`, title: { zh: '措施已验证', en: 'measures verified' } },
  });
  const { answer } = written.form;
  desk.once('told', () => tellAnswer(desk, answer));
  const asked = await desk.ask<CallbackAskedAgain>({
    step: 'ask-again',
    whom: desk.persons(asker),
    form: { id: 'callback.asked-again', version: 1 },
    prefill: { means: data.request.means },
    excludes: workersOf(desk),
    item: toSay(desk, number, answer),
  });
  const { at, means, now, said = '' } = asked.form;
  const came = { at, means, now, said, by: asked.by };
  data.answers = [...data.answers, { answer, at: written.at, by: written.by, asked: came }];
  if (data.result) data.result = { ...data.result, now };
  return now === 'no' ? { zh: `客户仍不满意：${said}`, en: `Still not satisfied: ${said}` } : null;
}

function doneIn({ measures }: CallbackData): string {
  return ['针对您在回访中反映的情况，我们已采取下列措施，并经验证：', ...measures.map(lineOf)].join('\n');
}

function lineOf({ what }: CallbackData['measures'][number], index: number): string {
  return `${index + 1}. ${what}`;
}

function contactOf({ facts }: Callback): Readonly<Record<'name' | 'phone' | 'mail', string>> {
  return facts.contact as Readonly<Record<'name' | 'phone' | 'mail', string>>;
}

function tellAnswer(desk: Callback, reason: string): void {
  const { person } = desk.data.request;
  const { name, mail: email } = contactOf(desk);
  if (email === '') return;
  if (person !== undefined) desk.tell('callback-answered', { reason }, desk.persons(person));
  else desk.tellOutside('callback-answered', { reason }, { name, email });
}

function toSay(desk: Callback, number: number, answer: string): TaskItem {
  const { name, phone, mail } = contactOf(desk);
  const isMailed = mail !== '';
  return {
    key: `${number}`,
    title: isMailed
      ? { zh: '已邮件答复', en: 'answered by mail' }
      : { zh: '请当面或电话答复', en: 'tell them as well' },
    facts: [
      { label: { zh: '回访对象', en: 'Whom to ask' }, value: name },
      { label: { zh: '联系电话', en: 'Phone' }, value: phone },
      { label: { zh: '电子邮箱', en: 'Mail' }, value: mail },
      { label: { zh: '答复内容', en: 'Answer' }, value: answer },
    ].filter(({ value }) => value !== ''),
  };
}
