import type {
  CutoverUndoTrouble,
  CutoverUnrestored,
  CutoverUnsaved,
} from '../../models/contracts/change-cutover-forms';
import type { Text } from '../../models/contracts/text';
import { TROUBLE_TITLES } from '../../models/cutover-words';
import type { Question } from '../human-task/question';
import { attempts, failedItem, limitOf, undoItem } from './change-cutover-items';
import { planOf, type Cutover } from './change-cutover-plan';
import { endWatch, endWindow } from './change-cutover-trouble';

const RESULT = { id: 'cutover.result', version: 1 } as const;
const EITHER = ['approve', 'reject'] as const;

type Attempts = ReturnType<typeof attempts>;

/**
 * 回退: the data are backed up, then what was begun is undone in reverse order, each undo confirmed by a person; then the data
 * are restored, and the operations lead verifies that the system is as before. Whatever fails stays open until it is put right.
 */
export async function rollBack(desk: Cutover): Promise<void> {
  const again = attempts();
  endWindow(desk);
  endWatch(desk);
  desk.hold(null);
  desk.once('told', () => tellOfRollBack(desk));

  await backedUp(desk, again);
  for (const { step } of [...desk.data.run.begun].reverse()) await undone(desk, again, step);
  await restored(desk, again);
  await verified(desk, again);
  desk.hold(desk.now);
}

/** 对数据进行备份; where they cannot be, the maintenance manager decides whether it goes on without. */
async function backedUp(desk: Cutover, again: Attempts): Promise<void> {
  const whom = desk.persons(planOf(desk).backupBy);
  for (;;) {
    const form = { id: 'cutover.backup', version: 1 };
    const { question, attempt } = again({ step: 'backup-before-undo', whom, form });
    const backup = await desk.ask({ ...question, outcomes: EITHER });
    if (backup.outcome === 'approve') return;
    const title = { zh: '回退前备份数据', en: 'the backup before the roll-back' };
    const settled = await desk.ask<CutoverUnsaved>({
      step: 'backup-trouble',
      whom: desk.role('maintenance-manager'),
      form: { id: 'cutover.unsaved', version: 1 },
      item: failedItem('backup', title, backup.comment, attempt),
    });
    if (settled.form.way === 'without') return;
  }
}

async function undone(desk: Cutover, again: Attempts, number: number): Promise<void> {
  const { undone: list } = desk.data.run;
  const step = planOf(desk).steps[number - 1];
  if (!step) throw new Error(`the plan has no step ${number}`);
  const item = undoItem(step, number);
  const deadline = limitOf(step, [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'maintenance-manager' },
  ]);
  const question = { step: 'undo', whom: desk.persons(step.by), form: RESULT, item, deadline };
  await untilPutRight(desk, again, question, item.key, item.title);
  if (!list.includes(number)) list.push(number);
}

async function restored(desk: Cutover, again: Attempts): Promise<void> {
  const question = { step: 'restore', whom: desk.persons(planOf(desk).backupBy), form: RESULT };
  await untilPutRight(desk, again, question, 'restore', { zh: '恢复数据', en: 'restoring the data' });
}

/** Asks until somebody confirms it; what fails is the maintenance manager's, who has it tried again or puts it right in another way. */
async function untilPutRight(desk: Cutover, again: Attempts, asked: Question, key: string, title: Text): Promise<void> {
  for (;;) {
    const { question, attempt } = again(asked);
    const answer = await desk.ask({ ...question, outcomes: EITHER });
    if (answer.outcome === 'approve') return;
    const settled = await desk.ask<CutoverUndoTrouble>({
      step: 'undo-trouble',
      whom: desk.role('maintenance-manager'),
      form: { id: 'cutover.undo-trouble', version: 1 },
      item: failedItem(key, title, answer.comment, attempt),
    });
    if (settled.form.way === 'otherwise') return;
  }
}

/** The operations lead verifies it, again after all that is done because it was not as before. */
async function verified(desk: Cutover, again: Attempts): Promise<void> {
  const whom = desk.role('operations-lead');
  for (;;) {
    const { question, attempt } = again({ step: 'verify-restored', whom, form: RESULT, excludesApplicant: true });
    const answer = await desk.ask({ ...question, outcomes: EITHER });
    if (answer.outcome === 'approve') return;
    const title = { zh: '验证系统已恢复', en: 'the verification' };
    const settled = await desk.ask<CutoverUnrestored>({
      step: 'restore-trouble',
      whom: desk.role('maintenance-manager'),
      form: { id: 'cutover.unrestored', version: 1 },
      item: failedItem('verify', title, answer.comment, attempt),
    });
    const { way, step } = settled.form;
    if (way === 'restore') await restored(desk, again);
    if (way === 'undo' && desk.data.run.begun.some((one) => one.step === step)) await undone(desk, again, step ?? 0);
  }
}

function tellOfRollBack(desk: Cutover): void {
  const trouble = desk.data.run.troubles.at(-1);
  const title = trouble && TROUBLE_TITLES[trouble.cause];
  const said = trouble?.reason ?? '';
  const cause = title && {
    zh: said === '' ? title.zh : `${title.zh}：${said}`,
    en: said === '' ? title.en : `${title.en}: ${said}`,
  };
  const roles = ['maintenance-manager', 'operations-lead', 'project-manager', 'customer-lead'] as const;
  desk.tell('roll-back-begun', cause ? { cause } : {}, ...roles.map((role) => desk.role(role)));
}
