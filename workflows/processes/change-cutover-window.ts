import type { CaseWindow, Clashes } from '../../models/contracts/record';
import type { TaskItem } from '../../models/contracts/task';
import { approval } from '../human-task/approval';
import { back, next, type Go } from '../human-task/procedure';
import { after, before, planOf, TESTED, type Cutover } from './change-cutover-plan';

const HOUR_IN_MS = 3_600_000;

/** The window of the plan with what is worked on in it, which is held until the observation is over. */
export function windowOf(desk: Cutover): CaseWindow {
  const { request } = desk.data;
  const { from, to, observationHours } = planOf(desk);
  const until = after(to, observationHours * HOUR_IN_MS);
  return { from, to, until, deviceIds: (request.devices ?? []).map(({ device }) => device), system: request.system };
}

/** True where nothing stands in the way. */
export function isFree({ daysOff, cases }: Clashes): boolean {
  return daysOff.length + cases.length === 0;
}

/**
 * Waits for the beginning of the window, and looks at it again some time before: for what was announced or planned since it was
 * agreed to, the maintenance manager is asked. A window that is over by then is planned anew.
 */
export async function untilWindow(desk: Cutover): Promise<Go> {
  const { from, to } = planOf(desk);
  if (desk.now >= to) return windowOver;
  const check = before(from, desk.amount('check-hours-before-window') * HOUR_IN_MS);
  desk.setAlarm('window', from);
  if (check > desk.now) desk.setAlarm('window-check', check);
  if (desk.hasAlarm('window-check')) await desk.firstOf([], ['window', 'window-check']);
  const go = await acceptedAnew(desk);
  const isOver = desk.now >= to;
  if (go.go === 'next' && !isOver) await desk.until('window');
  desk.dropAlarm('window-check');
  desk.dropAlarm('window');
  return go.go === 'next' && isOver ? windowOver : go;
}

async function acceptedAnew(desk: Cutover): Promise<Go> {
  const found = await desk.clashes();
  const others = beside(found, desk.data.clashes);
  if (isFree(others)) return next();
  const step = desk.data.request.kind === 'emergency' ? 'emergency-go' : 'clash-review';
  const form = { id: 'cutover.opinion', version: 1 };
  const whom = desk.role('maintenance-manager');
  const go = await approval(desk, { step, whom, form, item: clashItem(others) }, 'archive');
  if (go.go === 'next') desk.data.clashes = found;
  return go;
}

const windowOver = back('plan', {
  cause: { zh: '批准时割接窗口已经结束，须重新安排', en: 'the window was over when it was agreed to' },
  keeps: TESTED,
});

/** What of the clashes was not there when they were accepted. */
function beside(found: Clashes, accepted: Clashes | null): Clashes {
  const days = (accepted?.daysOff ?? []).map(({ date }) => date);
  const windows = (accepted?.cases ?? []).map(windowKey);
  return {
    daysOff: found.daysOff.filter(({ date }) => !days.includes(date)),
    cases: found.cases.filter((one) => !windows.includes(windowKey(one))),
  };
}

function windowKey({ id, from, to }: Clashes['cases'][number]): string {
  return `${id} ${from} ${to}`;
}

/** What stands in the way, for who accepts it. */
export function clashItem({ daysOff, cases }: Clashes): TaskItem {
  const days = daysOff.map(({ date, name }) => ({
    label: { zh: '节假日', en: 'Holiday' },
    value: { zh: `${date} ${name.zh}`, en: `${date} ${name.en}` },
  }));
  const others = cases.map(({ id, subject, shown }) => ({
    label: { zh: '重叠的割接', en: 'Overlapping cutover' },
    value: { zh: `${id} ${subject}（${shown?.zh ?? ''}）`, en: `${id} ${subject} (${shown?.en ?? ''})` },
  }));
  return {
    key: 'clashes',
    title: { zh: '与节假日或其他割接冲突', en: 'holidays or other cutovers' },
    facts: [...days, ...others],
  };
}
