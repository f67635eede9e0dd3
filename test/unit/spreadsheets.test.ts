import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { columnOf, lettersOf, type ReadSheet, UnreadableFile } from '../../api/spreadsheets/cells';
import { guarded, unguarded } from '../../api/spreadsheets/guard';
import { formatOf } from '../../api/spreadsheets/number-formats';
import { readCsv } from '../../api/spreadsheets/read-csv';
import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import type { CellToWrite } from '../../api/spreadsheets/sheet-to-write';
import { csvOf } from '../../api/spreadsheets/write-csv';
import { xlsxStream } from '../../api/spreadsheets/write-xlsx';
import { rawWorkbook } from '../harness/raw-workbook';

/** Fifty workbooks are written and read, whatever else the machine does. */
const PATIENCE_IN_MS = 60_000;
const LIMITS = { rows: 100, columns: 50, sheets: 5, unpackedBytes: 4 * 1024 * 1024 };
const GBK_DEVICES = Buffer.from('bfcdbba72cd0f2c1d0bac50d0abcd72c53312d300d0a', 'hex');

/** The words of a sheet as a table, without the guard; an empty text where nothing stands. */
function wordsOf({ rows }: ReadSheet, width: number): string[][] {
  return rows.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => unguarded(cells.get(column)?.text ?? '')),
  );
}

async function written(rows: readonly (readonly CellToWrite[])[], width = rows[0]?.length ?? 1): Promise<Buffer> {
  const columns = Array.from({ length: width }, (_, index) => ({
    title: `t${index}`,
    width: 10,
    format: 'text' as const,
  }));
  const pieces: Buffer[] = [];
  for await (const piece of xlsxStream([{ name: 'S', columns, rows }])) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '＝', '\t', '\r', '\n', ' ', '"', ',', ';', '_x000D_', 'a', '中'),
  }),
);
/** Words that a cell can hold: well-formed, and not blank. */
const cellWords = words.filter((text) => text.trim() !== '' && !/\p{Surrogate}/u.test(text));
const tables = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cellWords, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  );

describe('a table of words', () => {
  test(
    'comes back from a workbook as it was, whatever the words are',
    async () => {
      await fc.assert(
        fc.asyncProperty(tables, async (table) => {
          const [sheet] = await readXlsx(await written(table), LIMITS);
          expect(wordsOf(sheet!, table[0]!.length).slice(1)).toEqual(table);
        }),
        { numRuns: 50 },
      );
    },
    PATIENCE_IN_MS,
  );

  test('comes back from CSV as it was', () => {
    // A file begins with titles, which tell the separator.
    fc.assert(
      fc.property(tables, (table) => {
        const titles = table[0]!.map((_, index) => `t${index}`);
        const noNuls = table.map((row) => row.map((text) => text.replaceAll('\u0000', '')).map((text) => text || 'x'));
        const kept = noNuls.map((row) => row.map((text) => (text.trim() === '' ? 'x' : text)));
        const sheet = readCsv(csvOf([titles, ...kept]), LIMITS);
        expect(wordsOf(sheet, titles.length).slice(1)).toEqual(kept);
      }),
    );
  });

  test('holds no cell that a spreadsheet program computes', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(guarded(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
        expect(unguarded(guarded(text))).toBe(text);
      }),
    );
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', ' =1', "'=1"])
      expect(guarded(text)).toBe(`'${text}`);
    for (const text of ['a=1', '1-2', "'a", '中文', '']) expect(guarded(text)).toBe(text);
  });
});

