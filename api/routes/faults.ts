import { z } from 'zod';
import { FAULT_FIGURE_READERS, FAULT_READERS } from '../../models/contracts/fault-readers';
import {
  faultBoardAnswer,
  faultFiguresAnswer,
  faultFiguresAsked,
  faultPage,
  faultsAsked,
  MOST_ON_BOARD,
} from '../../models/contracts/fault-register';
import type { Language } from '../../models/contracts/text';
import type { Deps } from '../deps';
import { instantAndId, pageOf, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import { faultLine } from '../show/fault';
import { positionInList, type ListPosition } from '../use-cases/case-list';
import { faultFiguresExport } from '../use-cases/exports/fault-figures';
import { faultFigures } from '../use-cases/fault-figures';
import { faultsListed, faultsOnBoard, reporterOf, type FaultRow } from '../use-cases/faults';
import { deviceNames, personNames } from '../use-cases/names';
import { exportRoute } from './exports';

/** Faults [001 故障处理流程, 002 §3.2]: the service desk's board, 维护记录库 with its search, and the figures. */
export const FAULT_ROUTES = [
  route({
    method: 'get',
    path: '/faults',
    who: FAULT_READERS,
    summary: { zh: '维护记录库', en: 'The register of faults that I may see' },
    repeats: 'none',
    query: z.strictObject({ ...faultsAsked, ...paging }),
    answers: { 200: faultPage },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after, ...asked }, language }) => {
      const filter = ['faults', asked];
      const position = positionOf<ListPosition>(after, filter, instantAndId);
      const rows = await faultsListed(deps, me, asked, position, limit + 1);
      const show = await shown(deps, rows, language);
      return { status: 200, body: pageOf(rows, limit, filter, positionInList, show) };
    },
  }),

  route({
    method: 'get',
    path: '/faults/board',
    who: FAULT_READERS,
    summary: { zh: '在办故障（按最近到期排序）', en: 'The open faults that I may see, what is due first on top' },
    repeats: 'none',
    answers: { 200: faultBoardAnswer },
    errors: [],
    handle: async ({ deps, me, language }) => {
      const rows = await faultsOnBoard(deps, me);
      const onBoard = rows.slice(0, MOST_ON_BOARD);
      const items = onBoard.map(await shown(deps, onBoard, language));
      return { status: 200, body: { items, isCut: rows.length > MOST_ON_BOARD } };
    },
  }),

  route({
    method: 'get',
    path: '/faults/figures',
    who: FAULT_FIGURE_READERS,
    summary: { zh: '故障统计表', en: 'Fault figures' },
    repeats: 'none',
    query: z.strictObject(faultFiguresAsked),
    answers: { 200: faultFiguresAnswer },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query }) => ({ status: 200, body: await faultFigures(deps, me, query) }),
  }),

  exportRoute(faultFiguresExport, faultFiguresAsked, FAULT_FIGURE_READERS),
];

async function shown(deps: Deps, rows: readonly FaultRow[], language: Language) {
  const nameOf = await personNames(deps.db, rows.flatMap(reporterOf));
  const deviceOf = await deviceNames(
    deps.db,
    rows.flatMap(({ data }) => data.request.device ?? []),
  );
  return (row: FaultRow) => faultLine(row, deps.config, language, nameOf, deviceOf);
}
