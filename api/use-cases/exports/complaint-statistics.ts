import { linesOfMonth, STATISTICS_SHEET, type StatisticsLine } from '../columns/complaint-statistics';
import { complaintStatistics } from '../complaint-statistics';
import type { SpanAsked } from '../period';
import type { ExportedList } from './export';
import { foundLines } from './found';

/** 投诉统计表 [001 客户投诉处理流程] as it is exported. */
export const statisticsExport: ExportedList<SpanAsked, StatisticsLine> = {
  ...STATISTICS_SHEET,
  list: 'complaint-statistics',
  find: async ({ deps, me, query }, session) => {
    const { months } = await complaintStatistics(deps, me, query, session);
    return foundLines(months.flatMap(linesOfMonth));
  },
};
