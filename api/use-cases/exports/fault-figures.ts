import { FAULT_FIGURE_SHEET, linesOfFigures, type FaultFigureLine } from '../columns/fault-figures';
import type { SpanAsked } from '../complaint-statistics';
import { faultFigures } from '../fault-figures';
import type { ExportedList } from './export';

/** 故障统计表 as it is exported. */
export const faultFiguresExport: ExportedList<SpanAsked, FaultFigureLine> = {
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
