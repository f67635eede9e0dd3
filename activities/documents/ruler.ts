import { breakIntoLines } from './line-breaks';
import type { TextStyle } from './text-style';

/** Measures text in a document's fonts, and breaks it at a width. */
export interface Ruler {
  widthInPt(text: string, style: TextStyle): number;
  lines(text: string, style: TextStyle, lineWidthInPt: number): readonly string[];
}

const measuredSizeInPt = 1000;

/** A ruler that remembers the widths of single letters: measuring whole lines took most of the rendering time. */
export function createRuler(doc: PDFKit.PDFDocument): Ruler {
  const remembered = new Map<string, number>();

  function letterWidthInPt(character: string, style: TextStyle): number {
    const key = style.font + character;
    let widthAtMeasuredSize = remembered.get(key);
    if (widthAtMeasuredSize === undefined) {
      widthAtMeasuredSize = doc.font(style.font).fontSize(measuredSizeInPt).widthOfString(character);
      remembered.set(key, widthAtMeasuredSize);
    }
    return (widthAtMeasuredSize * style.sizeInPt) / measuredSizeInPt;
  }

  return {
    widthInPt: (text, style) => Array.from(text).reduce((sum, character) => sum + letterWidthInPt(character, style), 0),
    lines: (text, style, lineWidthInPt) =>
      breakIntoLines(text, lineWidthInPt, (character) => letterWidthInPt(character, style)),
  };
}
