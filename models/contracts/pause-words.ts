import type { Language, Text } from './text';

/** Why procedures let the clock of a whole case stand still. What people pause has their own words. */
const PAUSES = {
  '@customer': { zh: '等待客户答复', en: 'waiting for the customer' },
  '@measures': { zh: '各项措施按各自的期限落实', en: 'each measure has its own date' },
  '@confirmation': { zh: '故障已排除，等待用户确认', en: 'solved; the user is to confirm it' },
} as const satisfies Readonly<Record<string, Text>>;

/** A reason that a procedure gives. */
export type PauseCode = keyof typeof PAUSES;

/** Why a clock stands still, in words: those of who paused it, or of the procedure. */
export function pauseWords(reason: string, language: Language): string {
  return (PAUSES as Readonly<Record<string, Text>>)[reason]?.[language] ?? reason;
}