describe('a workbook', () => {
  const values = async (sheetData: string, more: Readonly<Record<string, string>> = {}) => {
    const [sheet] = await readXlsx(await rawWorkbook(sheetData, more), LIMITS);
    return sheet!.rows.flatMap(({ number, cells }) =>
      [...cells].map(([column, { text, flaw }]) => [`${lettersOf(column)}${number}`, text, ...(flaw ? [flaw] : [])]),
    );
  };
  const STYLES = {
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>' +
      '<numFmt numFmtId="171" formatCode="00000"/><numFmt numFmtId="172" formatCode="0.00&quot;dd&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="22"/></cellXfs></styleSheet>',
  };

  test.each([
    ['a number', '<c r="A1"><v>42</v></c>', '42'],
    ['a fraction as it was typed', '<c r="A1"><v>19.989999999999998</v></c>', '19.99'],
    ['fifteen digits', '<c r="A1"><v>1.2345678901234E+14</v></c>', '123456789012340'],
    ['a day', '<c r="A1" s="1"><v>45064</v></c>', '2023-05-18'],
    ['a day in a format of its own', '<c r="A1" s="2"><v>45064</v></c>', '2023-05-18'],
    ['a day with its time', '<c r="A1" s="5"><v>45064.5</v></c>', '2023-05-18 12:00:00'],
    ['zeros that a format shows', '<c r="A1" s="3"><v>123</v></c>', '00123'],
    ['a number with a unit that looks like a day', '<c r="A1" s="4"><v>12.5</v></c>', '12.5'],
    ['the value of a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', '2'],
    ['the words of a formula', '<c r="A1" t="str"><f>A2</f><v>甲</v></c>', '甲'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', 'TRUE'],
    [
      'words in runs, without how they are read',
      '<c r="A1" t="inlineStr"><is><r><t>核</t></r><r><t>心</t></r><rPh><t>hé</t></rPh></is></c>',
      '核心',
    ],
    [
      'words with signs that XML lacks',
      '<c r="A1" t="inlineStr"><is><t>a_x000A_b_x005F_x000A_</t></is></c>',
      'a\nb_x000A_',
    ],
    ['an ISO day', '<c r="A1" t="d"><v>2023-05-18T00:00:00</v></c>', '2023-05-18'],
  ])('says %s', async (_, cell, text) => {
    expect(await values(`<row r="1">${cell}</row>`, STYLES)).toEqual([['A1', text]]);
  });

  test('says what is wrong with a number too long, a failed and an uncomputed formula', async () => {
    expect(
      await values(
        '<row r="3"><c r="B3"><v>1.23456789012345E+18</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D3"><f>A1</f></c></row>',
      ),
    ).toEqual([
      ['B3', '1.23456789012345E+18', 'rounded'],
      ['C3', '#DIV/0!', 'formula-error'],
      ['D3', '', 'formula-without-value'],
    ]);
  });

  test('keeps row numbers across blank rows, and counts cells without address on', async () => {
    const sheet =
      '<row r="2"><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row r="5"/><row r="9"><c r="C9"><v>2</v></c></row>';
    expect(await values(sheet)).toEqual([
      ['A2', 'a'],
      ['B2', '1'],
      ['C9', '2'],
    ]);
  });

  test('counts days from 1904 where it says so', async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets></workbook>';
    expect(
      await values('<row r="1"><c r="A1" s="1"><v>43602</v></c></row>', { ...STYLES, 'xl/workbook.xml': workbook }),
    ).toEqual([['A1', '2023-05-18']]);
  });

  test('passes over hidden sheets', async () => {
    const workbook =
      '<workbook xmlns:r="r"><sheets><sheet name="H" state="hidden" r:id="rId1"/><sheet name="V" r:id="rId1"/></sheets></workbook>';
    const sheets = await readXlsx(await rawWorkbook('', { 'xl/workbook.xml': workbook }), LIMITS);
    expect(sheets.map(({ name }) => name)).toEqual(['V']);
  });

  test('of another program is read: heading, days, long numbers, blank rows, formatted rows without content', async () => {
    const bytes = readFileSync(path.join(__dirname, '../fixtures/devices-openpyxl.xlsx'));
    const [sheet, notes] = await readXlsx(bytes, LIMITS);
    expect([sheet!.name, notes!.name]).toEqual(['设备台账', '说明']);
    expect(sheet!.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 6]);
    const cells = sheet!.rows.map((row) => [3, 8, 9].map((column) => row.cells.get(column)?.text));
    expect(cells.slice(2)).toEqual([
      ['210235A0W8B12345678', '2023-05-18', '86000'],
      ['123456789012', '2017-05-18', '2800.5'],
      ['00123', '2020年1月2日', '¥12,000.00'],
    ]);
  });
});

