import type { Language } from '../../models/contracts/text';

/** An instant in words, in the company's zone: `2026年11月23日 18:00（周一）`. */
export function instantInWords(at: Date, timeZone: string, language: Language): string {
  const isEnglish = language === 'en';
  const parts = new Intl.DateTimeFormat(isEnglish ? 'en-GB' : 'zh-CN', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: isEnglish ? 'long' : 'numeric',
    day: 'numeric',
    weekday: isEnglish ? 'long' : 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}`;
  return isEnglish
    ? `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${time}`
    : `${part('year')}年${part('month')}月${part('day')}日 ${time}（${part('weekday')}）`;
}
