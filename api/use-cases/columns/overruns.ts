import { shownDuration } from '../../../models/contracts/duration';
import type { overrunLine } from '../../show/overrun';
import type { Sheets } from '../exports/export';
import { instant, told } from './told';

/** An overrun as a line of its list. */
export type ShownOverrun = ReturnType<typeof overrunLine>;

/** Overruns as they are exported. */
export const OVERRUN_SHEET: Sheets<ShownOverrun> = {
  title: { zh: '超时记录', en: 'Overruns' },
  columns: [
    told({ zh: '月份', en: 'Month' }, ({ month }) => month, { width: 10 }),
    told({ zh: '责任人', en: 'In hand of' }, ({ people }) => people.map(({ name }) => name).join('、'), { width: 16 }),
    told({ zh: '流程编号', en: 'Case' }, ({ caseId }) => caseId),
    told({ zh: '流程类型', en: 'Procedure' }, (row, { language }) => row.processTitle?.[language] ?? row.process),
    told({ zh: '客户', en: 'Customer' }, ({ customer }) => customer?.name ?? null, { width: 28 }),
    told({ zh: '超时事项', en: 'Overrun' }, ({ title }, { language }) => title[language], { width: 24 }),
    told({ zh: '范围', en: 'Of' }, ({ about }, { language }) => ABOUT[about][language], { width: 10 }),
    told({ zh: '环节', en: 'Stage' }, (row, { language }) => row.stageTitle?.[language] ?? row.stage),
    instant({ zh: '期限', en: 'Due' }, ({ dueAt }) => dueAt),
    told({ zh: '时限', en: 'Budget' }, ({ budgetInMs, time }, { language }) =>
      shownDuration(budgetInMs, time, language),
    ),
    told({ zh: '计时方式', en: 'Counted in' }, ({ time }, { language }) => TIME[time][language], { width: 12 }),
    told({ zh: '工作日历', en: 'Calendar' }, ({ calendar }) => `${calendar.id}@${calendar.version}`, { width: 12 }),
  ],
};

const ABOUT = { task: { zh: '任务', en: 'Task' }, case: { zh: '整单', en: 'Whole case' } } as const;
const TIME = { open: { zh: '工作时间', en: 'Open time' }, elapsed: { zh: '自然时间', en: 'Elapsed time' } } as const;
