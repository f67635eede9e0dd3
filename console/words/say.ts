import { filled, type Gaps } from '../../models/contracts/filled';
import type { Language, Text } from '../../models/contracts/text';
import { WORDS, type WordKey } from './index';

/** Says something in one language. */
export type Say = (key: WordKey, gaps?: Gaps) => string;

/** The voice of the console in a language. */
export function sayIn(language: Language): Say {
  return (key, gaps = {}) => filled(WORDS[key][language], gaps);
}

/** True when there are words under this key; for keys that are made of codes of the API. */
export function hasWords(key: string): key is WordKey {
  return key in WORDS;
}

/** A text of the API in a language; the fallback where it has none. */
export function textIn(language: Language, text: Text | null | undefined, fallback = ''): string {
  return text?.[language] ?? fallback;
}
