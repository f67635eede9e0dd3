import { z } from 'zod';
import { callbackFiguresAnswer, callbackFiguresAsked } from '../../models/contracts/callback-figures';
import { FIGURE_READERS } from '../../models/contracts/figure-readers';
import { route } from '../http/route';
import { callbackFigures } from '../use-cases/callback-figures';
import { callbackFiguresExport } from '../use-cases/exports/callback-figures';
import { exportRoute } from './exports';

/** Callbacks 客户回访 [001 回访处理流程]: how satisfied customers are, by month, customer and engineer. */
export const CALLBACK_ROUTES = [
  route({
    method: 'get',
    path: '/callbacks/figures',
    // As the statistics of complaints, they name persons.
    who: FIGURE_READERS,
    summary: { zh: '客户满意度统计表', en: 'Satisfaction of customers, by month, customer and engineer' },
    repeats: 'none',
    query: z.strictObject(callbackFiguresAsked),
    answers: { 200: callbackFiguresAnswer },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query }) => ({ status: 200, body: await callbackFigures(deps, me, query) }),
  }),

  exportRoute(callbackFiguresExport, callbackFiguresAsked, FIGURE_READERS),
];
