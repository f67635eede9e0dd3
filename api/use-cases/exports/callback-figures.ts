import { callbackFigures } from '../callback-figures';
import { FIGURES_SHEET, linesOfFigures, type FiguresLine } from '../columns/callback-figures';
import type { ExportedList } from './export';
import { foundLines } from './found';

/** 客户满意度统计表 [001] as it is exported. */
export const callbackFiguresExport: ExportedList<{ readonly from: string; readonly to: string }, FiguresLine> = {
  ...FIGURES_SHEET,
  list: 'callback-figures',
  find: async ({ deps, me, query }, session) =>
    foundLines(linesOfFigures(await callbackFigures(deps, me, query, session))),
};