describe('a workbook that means harm', () => {
  const reason = async (bytes: Promise<Buffer>) =>
    await readXlsx(await bytes, LIMITS).then(
      () => 'read',
      (error: unknown) => (error instanceof UnreadableFile ? error.reason : error),
    );
  const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&lol;</t></is></c></row>';

  test('declares no entities', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY lol "ha"><!ENTITY lol2 "&lol;&lol;">]><worksheet><sheetData>${row}</sheetData></worksheet>`;
    expect(await reason(rawWorkbook('', { 'xl/worksheets/sheet1.xml': laughs }))).toBe('file-unreadable');
    const external = `<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet/>`;
    expect(await reason(rawWorkbook('', { 'xl/worksheets/sheet1.xml': external }))).toBe('file-unreadable');
    expect(await reason(rawWorkbook(row))).toBe('file-unreadable');
  });

  test('does not unpack to more than it may', async () => {
    const bomb = Buffer.alloc(LIMITS.unpackedBytes + 1, ' ');
    const packed = rawWorkbook('', { 'xl/sharedStrings.xml': Buffer.concat([Buffer.from('<sst>'), bomb]) });
    expect((await packed).length).toBeLessThan(50_000);
    expect(await reason(packed)).toBe('too-large');
    const inSheet = `<worksheet><sheetData>${' '.repeat(LIMITS.unpackedBytes)}</sheetData></worksheet>`;
    expect(await reason(rawWorkbook('', { 'xl/worksheets/sheet1.xml': inSheet }))).toBe('too-large');
  });

  test('has no more rows than it may; rows without content do not count', async () => {
    const filled = (count: number) =>
      Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c><v>1</v></c></row>`).join('');
    expect(await reason(rawWorkbook(filled(100) + '<row/>'.repeat(1000)))).toBe('read');
    expect(await reason(rawWorkbook(filled(101)))).toBe('too-many-rows');
  });

  test('fills no memory with one cell far away', async () => {
    const [sheet] = await readXlsx(
      await rawWorkbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row>'),
      LIMITS,
    );
    expect(sheet!.rows).toEqual([{ number: 1_048_576, cells: new Map([[0, { text: '2' }]]) }]);
  });

  test.each([
    ['broken XML', rawWorkbook('<row>')],
    ['no sheet', rawWorkbook('', { 'xl/workbook.xml': '<workbook/>' })],
    [
      'a sheet elsewhere',
      rawWorkbook('', { 'xl/_rels/workbook.xml.rels': '<R><Relationship Id="rId1" Target="../../etc"/></R>' }),
    ],
    ['no zip', Promise.resolve(Buffer.from('PK\u0003\u0004'))],
    ['bytes that are no UTF-8', rawWorkbook('', { 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0x61, 0xff]) })],
  ])('is refused: %s', async (_, bytes) => {
    expect(await reason(bytes)).toBe('file-unreadable');
  });
});

describe('a CSV file', () => {
  const table = (bytes: Buffer) => wordsOf(readCsv(bytes, LIMITS), 2);

  test.each([
    ['UTF-8', Buffer.from('客户,序列号\n甲,S1-0\n')],
    ['UTF-8 with mark', Buffer.from('\ufeff客户,序列号\r\n甲,S1-0\r\n')],
    ['GBK', GBK_DEVICES],
    ['semicolons', Buffer.from('客户;序列号\r\n甲;S1-0')],
    ['tabs', Buffer.from('客户\t序列号\r\n甲\tS1-0')],
    ['quotes', Buffer.from('"客户","序列号"\r\n"甲","S1-0"\r\n')],
    ['a hint of Excel', Buffer.from('sep=;\r\n客户;序列号\r\n甲;S1-0\r\n')],
    ['old Mac line ends', Buffer.from('客户,序列号\r甲,S1-0\r')],
  ])('in %s is read', (_, bytes) => {
    expect(table(bytes)).toEqual([
      ['客户', '序列号'],
      ['甲', 'S1-0'],
    ]);
  });

  test('keeps separators, quotes and line breaks within quotes', () => {
    expect(table(Buffer.from('a,b\r\n"x,y","say ""hi""\nthere"\r\n'))[1]).toEqual(['x,y', 'say "hi"\nthere']);
  });

  test('counts blank lines, and says where a number was written in scientific notation', () => {
    const { rows } = readCsv(Buffer.from('a,b\r\n\r\n,,\r\n1.23457E+15,x\r\n'), LIMITS);
    expect(rows.map(({ number }) => number)).toEqual([1, 4]);
    expect(rows[1]!.cells.get(0)).toEqual({ text: '1.23457E+15', flaw: 'rounded' });
  });

  test('has no more rows than it may', () => {
    expect(() => readCsv(Buffer.from('a\n'.repeat(101)), LIMITS)).toThrow(UnreadableFile);
    expect(() => readCsv(Buffer.from('\n'.repeat(1000)), LIMITS)).toThrow(UnreadableFile);
  });
});

test('columns are counted as spreadsheets count them', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  fc.assert(fc.property(fc.nat(16_383), (column) => expect(columnOf(`${lettersOf(column)}7`)).toBe(column)));
});

describe('what a hostile file cannot do', () => {
  test('a CSV of nothing but separators is refused before it is parsed', () => {
    const commas = Buffer.from(`a,b\n${','.repeat(2_000_000)}`);
    expect(() => readCsv(commas, LIMITS)).toThrow(UnreadableFile);
  });

  test('a number format of a hundred thousand brackets is read at once', () => {
    expect(formatOf(200, `yyyy${'['.repeat(100_000)}`)).toBe('date');
    expect(formatOf(200, `[$-804]yyyy"年"m"月"d"日"`)).toBe('date');
    expect(formatOf(200, '[Red]0.00')).toBeNull();
  });
});
