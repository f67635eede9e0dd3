import { PRIORITY_TITLES, TASK_STATE_TITLES } from '../../../models/contracts/titles';
import type { taskLine } from '../../show/task';
import type { Sheets } from '../exports/export';
import { instant, told } from './told';

/** A task as a line of an inbox. */
export type ShownTask = ReturnType<typeof taskLine>;

/** Tasks as they are exported. */
export const TASK_SHEET: Sheets<ShownTask> = {
  title: { zh: '任务', en: 'Tasks' },
  columns: [
    told({ zh: '流程编号', en: 'Case' }, ({ caseId }) => caseId),
    told({ zh: '任务', en: 'Task' }, ({ title, step }, { language }) => title?.[language] ?? step),
    told({ zh: '流程类型', en: 'Procedure' }, (row, { language }) => row.processTitle?.[language] ?? row.process),
    told({ zh: '主题', en: 'Subject' }, ({ subject }) => subject, { width: 36 }),
    told({ zh: '客户', en: 'Customer' }, ({ customer }) => customer?.name ?? null, { width: 28 }),
    told({ zh: '申请人', en: 'Applicant' }, ({ applicant }) => applicant.name, { width: 12 }),
    told({ zh: '优先级', en: 'Priority' }, (row, { language }) => PRIORITY_TITLES[row.priority]?.[language] ?? '', {
      width: 10,
    }),
    told({ zh: '状态', en: 'State' }, (row, { language }) => TASK_STATE_TITLES[row.status]?.[language] ?? '', {
      width: 10,
    }),
    told({ zh: '结果', en: 'Outcome' }, ({ outcomeTitle }, { language }) => outcomeTitle?.[language] ?? null, {
      width: 12,
    }),
    told({ zh: '经办人', en: 'Assignee' }, ({ assignee }) => assignee?.name ?? null, { width: 12 }),
    told({ zh: '办理人', en: 'Decided by' }, ({ decidedBy }) => decidedBy?.name ?? null, { width: 12 }),
    instant({ zh: '到达时间', en: 'Opened' }, ({ openedAt }) => openedAt),
    instant({ zh: '期限', en: 'Due' }, ({ dueAt }) => dueAt),
    instant({ zh: '办结时间', en: 'Closed' }, ({ closedAt }) => closedAt),
  ],
};
