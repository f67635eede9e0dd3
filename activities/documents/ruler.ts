import { fonts } from './fonts';
import { breakIntoLines } from './line-breaks';
import type { TextStyle } from './text-style';

/** How wide a text is in the form's fonts. */
export function widthInPtOf(text: string, style: TextStyle): number {
  return Array.from(text).reduce((sum, character) => sum + letterWidthInPt(character, style), 0);
}

/** The lines of a text at a given width. */
export function linesOf(text: string, style: TextStyle, lineWidthInPt: number): readonly string[] {
  return breakIntoLines(text, lineWidthInPt, (character) => letterWidthInPt(character, style));
}

function letterWidthInPt(character: string, { font, sizeInPt }: TextStyle): number {
  const { tables } = fonts[font];
  return tables.advanceOf(tables.glyphOf(character.codePointAt(0) ?? 0)) * sizeInPt;
}
