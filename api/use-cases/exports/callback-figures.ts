import { callbackFigures } from '../callback-figures';
import { FIGURES_SHEET, linesOfFigures, type FiguresLine } from '../columns/callback-figures';
import type { ExportedList } from './export';

/** 客户满意度统计表 [001] as it is exported. */
export const callbackFiguresExport: ExportedList<{ readonly from: string; readonly to: string }, FiguresLine> = {
  ...FIGURES_SHEET,
  list: 'callback-figures',
  find: async ({ deps, me, query }, session) => {
    const lines = linesOfFigures(await callbackFigures(deps, me, query, session));
    return {
      count: () => Promise.resolve(lines.length),
      batches: async function* () {
        yield await Promise.resolve(lines);
      },
    };
  },
};
