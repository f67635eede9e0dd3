import type { CutoverData } from '../../models/contracts/change-cutover-run';
import type { CutoverPlan } from '../../models/contracts/change-cutover-forms';
import type { CaseRow, TaskRow } from '../../models/db';
import { changeBody, planForm, type Planned } from '../harness/cutover-forms';
import { caseRow, taskRow } from './case-rows';

const NAMES = { 'U-li': '李工', 'U-zhao': '赵工', 'U-wang': '王经理' };

/** What a change is about, with a plan; the run as the test says. */
export function cutoverData(run: Partial<CutoverData['run']> = {}, planned: Planned = {}): CutoverData {
  return {
    request: changeBody({ system: '门诊收费系统' }).form as unknown as CutoverData['request'],
    names: NAMES,
    plan: planForm(planned) as unknown as CutoverPlan,
    clashes: null,
    filed: {},
    run: { begun: [], done: [], troubles: [], heard: [], undone: [], isRolledBack: false, ...run },
    calledOff: [],
    audit: [],
  };
}

/** Steps of the plan that were begun, each a minute after the other. */
export function begunAt(...steps: readonly number[]): CutoverData['run']['begun'] {
  return steps.map((step) => ({ step, at: new Date(Date.UTC(2026, 10, 21, 14, step)).toISOString() }));
}

/** The row of an open change with such data, without an engine behind it. */
export function cutoverRow(id: string, data: CutoverData, change: Partial<CaseRow> = {}): CaseRow {
  return caseRow(id, {
    ...{ process: 'change-cutover', subject: '收费系统升级', stage: 'cutover', data: data as never },
    ...change,
  });
}

/** The row of a task of it. */
export function cutoverTask(caseId: string, step: string, key: string, change: Partial<TaskRow> = {}): TaskRow {
  const item = { key, title: { zh: `第 ${key} 步`, en: `step ${key}` } };
  return taskRow(caseId, {
    ...{ _id: `${caseId}.${step}.${key || '1'}`, process: 'change-cutover', stage: 'cutover', step, excluded: [] },
    ...{ outcomes: ['approve', 'reject'], returnTo: [], form: { id: 'cutover.result', version: 1 } },
    ...(key === '' ? {} : { item }),
    ...change,
  });
}

/** What makes a task decided. */
export function decided(
  outcome: 'approve' | 'reject' | 'submit',
  by: { readonly id: string; readonly name: string },
  at: string,
  said: { readonly comment?: string; readonly form?: Readonly<Record<string, unknown>> } = {},
): Partial<TaskRow> {
  const { comment = '', form = {} } = said;
  const decision = {
    ...{ taskId: '', stage: 'cutover', step: '', round: 1, outcome, by, forWhom: null, at, comment, returnTo: null },
    ...{ form, names: {}, isVoid: false },
  };
  return { status: 'completed', outcome, decision, decidedBy: by, closedAt: new Date(at), openTo: [] };
}
