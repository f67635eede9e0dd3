import { FAULT_FIGURE_SHEET, linesOfFigures, type FaultFigureLine } from '../columns/fault-figures';
import { faultFigures } from '../fault-figures';
import type { SpanAsked } from '../period';
import type { ExportedList } from './export';
import { foundLines } from './found';

/** 故障统计表 as it is exported. */
export const faultFiguresExport: ExportedList<SpanAsked, FaultFigureLine> = {
  ...FAULT_FIGURE_SHEET,
  list: 'fault-figures',
  find: async ({ deps, me, query }, session) =>
    foundLines(linesOfFigures(await faultFigures(deps, me, query, session))),
};
