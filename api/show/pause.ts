import { pauseWords } from '../../models/contracts/pause-words';
import type { Language } from '../../models/contracts/text';
import type { Pause } from '../../models/contracts/waiting';

/** Since when and why a clock stands still, in words; null while it does not. */
export function pauseInWords(pause: Pause | null, language: Language): Pause | null {
  return pause && { ...pause, reason: pauseWords(pause.reason, language) };
}
