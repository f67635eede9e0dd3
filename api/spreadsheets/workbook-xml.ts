import { xmlText } from './escapes';
import type { CellFormat } from './sheet-to-write';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The cell style of titles; the formats follow in the order of this table. */
export const TITLE_STYLE = 1;
const FORMATS: readonly (readonly [CellFormat, numFmtId: number, alignment: string])[] = [
  ['text', 49, ''],
  ['number', 0, ''],
  ['money', 4, ''],
  ['day', 165, ''],
  ['instant', 166, ''],
  ['lines', 49, '<alignment vertical="top" wrapText="1"/>'],
];

/** The cell style of a format. */
export function styleOf(format: CellFormat): number {
  return TITLE_STYLE + 1 + FORMATS.findIndex(([name]) => name === format);
}

/** The small parts of a workbook with these sheets, by their names in the zip file. */
export function fixedParts(sheetNames: readonly string[]): Readonly<Record<string, string>> {
  const numbered = sheetNames.map((name, index) => ({ name, number: index + 1 }));
  const overrides = numbered.map(({ number }) => override(`/xl/worksheets/sheet${number}.xml`, 'worksheet'));
  const sheets = numbered.map(
    ({ name, number }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  const relations = numbered.map(({ number }) =>
    relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
  );
  return {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}` +
      `${override('/xl/styles.xml', 'styles')}${overrides.join('')}</Types>`,
    '_rels/.rels': `${HEAD}${relationships(relation('rId1', 'officeDocument', 'xl/workbook.xml'))}`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}${relationships(relations.join(''), relation('rIdStyles', 'styles', 'styles.xml'))}`,
    'xl/styles.xml': styles(),
  };
}

/** The beginning of a sheet's part, up to its columns. */
export function sheetHead(columns: string): string {
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns}</cols><sheetData>`
  );
}

function styles(): string {
  const formats = FORMATS.map(
    ([, id, alignment]) =>
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"` +
      (alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`),
  );
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/>` +
    '<numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>' +
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE6EEF7"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>' +
    `${formats.join('')}</cellXfs></styleSheet>`
  );
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relationships(...all: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}
