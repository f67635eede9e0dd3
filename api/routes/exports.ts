import { z } from 'zod';
import { route, type Route, type Who } from '../http/route';
import { XLSX } from '../spreadsheets/write-xlsx';
import { exported, type ExportedList } from '../use-cases/exports/export';

/** GET of a whole list as one workbook, for those who may read its pages and asked for in the same way. */
export function exportRoute<Shape extends z.ZodRawShape, Row>(
  spec: ExportedList<z.output<z.ZodObject<Shape>>, Row>,
  asked: Shape,
  who: Who = 'signed-in',
): Route {
  return route({
    method: 'get',
    path: `/exports/${spec.list}`,
    who,
    summary: { zh: `导出${spec.title.zh}`, en: `${spec.title.en} as a workbook` },
    repeats: 'none',
    query: z.strictObject(asked),
    answers: { 200: { contentTypes: [XLSX] } },
    errors: ['invalid-input', 'too-many-to-export'],
    handle: async (call) => await exported(call, spec),
  });
}
