import { z } from 'zod';
import { callbackFiguresAnswer, callbackFiguresAsked } from '../../models/contracts/callback-figures';
import {
  callbackBoardAnswer,
  callbackBoardAsked,
  callbackPage,
  callbacksAsked,
  MOST_DUE,
} from '../../models/contracts/callback-register';
import { FAULT_READERS } from '../../models/contracts/fault-readers';
import { FIGURE_READERS } from '../../models/contracts/figure-readers';
import type { Language } from '../../models/contracts/text';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { instantAndId, pageOf, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import { callbackLine } from '../show/callback';
import { callbackFigures } from '../use-cases/callback-figures';
import { callbacksDue, callbacksListed, namedIn, type CallbackRow } from '../use-cases/callbacks';
import { positionInList, type ListPosition } from '../use-cases/case-list';
import { callbackFiguresExport } from '../use-cases/exports/callback-figures';
import { personNames } from '../use-cases/names';
import { exportRoute } from './exports';

/** Callbacks 客户回访 [001 回访处理流程]: their register, what is due, and how satisfied customers are. */
export const CALLBACK_ROUTES = [
  route({
    method: 'get',
    path: '/callbacks',
    who: FAULT_READERS,
    summary: { zh: '回访登记', en: 'The register of callbacks that I may see' },
    repeats: 'none',
    query: z.strictObject({ ...callbacksAsked, ...paging }),
    answers: { 200: callbackPage },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after, ...asked }, language }) => {
      const filter = ['callbacks', asked];
      const position = positionOf<ListPosition>(after, filter, instantAndId);
      const rows = await callbacksListed(deps, me, asked, position, limit + 1);
      const show = await shown(deps, me, rows, language);
      return { status: 200, body: pageOf(rows, limit, filter, positionInList, show) };
    },
  }),

  route({
    method: 'get',
    path: '/callbacks/board',
    who: FAULT_READERS,
    summary: { zh: '待回访（按最近到期排序）', en: 'The open callbacks that I may see, what is due first on top' },
    repeats: 'none',
    query: z.strictObject(callbackBoardAsked),
    answers: { 200: callbackBoardAnswer },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query, language }) => {
      const rows = await callbacksDue(deps, me, query);
      const due = rows.slice(0, MOST_DUE);
      const items = due.map(await shown(deps, me, due, language));
      return { status: 200, body: { items, isCut: rows.length > MOST_DUE } };
    },
  }),

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

async function shown(deps: Deps, me: SignedIn, rows: readonly CallbackRow[], language: Language) {
  const nameOf = await personNames(deps.db, rows.flatMap(namedIn));
  return (row: CallbackRow) => callbackLine(row, deps.config, language, me, nameOf);
}
