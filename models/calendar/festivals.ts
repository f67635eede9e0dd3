import type { Text } from '../contracts/text';

const ENGLISH: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  元旦节: "New Year's Day",
  除夕: "Chinese New Year's Eve",
  春节: 'Spring Festival',
  清明: 'Tomb-sweeping Day',
  清明节: 'Tomb-sweeping Day',
  劳动节: 'Labour Day',
  端午: 'Dragon Boat Festival',
  端午节: 'Dragon Boat Festival',
  中秋: 'Mid-Autumn Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆: 'National Day',
  国庆节: 'National Day',
  国庆中秋: 'National Day and Mid-Autumn Festival',
};

/** A Chinese festival's name in both languages; one without an English name keeps its own. */
export function festivalName(zh: string): Text {
  return { zh, en: ENGLISH[zh] ?? zh };
}

/** Whether a text names one of the seven statutory festivals. */
export function namesStatutoryFestival(text: string): boolean {
  return /元旦|春节|除夕|清明|劳动节|端午|中秋|国庆/.test(text);
}
