import { hasWords, type Say } from '../../words/say';

/** What somebody is on duty by, in words. */
export function byWords(by: string, say: Say): string {
  const key = `duty.by.${by}`;
  return hasWords(key) ? say(key) : by;
}
