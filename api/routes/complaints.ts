import { z } from 'zod';
import { complaintStatisticsAnswer, statisticsAsked } from '../../models/contracts/complaint-statistics';
import { route } from '../http/route';
import { complaintStatistics, STATISTICS_READERS } from '../use-cases/complaint-statistics';
import { statisticsExport } from '../use-cases/exports/complaint-statistics';
import { exportRoute } from './exports';

/** 投诉统计表 [001 客户投诉处理流程]: by month, kind, customer and person, and what recurs. */
export const COMPLAINT_ROUTES = [
  route({
    method: 'get',
    path: '/complaints/statistics',
    who: STATISTICS_READERS,
    summary: { zh: '投诉统计表', en: 'Complaint statistics' },
    repeats: 'none',
    query: z.strictObject(statisticsAsked),
    answers: { 200: complaintStatisticsAnswer },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query }) => ({ status: 200, body: await complaintStatistics(deps, me, query) }),
  }),

  exportRoute(statisticsExport, statisticsAsked, STATISTICS_READERS),
];
