import { z } from 'zod';
import { FIGURE_READERS } from '../../models/contracts/figure-readers';
import { complaintPage, complaintsAsked } from '../../models/contracts/complaint-register';
import { complaintStatisticsAnswer, statisticsAsked } from '../../models/contracts/complaint-statistics';
import { instantAndId, pageOf, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import { complaintLine, namedIn } from '../show/complaint';
import { positionInList, type ListPosition } from '../use-cases/case-list';
import { complaintStatistics } from '../use-cases/complaint-statistics';
import { complaintsListed } from '../use-cases/complaints';
import { statisticsExport } from '../use-cases/exports/complaint-statistics';
import { personNames } from '../use-cases/names';
import { exportRoute } from './exports';

/** Complaints [001 客户投诉处理流程]: their register, and 投诉统计表 by month, kind, customer and person, with what recurs. */
export const COMPLAINT_ROUTES = [
  route({
    method: 'get',
    path: '/complaints',
    who: FIGURE_READERS,
    summary: { zh: '投诉登记', en: 'The register of complaints that I may see' },
    repeats: 'none',
    query: z.strictObject({ ...complaintsAsked, ...paging }),
    answers: { 200: complaintPage },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after, ...asked }, language }) => {
      const filter = ['complaints', asked];
      const position = positionOf<ListPosition>(after, filter, instantAndId);
      const rows = await complaintsListed(deps, me, asked, position, limit + 1);
      const nameOf = await personNames(deps.db, rows.flatMap(namedIn));
      const show = (row: (typeof rows)[number]) => complaintLine(row, deps.config, language, nameOf);
      return { status: 200, body: pageOf(rows, limit, filter, positionInList, show) };
    },
  }),

  route({
    method: 'get',
    path: '/complaints/statistics',
    who: FIGURE_READERS,
    summary: { zh: '投诉统计表', en: 'Complaint statistics' },
    repeats: 'none',
    query: z.strictObject(statisticsAsked),
    answers: { 200: complaintStatisticsAnswer },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query }) => ({ status: 200, body: await complaintStatistics(deps, me, query) }),
  }),

  exportRoute(statisticsExport, statisticsAsked, FIGURE_READERS),
];
