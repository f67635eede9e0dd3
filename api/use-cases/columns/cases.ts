import { STATE_TITLES } from '../../../models/contracts/waiting';
import { PRIORITY_TITLES } from '../../../models/contracts/titles';
import type { caseLine } from '../../show/case';
import type { Sheets } from '../exports/export';
import { instant, told } from './told';

/** A case as a line of its list. */
export type ShownCase = ReturnType<typeof caseLine>;

/** Cases as they are exported. */
export const CASE_SHEET: Sheets<ShownCase> = {
  title: { zh: '流程', en: 'Cases' },
  columns: [
    told({ zh: '流程编号', en: 'Case' }, ({ id }) => id),
    told({ zh: '流程类型', en: 'Procedure' }, (row, { language }) => row.processTitle?.[language] ?? row.process),
    told({ zh: '主题', en: 'Subject' }, ({ subject }) => subject, { width: 36 }),
    told({ zh: '客户', en: 'Customer' }, ({ customer }) => customer?.name ?? null, { width: 28 }),
    told({ zh: '申请人', en: 'Applicant' }, ({ applicant }) => applicant.name, { width: 12 }),
    told({ zh: '优先级', en: 'Priority' }, (row, { language }) => PRIORITY_TITLES[row.priority]?.[language] ?? '', {
      width: 10,
    }),
    told({ zh: '状态', en: 'State' }, ({ state }, { language }) => STATE_TITLES[state][language], { width: 12 }),
    told({ zh: '环节', en: 'Stage' }, (row, { language }) => row.stageTitle?.[language] ?? row.stage),
    told({ zh: '当前等待', en: 'Waiting for' }, ({ waitingFor }) => waitingFor, { width: 48 }),
    told({ zh: '需要处理', en: 'Needs attention' }, ({ attention }) => attention?.detail ?? null, { width: 28 }),
    instant({ zh: '期限', en: 'Due' }, ({ dueAt }) => dueAt),
    instant({ zh: '发起时间', en: 'Started' }, ({ startedAt }) => startedAt),
    instant({ zh: '更新时间', en: 'Changed' }, ({ updatedAt }) => updatedAt),
    instant({ zh: '结束时间', en: 'Closed' }, ({ closedAt }) => closedAt),
  ],
};
