import { eachOnce } from './each-once';
import type { Language } from './text';

/** An instant as people of the company's zone read it: `2026年11月23日 18:00`, or `2026-11-23 18:00` in English. */
export function shownInstant(at: string | Date, timeZone: string, language: Language): string {
  const part = partsOf(at, timeZone);
  const clock = `${part('hour')}:${part('minute')}`;
  if (language === 'en') return `${part('year')}-${part('month')}-${part('day')} ${clock}`;
  return `${part('year')}年${Number(part('month'))}月${Number(part('day'))}日 ${clock}`;
}

/** The day of an instant as people of the zone say it: `11月23日 周一`, or `Mon 2026-11-23` in English. */
export function shownDay(at: string | Date, timeZone: string, language: Language): string {
  const part = partsOf(at, timeZone);
  const name = weekdays[language](timeZone).format(new Date(at));
  if (language === 'en') return `${name} ${part('year')}-${part('month')}-${part('day')}`;
  return `${Number(part('month'))}月${Number(part('day'))}日 ${name}`;
}

/** The time of day of an instant in a zone, `08:30`. */
export function shownTime(at: string | Date, timeZone: string): string {
  const part = partsOf(at, timeZone);
  return `${part('hour')}:${part('minute')}`;
}

/** The day of an instant in a zone, as `20261121`. */
export function dayOf(at: string | Date, timeZone: string): string {
  const part = partsOf(at, timeZone);
  return `${part('year')}${part('month')}${part('day')}`;
}

/** The date of an instant in a zone, as `2026-11-21`. */
export function dateIn(at: string | Date, timeZone: string): string {
  return wallClock(at, timeZone).slice(0, '2026-11-21'.length);
}

/** What calendar and clock of a zone show at an instant, as `2026-11-21T18:30:00`. */
export function wallClock(at: string | Date, timeZone: string): string {
  const part = partsOf(at, timeZone);
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return `${day}T${part('hour')}:${part('minute')}:${part('second')}`;
}

function partsOf(at: string | Date, timeZone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = formatterOf(timeZone).formatToParts(new Date(at));
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

// To make a formatter takes a hundred times as long as to use it, and a list tells many instants.
const formatterOf = eachOnce(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
);

const weekdays = {
  zh: eachOnce((timeZone: string) => new Intl.DateTimeFormat('zh-CN', { timeZone, weekday: 'short' })),
  en: eachOnce((timeZone: string) => new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' })),
};
