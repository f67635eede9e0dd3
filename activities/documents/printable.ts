import { hasGlyph } from './coverage';

/** Stands where the paper cannot show the letter that somebody wrote. */
export const missingLetter = '〓';

/** Stands where nobody wrote anything, so that an empty cell cannot be filled in afterwards. */
export const nothingWritten = '—';

// Marks that people tick forms with; the font lacks them, and 〓 would hide a yes or a no.
const standIns: ReadonlyMap<string, string> = new Map([
  ['☑', '√'],
  ['✔', '√'],
  ['✅', '√'],
  ['☒', '×'],
  ['✗', '×'],
  ['✘', '×'],
  ['❌', '×'],
  ['☐', '□'],
  ['⸺', '——'],
  ['⸻', '———'],
]);

const lineEnds = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
const manyLineEnds = /\n(?:[^\S\n]*\n){2,}/g;
const tabs = /\t/g;
const spaces = /(?!\u3000)\p{Zs}/gu;
// Besides control characters: joiners, direction overrides (they make a line read otherwise than it is stored) and variation selectors.
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What the paper can show of a text: no invisible characters, one mark for each letter that the font lacks. */
export function printable(text: string): string {
  const cleaned = text.normalize('NFC').replace(lineEnds, '\n').replace(tabs, '  ').replace(spaces, ' ');
  const shown = Array.from(letters.segment(cleaned), ({ segment }) => shownLetter(segment)).join('');
  return shown.replace(manyLineEnds, '\n\n').trimEnd();
}

/** The same on one line, for places that have room for one. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', ' ').trim();
}

/** The same for a cell of a form, which is never left empty. */
export function printableCell(text: string): string {
  const shown = printable(text);
  return shown.trim() === '' ? nothingWritten : shown;
}

function shownLetter(letter: string): string {
  const visible = letter.replace(invisible, '');
  const standIn = standIns.get(visible);
  if (standIn !== undefined) return standIn;
  return Array.from(visible).every(isShown) ? visible : missingLetter;
}

function isShown(character: string): boolean {
  return character === '\n' || hasGlyph(character.codePointAt(0) ?? 0);
}
