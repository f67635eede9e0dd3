import type { WordKey } from '../words';
import { useLanguage } from '../words/use-language';

const SUGGESTED: readonly WordKey[] = [
  'phrases.suggest.agree',
  'phrases.suggest.checked',
  'phrases.suggest.soon',
  'phrases.suggest.papers',
  'phrases.suggest.explain',
  'phrases.suggest.refuse',
];

/** Common opinions for who has kept none yet, in their language. */
export function useSuggestedPhrases(): readonly string[] {
  const { say } = useLanguage();
  return SUGGESTED.map((key) => say(key));
}
