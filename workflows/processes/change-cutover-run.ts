import type { CutoverRun, Trouble } from '../../models/contracts/change-cutover-run';
import { TROUBLE_TITLES } from '../../models/cutover-words';
import { back, type Go } from '../human-task/procedure';
import { limitOf, stepItem } from './change-cutover-items';
import { after, before, planOf, TESTED, type Cutover } from './change-cutover-plan';
import { endWatch, endWindow, untilDone } from './change-cutover-trouble';

const MINUTE_IN_MS = 60_000;
const HOUR_IN_MS = 3_600_000;

const RESULT = { id: 'cutover.result', version: 1 } as const;
const BACKUP = { id: 'cutover.backup', version: 1 } as const;

/** A cutover that has not begun. */
export function newRun(): CutoverRun {
  return { begun: [], done: [], troubles: [], heard: [], undone: [], isRolledBack: false };
}

/**
 * 割接: backup confirmed, then each step done and confirmed in its turn, then the operations lead verifies [processes §7, 5].
 * The trouble for which it has to be rolled back; null where all went well.
 */
export async function cutOver(desk: Cutover): Promise<Trouble | null> {
  const { run } = desk.data;
  const { to, steps, backupBy } = planOf(desk);
  desk.setAlarm('window-warning', before(to, desk.amount('warn-minutes-before-end') * MINUTE_IN_MS));
  desk.setAlarm('window-end', to);

  // 对修改前的程序及数据做好备份
  const backup = { step: 'backup', whom: desk.persons(backupBy), form: BACKUP };
  const unsaved = await untilDone(desk, { doing: 'backup', step: null, ifRefused: 'backup', question: backup });
  if (unsaved) return unsaved;

  for (const [index, step] of steps.entries()) {
    const number = index + 1;
    // The undo is registered before the step is begun: what was interrupted half-way is undone as well.
    if (!run.begun.some((one) => one.step === number)) run.begun.push({ step: number, at: desk.now });
    const question = {
      step: 'execute',
      whom: desk.persons(step.by),
      form: RESULT,
      item: stepItem(step, number),
      deadline: limitOf(step, [{ atPercent: 75, does: 'remind' }]),
      lapses: true,
    };
    const trouble = await untilDone(desk, { doing: 'execute', step: number, ifRefused: 'check-failed', question });
    if (trouble) return trouble;
    if (!run.done.includes(number)) run.done.push(number);
  }

  // 运行负责人验证其系统不受影响
  const whom = desk.role('operations-lead');
  const verify = { step: 'verify', whom, form: RESULT, excludesApplicant: true };
  const harm = await untilDone(desk, { doing: 'verify', step: null, ifRefused: 'verification', question: verify });
  if (!harm) endWindow(desk);
  return harm;
}

/** Nothing was begun, so there is nothing to roll back: it is planned anew, and who counted on the window is told why. */
export function calledOff(desk: Cutover, trouble: Trouble): Go {
  const { watch, backupBy, steps } = planOf(desk);
  endWindow(desk);
  endWatch(desk);
  desk.data.calledOff.push(trouble);
  desk.data.run = newRun();
  const title = TROUBLE_TITLES[trouble.cause];
  const roles = ['maintenance-manager', 'operations-lead', 'customer-lead'] as const;
  return back('plan', {
    cause: {
      zh: `割接尚未开始即中止：${title.zh}${trouble.reason === '' ? '' : `（${trouble.reason}）`}。系统没有改动，须重新安排窗口`,
      en: `it was called off before anything was begun: ${title.en}${trouble.reason === '' ? '' : ` (${trouble.reason})`}. Nothing was changed; it needs another window`,
    },
    keeps: TESTED,
    tells: [
      desk.persons(...new Set([watch, backupBy, ...steps.map(({ by }) => by)])),
      ...roles.map((role) => desk.role(role)),
    ],
  });
}

/** 观察: trouble in it rolls back to the former program [processes §7, 6]; that trouble, or null. */
export async function observed(desk: Cutover): Promise<Trouble | null> {
  const { observationHours } = planOf(desk);
  if (observationHours > 0) {
    const end = after(desk.now, observationHours * HOUR_IN_MS);
    desk.setAlarm('observation-end', end);
    desk.once('held', () => desk.hold(end));
    const trouble = await untilDone(desk, { doing: 'waiting', step: null, ifRefused: 'observation', question: null });
    if (trouble) return trouble;
  }
  const whom = desk.role('operations-lead');
  const question = { step: 'observed', whom, form: RESULT, excludesApplicant: true };
  const trouble = await untilDone(desk, { doing: 'observed', step: null, ifRefused: 'observation', question });
  if (trouble) return trouble;
  endWatch(desk);
  desk.hold(desk.now);
  return null;
}
