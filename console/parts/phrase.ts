/** What is marked of a text, as a field tells it; the same number twice is a cursor. */
export interface Marked {
  readonly from: number;
  readonly to: number;
}

const LONGEST = 200;
const MOST = 30;
const IN_A_WORD = /[\p{L}\p{N}]$/u;

/** The text with a phrase in it, and where the cursor is then: in place of what is marked, else after all, apart from the words before it. */
export function withPhrase(text: string, phrase: string, marked: Marked | null, between: string) {
  const { from, to } = marked ?? { from: text.length, to: text.length };
  const before = text.slice(0, from);
  const joined = before + (IN_A_WORD.test(before) ? between : '') + phrase;
  return { text: joined + text.slice(to), cursor: joined.length };
}

/** Why a text cannot be kept as a phrase beside these; null when it can. */
export function whyNotKept(text: string, kept: readonly string[]): 'empty' | 'kept' | 'tooLong' | 'full' | null {
  const phrase = text.trim();
  if (phrase === '') return 'empty';
  if (kept.includes(phrase)) return 'kept';
  if (phrase.length > LONGEST) return 'tooLong';
  return kept.length >= MOST ? 'full' : null;
}
