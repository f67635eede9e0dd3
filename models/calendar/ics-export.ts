import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import type { Language } from '../contracts/text';
import { DAY_IN_MS, dayNumber } from './days';
import type { OpenCalendar } from './open-calendar';
import { yearView, type DayView } from './year-view';

/**
 * A year's days off, make-up days and exceptions as an ICS file, to be subscribed to; with the marks that Apple uses and this
 * product reads. `writtenAt` is the instant (ms since 1970) that it bears.
 */
export function icsOf(calendar: OpenCalendar, year: number, writtenAt: number, language: Language): string {
  const events = yearView(calendar, year)
    .filter(({ rule }) => rule !== 'week')
    .map((day) => eventOf(calendar, day, writtenAt, language));
  return generateIcsCalendar<{ specialDay: string }>(
    { version: '2.0', prodId: '-//Opsflow//Calendar//ZH', name: calendar.version.title[language], events },
    { nonStandard: { specialDay: { name: 'X-APPLE-SPECIAL-DAY', generate: (value) => ({ value }) } } },
  );
}

function eventOf(
  calendar: OpenCalendar,
  day: DayView,
  writtenAt: number,
  language: Language,
): IcsEvent<{ specialDay: string }> {
  const start = dayNumber(day.date) * DAY_IN_MS;
  const isOff = day.ranges.length === 0;
  return {
    uid: `${calendar.version.id}-${day.date}@opsflow`,
    stamp: { date: new Date(writtenAt), type: 'DATE-TIME' },
    start: { date: new Date(start), type: 'DATE' },
    end: { date: new Date(start + DAY_IN_MS), type: 'DATE' },
    summary: summaryOf(day, language),
    timeTransparent: 'TRANSPARENT',
    nonStandard: { specialDay: isOff ? 'WORK-HOLIDAY' : 'ALTERNATE-WORKDAY' },
  };
}

function summaryOf({ rule, ranges, title, isProvisional }: DayView, language: Language): string {
  const isOff = ranges.length === 0;
  const hours = rule === 'exception' && !isOff ? ` ${ranges.map(({ from, to }) => `${from}–${to}`).join(' ')}` : '';
  const name = title?.[language] ?? (language === 'zh' ? '特殊工作时间' : 'Own hours');
  const provisional = isProvisional ? (language === 'zh' ? '暂定' : 'provisional ') : '';
  const mark =
    language === 'zh'
      ? `（${provisional}${isOff ? '休' : '班'}）`
      : ` (${provisional}${isOff ? 'day off' : 'working day'})`;
  return `${name}${hours}${mark}`;
}
