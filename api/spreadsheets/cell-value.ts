import type { Cell } from './cells';
import { unescaped } from './escapes';
import { dayOfSerial, type NumberFormat } from './number-formats';

/** A cell as it stands in a sheet's XML. */
export interface RawCell {
  readonly type: string;
  readonly format: NumberFormat;
  readonly text: string;
  readonly hasFormula: boolean;
}

/** Excel keeps this many digits of a number; what is longer has been rounded. */
const DIGITS_KEPT = 15;

/** What a cell says: the computed value of a formula, a day for a date, digits for a number; null when it is empty. */
export function cellValue(raw: RawCell, strings: readonly string[], is1904: boolean): Cell | null {
  const { type, text } = raw;
  if (text === '' && raw.hasFormula && type !== 'str') return { text: '', flaw: 'formula-without-value' };
  switch (type) {
    case 's':
      return wordsOf(strings[Number(text)] ?? '');
    case 'str':
    case 'inlineStr':
      return wordsOf(unescaped(text));
    case 'b':
      return { text: text === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { text, flaw: 'formula-error' };
    case 'd':
      return wordsOf(text.replace('T', ' ').replace(/ 00:00:00(\.0+)?Z?$/, ''));
    default:
      return numberOf(text, raw.format, is1904);
  }
}

function wordsOf(text: string): Cell | null {
  return text.trim() === '' ? null : { text };
}

function numberOf(text: string, format: NumberFormat, is1904: boolean): Cell | null {
  const value = Number(text);
  if (text.trim() === '') return null;
  if (!Number.isFinite(value)) return { text };
  if (format === 'date') return { text: dayOfSerial(value, is1904) ?? text };
  if (Math.abs(value) >= 10 ** DIGITS_KEPT) return { text, flaw: 'rounded' };
  const digits = String(Number(value.toPrecision(DIGITS_KEPT)));
  return { text: format === null || value < 0 ? digits : digits.padStart(format.digits, '0') };
}
