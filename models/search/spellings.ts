import { SYLLABLES } from './syllables';

const WHOLE = new Set(SYLLABLES);
const MOST_SPELLINGS = 8;

/**
 * The ways to read letters as pinyin whose last syllable may still be unfinished: for each, what each pair of neighbouring
 * syllables may be. `xinghu` is read as xing with hu, hua, huan …, for one.
 */
export function spellingsOf(letters: string): readonly (readonly (readonly string[])[])[] {
  return readings(letters, []).slice(0, MOST_SPELLINGS).map(pairsOf);
}

/** The ways to read letters as initials of syllables: all neighbours three by three; none where a syllable cannot begin so. */
export function initialsIn(letters: string): readonly string[] {
  if (letters.length < 3 || /[iuv]/.test(letters)) return [];
  return [...letters].slice(2).map((_, index) => letters.slice(index, index + 3));
}

type Reading = readonly string[];

// Longer syllables first: fewer syllables are the likelier reading.
function readings(letters: string, before: Reading): Reading[] {
  const found: Reading[] = isBeginning(letters) ? [[...before, letters]] : [];
  for (let length = Math.min(6, letters.length - 1); length > 0 && found.length < MOST_SPELLINGS; length -= 1) {
    const syllable = letters.slice(0, length);
    if (WHOLE.has(syllable)) found.push(...readings(letters.slice(length), [...before, syllable]));
  }
  return found;
}

function isBeginning(letters: string): boolean {
  return SYLLABLES.some((syllable) => syllable.startsWith(letters));
}

function pairsOf(reading: Reading): string[][] {
  const last = SYLLABLES.filter((syllable) => syllable.startsWith(reading.at(-1) ?? ''));
  const head = reading.slice(0, -1);
  const before = head.at(-1);
  const whole = head.slice(1).map((syllable, index) => [`${head[index] ?? ''}${syllable}`]);
  return [...whole, before === undefined ? last : last.map((syllable) => `${before}${syllable}`)];
}
