/** What a TrueType font says of its letters. */
export interface FontTables {
  /** The glyph of a code point; 0 when the font has none. */
  glyphOf(codePoint: number): number;
  /** How wide a glyph is, in parts of the letter size. */
  advanceOf(glyph: number): number;
}

interface GlyphRange {
  readonly first: number;
  readonly last: number;
  readonly firstGlyph: number;
}

const unicodeFullRepertoire = { platform: 3, encoding: 10, format: 12 } as const;

/** Reads the font's own tables, because pdfkit prints a blank box for a missing letter and tells nobody. */
export function fontTablesOf(font: Buffer): FontTables {
  const ranges = glyphRanges(font);
  const unitsPerEm = font.readUInt16BE(tableOffset(font, 'head') + 18);
  const metricCount = font.readUInt16BE(tableOffset(font, 'hhea') + 34);
  const metrics = tableOffset(font, 'hmtx');
  return {
    glyphOf: (codePoint) => {
      const range = rangeWith(ranges, codePoint);
      return range === undefined ? 0 : range.firstGlyph + codePoint - range.first;
    },
    // The glyphs behind the last metric are all as wide as that.
    advanceOf: (glyph) => font.readUInt16BE(metrics + Math.min(glyph, metricCount - 1) * 4) / unitsPerEm,
  };
}

/** The same font without these tables: readers of fonts pass over tables with names that they do not know. */
export function withoutTables(font: Buffer, tags: readonly string[]): Buffer {
  const copy = Buffer.from(font);
  for (const { entry, tag } of tablesOf(font)) if (tags.includes(tag)) copy.write(tag.toLowerCase(), entry, 'latin1');
  return copy;
}

function tablesOf(font: Buffer): readonly { readonly entry: number; readonly tag: string }[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + index * 16;
    return { entry, tag: font.toString('latin1', entry, entry + 4) };
  });
}

function tableOffset(font: Buffer, tag: string): number {
  const table = tablesOf(font).find((one) => one.tag === tag);
  if (!table) throw new Error(`the font has no table ${tag}`);
  return font.readUInt32BE(table.entry + 8);
}

function glyphRanges(font: Buffer): readonly GlyphRange[] {
  const subtable = subtableOffset(font, tableOffset(font, 'cmap'));
  return Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, index) => {
    const group = subtable + 16 + index * 12;
    const [first, last, firstGlyph] = [0, 4, 8].map((at) => font.readUInt32BE(group + at)) as [number, number, number];
    return { first, last, firstGlyph };
  });
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

function rangeWith(ranges: readonly GlyphRange[], codePoint: number): GlyphRange | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return undefined;
    if (codePoint < range.first) high = middle - 1;
    else if (codePoint > range.last) low = middle + 1;
    else return range;
  }
  return undefined;
}
