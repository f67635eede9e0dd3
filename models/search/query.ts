import { isChinese, partsOf, piecesOf } from './fold';
import { initialsIn, spellingsOf } from './spellings';
import { indexedTerm, LONGEST_TERM } from './terms';

// The lists of that many terms are still merged in the order of the list that is asked for.
const MOST_TERMS_OF_A_WORD = 120;

/** A row must have one of these terms, or one that begins so. */
export type Need = { readonly oneOf: readonly string[] } | { readonly beginning: string };

/** One way to be found: by one of these terms of the index, if the row has what else is needed. */
export interface Way {
  readonly terms: readonly string[];
  readonly needs: readonly Need[];
}

/** One thing that a row must have, in one of several ways. */
export interface Wanted {
  readonly ways: readonly Way[];
  /** What is wanted instead when nothing is found so: the letters and the digits of a word by themselves. */
  readonly parts: readonly Wanted[];
}

/** What somebody searches for, split as the terms of rows are; empty when there is nothing to search for in it. */
export function wantedIn(words: string): readonly Wanted[] {
  return [...new Set(piecesOf(words).flatMap((piece) => (isChinese(piece) ? pairs(piece) : [piece])))].map(wanted);
}

/** True when a row with these terms is what is wanted. */
export function isFoundBy({ ways }: Wanted, terms: ReadonlySet<string>): boolean {
  const has = (need: Need) =>
    'oneOf' in need
      ? need.oneOf.some((term) => terms.has(term))
      : [...terms].some((term) => term.startsWith(need.beginning));
  return ways.some((way) => way.terms.some((term) => terms.has(term)) && way.needs.every(has));
}

function wanted(piece: string): Wanted {
  const whole = piece.slice(0, LONGEST_TERM);
  const parts = isChinese(piece) ? [] : partsOf(whole);
  const ways = isChinese(piece)
    ? [wayOf([piece])]
    : [beginning(whole), ...(/^[a-z]+$/.test(whole) ? spelled(whole) : [])];
  return { ways, parts: parts.length > 1 ? parts.map(wanted) : [] };
}

function pairs(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function beginning(word: string): Way {
  const term = indexedTerm(word);
  return { terms: [term], needs: term === word ? [] : [{ beginning: word }] };
}

function spelled(letters: string): Way[] {
  if (letters.length < 2) return [];
  const initials = initialsIn(letters);
  const spellings = spellingsOf(letters).map((needs) => {
    const [rarest = [], ...others] = [...needs].sort((a, b) => a.length - b.length);
    return { terms: rarest, needs: others.map((oneOf) => ({ oneOf })) };
  });
  const few = spellings.filter(
    (_, index) => spellings.slice(0, index + 1).flatMap(({ terms }) => terms).length <= MOST_TERMS_OF_A_WORD,
  );
  return initials.length === 0 ? few : [...few, wayOf(initials)];
}

/** Found by the first of them, needing all. */
function wayOf([first = '', ...others]: readonly string[]): Way {
  return { terms: [first], needs: others.map((term) => ({ oneOf: [term] })) };
}
