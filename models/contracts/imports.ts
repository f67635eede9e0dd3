import { z } from 'zod';
import type { Text } from './text';

/** What can be imported. */
export const IMPORT_KINDS = ['devices', 'customers', 'users'] as const;

/** A kind of record that can be imported. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The most rows of one sheet that one import reads. */
export const MOST_ROWS = 5000;

/** The most rows that one import adds or changes; more would not fit into one transaction on every machine. */
export const MOST_WRITTEN = 1000;

/** `add` takes new records only; `upsert` also changes those that exist. */
export const importMode = z.enum(['add', 'upsert']);

/** How an import treats records that exist. */
export type ImportMode = z.output<typeof importMode>;

/** The formats of a template. */
export const templateFormat = z.enum(['xlsx', 'csv']);

/** Everything that can be wrong with a row or its file; `{name}` stands for what the fault is about. */
export const IMPORT_FAULTS = {
  required: { zh: '必填', en: 'is required' },
  'not-valid': { zh: '不符合要求', en: 'is not valid' },
  'not-one-of': { zh: '不是可选的值', en: 'is none of the choices' },
  'not-a-day': { zh: '不是日期', en: 'is not a day' },
  'not-a-number': { zh: '不是数字', en: 'is not a number' },
  'too-long': { zh: '过长，最多 {most} 个字符', en: 'is too long, at most {most} characters' },
  rounded: {
    zh: '数字过长，表格软件已丢失末几位；请把该列设为“文本”后重新填写',
    en: 'is a number that the spreadsheet program has rounded; format the column as text and type it again',
  },
  'formula-error': { zh: '公式出错', en: 'is a formula with an error' },
  'formula-without-value': {
    zh: '公式没有计算结果，请用表格软件打开并保存一次',
    en: 'is a formula without a result; open and save the file in a spreadsheet program',
  },
  'unknown-customer': { zh: '没有这个客户', en: 'no such customer' },
  'ambiguous-customer': {
    zh: '有多个客户叫这个名称，请写客户编号',
    en: 'several customers have this name; give the id',
  },
  'unknown-team': { zh: '没有这个团队', en: 'no such team' },
  'unknown-person': { zh: '没有这个在职人员', en: 'no active colleague of this name' },
  'ambiguous-person': { zh: '有多人同名，请写用户名', en: 'several people have this name; give the user name' },
  'not-for-customers': { zh: '用户方人员不能填写此列', en: "is not for a customer's people" },
  'reports-in-a-circle': { zh: '对方直接或间接向此人汇报', en: 'reports to this person' },
  'unknown-role': { zh: '没有这个角色：{role}', en: 'no such role: {role}' },
  'unknown-record': { zh: '主表中没有这一行所属的记录', en: 'the main sheet has no such record' },
  'twice-in-file': { zh: '与第 {row} 行重复', en: 'stands in row {row} already' },
  'exists-already': { zh: '系统中已存在', en: 'exists already' },
  'not-allowed': { zh: '您无权为此客户导入', en: 'you may not import this for this customer' },
  scrapped: { zh: '设备已报废，不能修改', en: 'the device is scrapped and cannot be changed' },
  'column-missing': { zh: '缺少该列', en: 'the column is missing' },
  'column-twice': { zh: '该列出现两次', en: 'the column stands here twice' },
  'column-unknown': { zh: '不认识的列', en: 'unknown column' },
  'nothing-to-import': { zh: '没有可导入的行', en: 'there is no row to import' },
} as const satisfies Record<string, Text>;

/** The code of a fault. */
export type ImportFaultCode = keyof typeof IMPORT_FAULTS;

const codes = Object.keys(IMPORT_FAULTS) as [ImportFaultCode, ...ImportFaultCode[]];
const count = z.number().int().min(0);
const kind = z.enum(IMPORT_KINDS);

/** The body of a preview and of an import, beside the file. */
export const importInput = z.strictObject({ mode: importMode.default('add') });

/** One fault: in which sheet, row and column, with the cell's words. */
export const importFault = z.strictObject({
  sheet: z.string(),
  row: count.nullable(),
  column: z.strictObject({ title: z.string(), letter: z.string().nullable() }).nullable(),
  value: z.string().nullable(),
  code: z.enum(codes),
  detail: z.string(),
});

const totals = { rows: count, add: count, change: count, same: count, examples: count };

/** What an import would do; `rows` and `faults` show the first of them, the totals count all. */
export const previewAnswer = z.strictObject({
  kind,
  mode: importMode,
  fileName: z.string(),
  isImportable: z.boolean(),
  totals: z.strictObject({ ...totals, faulty: count, faults: count }),
  rows: z.array(
    z.strictObject({
      row: count,
      title: z.string(),
      action: z.enum(['add', 'change', 'same', 'faulty']),
      changes: z.array(z.strictObject({ field: z.string(), title: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  faults: z.array(importFault),
});

/** What an import has done. */
export const importAnswer = z.strictObject({ kind, mode: importMode, totals: z.strictObject(totals) });
