import { attemptKey } from '../../models/attempts';
import type { CutoverPlan } from '../../models/contracts/change-cutover-forms';
import type { Deadline } from '../../models/contracts/policy';
import type { TaskItem } from '../../models/contracts/task';
import type { Text } from '../../models/contracts/text';
import { keyOf, type Question } from '../human-task/question';

const MINUTE_IN_MS = 60_000;

type PlannedStep = CutoverPlan['steps'][number];
type Named = Pick<TaskItem, 'key'> & { readonly title: Text | null; readonly facts?: TaskItem['facts'] };

/** The thing that is asked about, at an attempt; of a step that is about one thing only it says which attempt it is. */
export function attemptItem({ key, title, facts }: Named, attempt: number): TaskItem {
  const times = { zh: `第 ${attempt} 次`, en: `attempt ${attempt}` };
  const named = title && attempt > 1 ? { zh: `${title.zh}（${times.zh}）`, en: `${title.en} (${times.en})` } : title;
  return { key: attemptKey({ key, attempt }), title: named ?? times, ...(facts && { facts }) };
}

/** The same question at another attempt. */
export function againOf(question: Question, attempt: number): Question {
  if (attempt === 1) return question;
  return { ...question, item: attemptItem(question.item ?? { key: '', title: null }, attempt) };
}

/** Puts a question at its next attempt each time; a stage that is walked anew counts anew, and comes to the same. */
export function attempts(): (question: Question) => { readonly question: Question; readonly attempt: number } {
  const counts = new Map<string, number>();
  return (question) => {
    const attempt = (counts.get(keyOf(question)) ?? 0) + 1;
    counts.set(keyOf(question), attempt);
    return { question: againOf(question, attempt), attempt };
  };
}

/** The limit of a step of the plan, which runs by the clock on the wall. */
export function limitOf({ minutes }: PlannedStep, ladder: Deadline['ladder']): Deadline {
  return { budgetInMs: Math.round(minutes * MINUTE_IN_MS), time: 'elapsed', ladder };
}

/** A step of the plan, to be done. */
export function stepItem({ action, check, undo }: PlannedStep, number: number): TaskItem {
  return {
    key: `${number}`,
    title: { zh: `第 ${number} 步 ${action}`, en: `step ${number}: ${action}` },
    facts: [
      { label: { zh: '操作', en: 'Action' }, value: action },
      { label: { zh: '检查方法', en: 'Check' }, value: check },
      { label: { zh: '回退操作', en: 'Undo' }, value: undo },
    ],
  };
}

/** A step of the plan, to be undone. */
export function undoItem({ action, undo }: PlannedStep, number: number): TaskItem {
  return {
    key: `${number}`,
    title: { zh: `第 ${number} 步 ${undo}`, en: `step ${number}: ${undo}` },
    facts: [
      { label: { zh: '回退操作', en: 'Undo' }, value: undo },
      { label: { zh: '所做操作', en: 'What was done' }, value: action },
    ],
  };
}

/** What is asked about something that failed: why it did. */
export function failedItem(key: string, title: Text, reason: string, attempt: number): TaskItem {
  const facts = [{ label: { zh: '失败原因', en: 'Why it failed' }, value: reason }];
  return attemptItem({ key, title, facts }, attempt);
}
