import { fontFiles } from './fonts';

interface CodePointRange {
  readonly first: number;
  readonly last: number;
}

const unicodeFullRepertoire = { platform: 3, encoding: 10, format: 12 } as const;

// Read from the font's own table because pdfkit prints a blank box for a missing letter and tells nobody.
function readCoverage(font: Buffer): readonly CodePointRange[] {
  const cmap = tableOffset(font, 'cmap');
  const subtable = subtableOffset(font, cmap);
  const groupCount = font.readUInt32BE(subtable + 12);
  return Array.from({ length: groupCount }, (_, index) => {
    const group = subtable + 16 + index * 12;
    return { first: font.readUInt32BE(group), last: font.readUInt32BE(group + 4) };
  });
}

function tableOffset(font: Buffer, tag: string): number {
  const tableCount = font.readUInt16BE(4);
  for (let index = 0; index < tableCount; index++) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function subtableOffset(font: Buffer, cmap: number): number {
  const subtableCount = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtableCount; index++) {
    const entry = cmap + 4 + index * 8;
    const offset = cmap + font.readUInt32BE(entry + 4);
    if (
      font.readUInt16BE(entry) === unicodeFullRepertoire.platform &&
      font.readUInt16BE(entry + 2) === unicodeFullRepertoire.encoding &&
      font.readUInt16BE(offset) === unicodeFullRepertoire.format
    ) {
      return offset;
    }
  }
  throw new Error('the font has no character map of the full Unicode repertoire');
}

// Both weights are cut from one design and cover the same code points, so one of them answers for both.
const coverage = readCoverage(fontFiles.regular);

/** Whether the form's fonts have a letter for this code point. */
export function hasGlyph(codePoint: number): boolean {
  let low = 0;
  let high = coverage.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = coverage[middle];
    if (range === undefined) return false;
    if (codePoint < range.first) high = middle - 1;
    else if (codePoint > range.last) low = middle + 1;
    else return true;
  }
  return false;
}
