import { Readable } from 'node:stream';
import { z } from 'zod';
import { importAnswer, importInput, previewAnswer, templateFormat } from '../../models/contracts/imports';
import { EDITORS } from '../../models/contracts/editors';
import type { Versioned } from '../../models/db';
import { sha256Of } from '../../models/hash';
import { route, type Route } from '../http/route';
import { XLSX } from '../spreadsheets/write-xlsx';
import { customerImport } from '../use-cases/imports/customers';
import { deviceImport } from '../use-cases/imports/devices';
import { previewImport, runImport } from '../use-cases/imports/run';
import type { ImportSpec } from '../use-cases/imports/spec';
import { templateOf } from '../use-cases/imports/template';
import { userImport } from '../use-cases/imports/users';

const CONTENT_TYPES = { xlsx: XLSX, csv: 'text/csv' };

/** Many records at once from a spreadsheet: a template, what a file would do, and doing it. */
export const IMPORT_ROUTES: readonly Route[] = [
  ...routesOf(deviceImport(EDITORS.devices)),
  ...routesOf(customerImport(EDITORS.customers)),
  ...routesOf(userImport(EDITORS.users)),
];

function routesOf<Row extends Versioned>(spec: ImportSpec<Row>): readonly Route[] {
  const { kind, title, who } = spec;
  return [
    route({
      method: 'get',
      path: `/imports/${kind}/template`,
      who,
      summary: { zh: `${title.zh}导入模板`, en: `Template for importing ${kind}` },
      repeats: 'none',
      query: z.strictObject({ format: templateFormat.default('xlsx') }),
      answers: { 200: { contentTypes: Object.values(CONTENT_TYPES) } },
      errors: ['invalid-input'],
      handle: async ({ query: { format }, language }) => {
        const bytes = await templateOf(spec, format, language);
        const name = language === 'zh' ? `${title.zh}导入模板.${format}` : `${kind}-template.${format}`;
        return {
          status: 200,
          file: {
            stream: Readable.from([bytes]),
            contentType: CONTENT_TYPES[format],
            fileName: name,
            plainName: `${kind}-template.${format}`,
            sha256: sha256Of(bytes),
          },
        };
      },
    }),
    route({
      method: 'post',
      path: `/imports/${kind}/preview`,
      who,
      summary: { zh: `预览${title.zh}导入`, en: `What an import of ${kind} would do` },
      repeats: 'none',
      accepts: 'file',
      body: importInput,
      answers: { 200: previewAnswer },
      errors: ['invalid-input', 'wrong-type', 'too-large', 'too-many-rows', 'file-encrypted', 'file-unreadable'],
      handle: async (call) => await previewImport(call, spec),
    }),
    route({
      method: 'post',
      path: `/imports/${kind}`,
      who,
      summary: { zh: `导入${title.zh}`, en: `Import ${kind}` },
      repeats: 'stored',
      accepts: 'file',
      body: importInput,
      answers: { 201: importAnswer },
      errors: [
        'invalid-input',
        'import-refused',
        'wrong-type',
        'too-large',
        'too-many-rows',
        'file-encrypted',
        'file-unreadable',
        'duplicate',
        'changed-meanwhile',
        'wrong-state',
      ],
      handle: async (call) => await runImport(call, spec),
    }),
  ];
}
