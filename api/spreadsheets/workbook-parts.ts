import { said } from '../../models/faults';
import { UnreadableFile } from './cells';
import { unescaped } from './escapes';
import { formatOf, type NumberFormat } from './number-formats';
import { parsePart } from './parse-part';
import type { Parts } from './unzip';

/** What a workbook says of itself: its visible sheets in their order, and how its days are counted. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly is1904: boolean;
}

const WORKBOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** Reads the list of sheets. */
export async function workbookOf(parts: Parts): Promise<Workbook> {
  const targets = new Map<string, string>();
  await parsePart(parts, 'xl/_rels/workbook.xml.rels', {
    onOpen: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; part: string }[] = [];
  const seen = { is1904: false };
  await parsePart(parts, WORKBOOK, {
    onOpen: (name, attributes) => {
      if (name === 'workbookPr') seen.is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const part = targets.get(attributes['r:id'] ?? attributes.id ?? '');
      if (part?.startsWith('xl/worksheets/')) sheets.push({ name: unescaped(attributes.name ?? ''), part });
    },
  });
  if (sheets.length === 0) throw new UnreadableFile('file-unreadable', said('no-sheet'));
  return { sheets, is1904: seen.is1904 };
}

/** The number format of every cell style, by its index. */
export async function formatsOf(parts: Parts): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  const inside = { cellXfs: false };
  if (!parts.has(STYLES)) return formats;
  await parsePart(parts, STYLES, {
    onOpen: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inside.cellXfs = true;
      if (name === 'xf' && inside.cellXfs) formats.push(formatOf(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    onClose: (name) => {
      if (name === 'cellXfs') inside.cellXfs = false;
    },
  });
  return formats;
}

/** The strings that cells refer to by number; how they are read aloud (furigana, pinyin) is left out. */
export async function stringsOf(parts: Parts): Promise<readonly string[]> {
  const strings: string[] = [];
  const at = { text: '', isText: false, isPhonetic: false };
  if (!parts.has(STRINGS)) return strings;
  await parsePart(parts, STRINGS, {
    onOpen: (name) => {
      if (name === 'si') at.text = '';
      if (name === 'rPh') at.isPhonetic = true;
      if (name === 't') at.isText = !at.isPhonetic;
    },
    onText: (text) => {
      if (at.isText) at.text += text;
    },
    onClose: (name) => {
      if (name === 't') at.isText = false;
      if (name === 'rPh') at.isPhonetic = false;
      if (name === 'si') strings.push(unescaped(at.text));
    },
  });
  return strings;
}
