import { FAULT_FIGURE_SHEET, linesOfFigures, type FaultFigureLine } from '../columns/fault-figures';
import { faultFigures } from '../fault-figures';
import type { ExportedList } from './export';

interface Asked {
  readonly year: number;
  readonly month?: number | undefined;
}

/** 故障统计表 as it is exported. */
export const faultFiguresExport: ExportedList<Asked, FaultFigureLine> = {
  ...FAULT_FIGURE_SHEET,
  list: 'fault-figures',
  find: async ({ deps, me, query }, session) => {
    const lines = linesOfFigures(await faultFigures(deps, me, query, session));
    return {
      count: () => Promise.resolve(lines.length),
      batches: async function* () {
        yield await Promise.resolve(lines);
      },
    };
  },
};
