import { pinyin } from 'pinyin-pro';
import { folded, isChinese, partsOf, piecesOf } from './fold';

/** No row is found by more terms than these; what stands first in a row is kept. */
export const MOST_TERMS = 1_000;

/** Of one word only this many characters count. */
export const LONGEST_TERM = 32;

// Not every beginning is kept, for each is written with its row; between two lengths the shorter finds, the whole word decides.
const KEPT_OF_LETTERS = [1, 2, 3, 4, 6];
// Of days and serial numbers many begin alike, so each sign counts there until a day is whole.
const KEPT_WITH_DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 12, 16];
const KEPT_OF_TITLES = [2, 4];
const KEPT_OF_ENDS = [4, 5, 6, 7, 8];
const MOST_STARTS = 4;

/** The longest term kept by which the index finds what begins with this word. */
export function indexedTerm(word: string): string {
  return beginningsOf(word).at(-1) ?? '';
}

/** A term that stands for a fact and that nobody types, such as `device:D-0001`. */
export function tag(kind: string, value: string): string {
  return `${kind}:${value}`;
}

/** The term of a whole number, however it is written. */
export function numberTag(number: string): string {
  return tag('number', piecesOf(number).join('').slice(0, LONGEST_TERM));
}

/** The terms of a title's beginning, the longest last. */
export function titleTags(title: string): readonly string[] {
  const characters = [...piecesOf(title).join('')];
  const kept = KEPT_OF_TITLES.filter((length) => length <= characters.length);
  return kept.map((length) => tag('title', characters.slice(0, length).join('')));
}

/** Collects the terms of a row. */
export class Terms {
  private readonly terms = new Set<string>();

  /** The terms collected, most important first. */
  all(): string[] {
    return [...this.terms].slice(0, MOST_TERMS);
  }

  fact(kind: string, value: string): this {
    return this.add(tag(kind, value));
  }

  /** A case number, serial number or phone number: found whole, by its beginning, from each of its parts on, and by its end. */
  number(number: string): this {
    const pieces = piecesOf(number);
    const whole = pieces.join('');
    if (whole === '') return this;
    this.add(numberTag(number));
    const [first = '', ...rest] = pieces;
    this.startsOf([...partsOf(first).slice(0, 2), partsOf(first).slice(2).join(''), ...rest].filter(Boolean));
    const ends = KEPT_OF_ENDS.filter((length) => length < whole.length).map((length) => whole.slice(-length));
    return this.add(...ends.flatMap((end) => [indexedTerm(end), end]));
  }

  /** A name that people know the row by: as words, and found first by its beginning. */
  title(title: string): this {
    return this.add(...titleTags(title)).words(title);
  }

  /** A name of a person, whose first character is read as a surname. */
  person(name: string): this {
    return this.words(name, 'head');
  }

  /** Any words: Chinese by one or two characters, by pinyin and by initials, others by their beginnings. */
  words(text: string, surname: 'head' | 'off' = 'off'): this {
    for (const piece of piecesOf(text)) {
      if (isChinese(piece)) this.chinese(piece, surname);
      else this.startsOf(partsOf(piece));
    }
    return this;
  }

  /** Two characters, two syllables and two or three initials tell enough; longer words have to match in every pair. */
  private chinese(run: string, surname: 'head' | 'off'): void {
    const characters = [...run];
    const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true, surname }).map(readable);
    const initials = syllables.map((syllable) => syllable.slice(0, 1));
    for (const [index, character] of characters.entries()) {
      this.add(character, ...inRow(characters, index, 2));
      this.add(...inRow(syllables, index, 1), ...inRow(syllables, index, 2));
      this.add(...[1, 2, 3].flatMap((count) => inRow(initials, index, count)));
    }
  }

  private startsOf(parts: readonly string[]): void {
    parts.slice(0, MOST_STARTS).forEach((_, index) => {
      const word = parts.slice(index).join('').slice(0, LONGEST_TERM);
      this.add(...beginningsOf(word), word);
    });
  }

  private add(...terms: readonly string[]): this {
    for (const term of terms) this.terms.add(term);
    return this;
  }
}

function beginningsOf(word: string): string[] {
  const kept = /\p{N}/u.test(word) ? KEPT_WITH_DIGITS : KEPT_OF_LETTERS;
  return kept.filter((length) => length <= word.length).map((length) => word.slice(0, length));
}

function inRow(parts: readonly string[], from: number, count: number): string[] {
  const some = parts.slice(from, from + count);
  return some.length === count && !some.includes('') ? [some.join('')] : [];
}

// A character without a known reading is given back as it is.
function readable(syllable: string): string {
  const letters = folded(syllable);
  return /^[a-z]+$/.test(letters) ? letters : '';
}
