import type { CaseRow, TaskRow } from '../../models/db';

const AT = new Date('2026-11-21T02:00:00.000Z');
const FAR = new Date('9999-12-31T00:00:00Z');

/** The row of a case that waits for the manager's review, without an engine behind it. */
export function caseRow(id: string, change: Partial<CaseRow> = {}): CaseRow {
  return {
    ...{ _id: id, process: 'scrap', customer: { id: 'C-0001', name: '江州市财政信息中心' }, customerId: 'C-0001' },
    ...{ applicant: { id: 'U-li', name: '李工' }, subject: '票据打印机（SN-77）', priority: 'normal', state: 'open' },
    ...{ stage: 'manager-review', round: 1, closing: null, waiting: { kind: 'nothing' }, dueAt: null },
    ...{ startedAt: AT, updatedAt: AT, closedAt: null, data: {}, documents: [], people: ['U-li'] },
    ...{ journalHead: { seq: 1, hash: 'h' }, recordSeq: 1, runIds: ['r'] },
    ...{ attention: null, checkedAt: AT, historyFiledAt: null },
    ...change,
  };
}

/** The row of an open task of that case: the manager's review, for everybody with the role. */
export function taskRow(caseId: string, change: Partial<TaskRow> = {}): TaskRow {
  const keys = ['role:project-manager:C-0001', 'role:project-manager:*'];
  const whom = { kind: 'role', role: 'project-manager', customerId: 'C-0001' } as const;
  return {
    ...{ _id: `${caseId}.manager-review.1`, caseId, process: 'scrap', customerId: 'C-0001', subject: '票据打印机' },
    ...{ applicant: { id: 'U-li', name: '李工' }, priority: 'normal', stage: 'manager-review', step: 'manager-review' },
    ...{ round: 1, form: { id: 'scrap.opinion', version: 1 }, prefill: {}, outcomes: ['approve', 'reject', 'return'] },
    ...{ returnTo: ['register'], openedAt: AT, closedAt: null, dueAt: null, sortAt: FAR, excluded: ['U-li'] },
    participants: [{ seat: 'manager-review', whom, keys, assignee: null, owner: null, vote: null }],
    ...{ ladder: [], clock: null, status: 'open', openTo: keys, decision: null, isVoid: false },
    ...{ decidedBy: null, votedBy: [], decidedAt: null, outcome: null },
    ...change,
  };
}
