import type { z } from 'zod';
import { MOST_ROWS, MOST_WRITTEN, type templateFormat } from '../../../models/contracts/imports';
import type { Language, Text } from '../../../models/contracts/text';
import type { Versioned } from '../../../models/db';
import type { CellToWrite, SheetToWrite } from '../../spreadsheets/sheet-to-write';
import { csvOf } from '../../spreadsheets/write-csv';
import { xlsxStream } from '../../spreadsheets/write-xlsx';
import type { ImportColumn } from '../columns/column';
import type { ImportSpec } from './spec';
import { EXAMPLE_MARKS } from './table';

const NOTES: Text = { zh: '填写说明', en: 'Notes' };

/** A template to fill in: titles, an example that an import passes over, and how each column is written. */
export async function templateOf<Row extends Versioned>(
  spec: ImportSpec<Row>,
  format: z.output<typeof templateFormat>,
  language: Language,
): Promise<Buffer> {
  if (format === 'csv') {
    const titles = spec.columns.map((column) => titleOf(column, language));
    return csvOf([titles, exampleOf(spec.columns, language)]);
  }
  const parts = spec.parts.map(({ title, owner, columns }) => sheetOf(title[language], [owner, ...columns], language));
  const sheets = [sheetOf(spec.title[language], spec.columns, language), ...parts, notesOf(spec, language)];
  const pieces: Buffer[] = [];
  for await (const piece of xlsxStream(sheets)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** How the columns of a kind are written, a row each: sheet, title, whether it must be there, rule, example. */
export function rulesOf<Row extends Versioned>(
  spec: ImportSpec<Row>,
  language: Language,
): readonly (readonly string[])[] {
  const sheets = [
    { title: spec.title, columns: spec.columns as readonly ImportColumn<never>[] },
    ...spec.parts.map(({ title, owner, columns }) => ({ title, columns: [owner, ...columns] })),
  ];
  const needed = { zh: ['必填', '选填'], en: ['required', 'optional'] }[language];
  return sheets.flatMap(({ title, columns }) =>
    columns.map((column) => [
      title[language],
      column.title[language],
      needed[column.isRequired ? 0 : 1] ?? '',
      column.rule[language],
      column.example,
    ]),
  );
}

function sheetOf(name: string, columns: readonly ImportColumn<never>[], language: Language): SheetToWrite {
  return {
    name,
    columns: columns.map((column) => ({
      title: titleOf(column, language),
      width: column.width,
      format: column.format,
      ...(column.options ? { options: column.options.map((option) => option[language]) } : {}),
    })),
    rows: [
      exampleOf(columns, language).map((words, index) => (columns[index]?.format === 'money' ? Number(words) : words)),
    ],
  };
}

function titleOf({ title, isRequired }: ImportColumn<never>, language: Language): string {
  return isRequired ? `${title[language]}*` : title[language];
}

function exampleOf(columns: readonly ImportColumn<never>[], language: Language): string[] {
  return columns.map(({ example }, index) => (index === 0 ? `${EXAMPLE_MARKS[language]}${example}` : example));
}

function notesOf<Row extends Versioned>(spec: ImportSpec<Row>, language: Language): SheetToWrite {
  const titles = {
    zh: ['工作表', '列', '是否必填', '填写要求', '示例'],
    en: ['Sheet', 'Column', 'Required', 'How it is written', 'Example'],
  }[language];
  const widths = [14, 18, 10, 60, 40];
  const columns = titles.map((title, index) => ({ title, width: widths[index] ?? 20, format: 'lines' as const }));
  const rows: CellToWrite[][] = [
    ...rulesOf(spec, language).map((row) => [...row]),
    ...GENERAL[language].map((line) => ['', '', '', line]),
  ];
  return { name: NOTES[language], columns, rows };
}

const GENERAL: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    `每次最多 ${MOST_ROWS} 行，其中新增和修改不超过 ${MOST_WRITTEN} 行，文件不超过 10 MiB；要么全部导入，要么一行也不导入。`,
    `以“${EXAMPLE_MARKS.zh}”开头的行是示例，不会导入，可以删除。`,
    '标 * 的列必填。列的顺序可以改变，选填的列可以删去。',
    '修改已有记录时，空白单元格和没有的列保持原值；“联系人”“地点”表中写了某客户的行，就替换该客户原有的全部。',
  ],
  en: [
    `At most ${MOST_ROWS} rows, ${MOST_WRITTEN} of them to add or change, and 10 MiB at a time; either every row is imported or none.`,
    `Rows that begin with “${EXAMPLE_MARKS.en}” are examples; they are not imported and may be removed.`,
    'Columns with * are required. Columns may stand in any order, and optional ones may be left out.',
    'Where existing records are changed, blank cells and missing columns leave them as they are; rows in Contacts or Sites replace all of that customer.',
  ],
};
