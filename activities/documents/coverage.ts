import { fonts } from './fonts';

/** Whether the form's fonts have a letter for this code point. */
export function hasGlyph(codePoint: number): boolean {
  // Both weights are cut from one design and cover the same code points, so one of them answers for both.
  return fonts.regular.tables.glyphOf(codePoint) !== 0;
}
