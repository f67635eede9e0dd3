import type { Language } from '../../models/contracts/text';
import { eachOnce } from '../../models/contracts/each-once';

/** An instant in words, in the company's zone: `2026年11月23日 18:00（周一）`. */
export function instantInWords(at: Date, timeZone: string, language: Language): string {
  const isEnglish = language === 'en';
  const parts = formatters[language](timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}`;
  return isEnglish
    ? `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${time}`
    : `${part('year')}年${part('month')}月${part('day')}日 ${time}（${part('weekday')}）`;
}

const formatters = {
  zh: eachOnce((timeZone: string) => formatter('zh-CN', { timeZone, month: 'numeric', weekday: 'short' })),
  en: eachOnce((timeZone: string) => formatter('en-GB', { timeZone, month: 'long', weekday: 'long' })),
};

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...options,
  });
}
