import { createContext, use, useMemo } from 'react';
import type { Language, Text } from '../../models/contracts/text';
import { sayIn, textIn, type Say } from './say';

/** The language of the pages, and how to change it. */
export interface LanguageChoice {
  readonly language: Language;
  /** For this visit and those to come. */
  readonly choose: (language: Language) => void;
  /** For the page that is open. */
  readonly show: (language: Language) => void;
}

/** Holds the language; its provider is in `start/language-provider.tsx`. */
export const LanguageContext = createContext<LanguageChoice>({
  language: 'zh',
  choose: () => undefined,
  show: () => undefined,
});

/** The language of the pages with the words of the console (`say`) and texts of the API (`pick`) in it. */
export function useLanguage(): LanguageChoice & {
  readonly say: Say;
  readonly pick: (text: Text | null | undefined, fallback?: string) => string;
} {
  const choice = use(LanguageContext);
  return useMemo(
    () => ({
      ...choice,
      say: sayIn(choice.language),
      pick: (text: Text | null | undefined, fallback = '') => textIn(choice.language, text, fallback),
    }),
    [choice],
  );
}
