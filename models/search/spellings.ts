import { SYLLABLES } from './syllables';

const WHOLE = new Set(SYLLABLES);
const MOST_SPELLINGS = 8;

/**
 * The ways to read letters as pinyin whose last syllable may still be unfinished: for each, what each pair of neighbouring
 * syllables may be. `xinghu` is read as xing with hu, hua, huan …, for one.
 */
export function spellingsOf(letters: string): readonly (readonly (readonly string[])[])[] {
  return readings(letters).map(pairsOf);
}

/** The ways to read letters as initials of syllables: all neighbours three by three; none where a syllable cannot begin so. */
export function initialsIn(letters: string): readonly string[] {
  if (letters.length < 3 || /[iuv]/.test(letters)) return [];
  return [...letters].slice(2).map((_, index) => letters.slice(index, index + 3));
}

type Reading = readonly string[];

// Fewer syllables are the likelier reading; from the end, so that what follows a syllable is read once.
function readings(letters: string): readonly Reading[] {
  const from: (readonly Reading[])[] = [];
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    const rest = letters.slice(start);
    const ends: Reading[] = isBeginning(rest) ? [[rest]] : [];
    const longer = Array.from({ length: Math.min(6, rest.length - 1) }, (_, index) => rest.slice(0, index + 1))
      .filter((syllable) => WHOLE.has(syllable))
      .flatMap((syllable) => (from[start + syllable.length] ?? []).map((after) => [syllable, ...after]));
    from[start] = [...ends, ...longer].sort((a, b) => a.length - b.length).slice(0, MOST_SPELLINGS);
  }
  return from[0] ?? [];
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
