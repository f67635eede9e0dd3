import { inflateSync } from 'node:zlib';

/** One run of letters as it lies on its page; y counts from the page's foot to the baseline. */
export interface PdfText {
  readonly text: string;
  readonly xInPt: number;
  readonly yInPt: number;
  readonly sizeInPt: number;
  readonly widthInPt: number;
}

interface PdfFont {
  readonly letters: readonly string[];
  readonly widths: readonly number[];
}

const textRun = /1 0 0 1 ([-\d.]+) ([-\d.]+) Tm\n\/(F\d+) ([\d.]+) Tf\n(?:\[(.*)\] TJ)/g;

/** The texts of each page, read back from the bytes as a viewer does; knows no more of PDF than PDFKit writes. */
export function pdfPages(pdf: Buffer): readonly (readonly PdfText[])[] {
  const file = pdf.toString('latin1');
  const fonts = new Map<string, PdfFont>();
  return references(entry(objectText(file, reference(file, 'Pages')), 'Kids')).map((pageId) => {
    const page = objectText(file, pageId);
    for (const [, name, fontId] of objectText(file, reference(page, 'Resources')).matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      if (!fonts.has(name!)) fonts.set(name!, readFont(file, pdf, Number(fontId)));
    }
    return textsOf(streamOf(file, pdf, reference(page, 'Contents')).toString('latin1'), fonts);
  });
}

/** What is drawn on each page, in the language of PDF. */
export function pdfContents(pdf: Buffer): readonly string[] {
  const file = pdf.toString('latin1');
  const pages = references(entry(objectText(file, reference(file, 'Pages')), 'Kids'));
  return pages.map((id) => streamOf(file, pdf, reference(objectText(file, id), 'Contents')).toString('latin1'));
}

/** All letters of one page in the order of printing, without the breaks between lines. */
export function pageText(page: readonly PdfText[]): string {
  return page.map((run) => run.text).join('');
}

function textsOf(content: string, fonts: ReadonlyMap<string, PdfFont>): readonly PdfText[] {
  return Array.from(content.matchAll(textRun), ([, x, y, name, size, shown]) => {
    const font = fonts.get(name!)!;
    const glyphs = Array.from(shown!.matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/g));
    const codes = glyphs.flatMap(([, hex]) => (hex?.match(/.{4}/g) ?? []).map((code) => parseInt(code, 16)));
    const kerned = glyphs.reduce((sum, [, , offset]) => sum - Number(offset ?? 0), 0);
    const advance = codes.reduce((sum, code) => sum + font.widths[code]!, kerned);
    const sizeInPt = Number(size);
    return {
      text: codes.map((code) => font.letters[code]!).join(''),
      xInPt: Number(x),
      yInPt: Number(y),
      sizeInPt,
      widthInPt: (advance * sizeInPt) / 1000,
    };
  });
}

function readFont(file: string, pdf: Buffer, fontId: number): PdfFont {
  const font = objectText(file, fontId);
  const [descendant] = references(entry(font, 'DescendantFonts'));
  const widths = /\/W \[0 \[([^\]]*)\]/.exec(objectText(file, descendant!))![1]!;
  const toUnicode = streamOf(file, pdf, reference(font, 'ToUnicode')).toString('latin1');
  const ranges = Array.from(toUnicode.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[(.*)\]/g));
  const letters = ranges.flatMap(([, list]) => Array.from(list!.matchAll(/<([^>]*)>/g), ([, units]) => letter(units!)));
  return { letters, widths: widths.trim().split(/\s+/).map(Number) };
}

function letter(units: string): string {
  return String.fromCharCode(
    ...units
      .split(' ')
      .filter((unit) => unit !== '')
      .map((unit) => parseInt(unit, 16)),
  );
}

function objectText(file: string, id: number): string {
  const start = file.indexOf(`\n${id} 0 obj\n`);
  return file.slice(start, file.indexOf('\nendobj', start));
}

function streamOf(file: string, pdf: Buffer, id: number): Buffer {
  const object = file.indexOf(`\n${id} 0 obj\n`);
  const start = file.indexOf('stream\n', object) + 'stream\n'.length;
  const length = Number(/\/Length (\d+)/.exec(file.slice(object, start))![1]);
  return inflateSync(pdf.subarray(start, start + length));
}

function reference(text: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(text)![1]);
}

function references(text: string): readonly number[] {
  return Array.from(text.matchAll(/(\d+) 0 R/g), ([, id]) => Number(id));
}

function entry(text: string, key: string): string {
  return new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(text)![1]!;
}
