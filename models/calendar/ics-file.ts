import { convertIcsCalendar, extendByRecurrenceRule, type IcsEvent } from 'ts-ics';
import { DAY_IN_MS } from './days';
import { CalendarFault } from './faults';

/** Apple marks days off and make-up days with it, beside the 休 and 班 in the summary. */
const SPECIAL_DAY = { name: 'X-APPLE-SPECIAL-DAY' as const, convert: ({ value }: { readonly value: string }) => value };
const MAX_EVENTS = 5000;
const MAX_DAYS_AN_EVENT = 366;
const MAX_DAYS_A_FILE = 50_000;
const MAX_REPEATED_IN_YEARS = 200;
const REPEATED: readonly string[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];

/** An event of an ICS file as far as a calendar is concerned. */
export interface IcsDays {
  readonly uid: string;
  readonly summary: string;
  /** Its days, `2026-10-01`, repeated ones too, within the years asked for. */
  readonly dates: readonly string[];
  readonly isWholeDay: boolean;
  readonly isCancelled: boolean;
  /** Apple's own mark, if there is one. */
  readonly mark: 'WORK-HOLIDAY' | 'ALTERNATE-WORKDAY' | null;
}

/**
 * The events of an ICS file (RFC 5545) with their days in the given years. Throws a CalendarFault, `not-an-ics`, for anything
 * that is not one, is cut off, holds a date that does not exist, more than 5000 events or more than 50,000 days.
 */
export function readIcs(text: string, years: { readonly first: number; readonly last: number }): IcsDays[] {
  const events = parsed(text);
  if (events.length > MAX_EVENTS) throw notAnIcs(`超过 ${MAX_EVENTS} 个事件`, `more than ${MAX_EVENTS} events`);
  const read = { days: 0 };
  return events.map((event) => ({
    uid: event.uid,
    summary: event.summary ?? '',
    dates: datesOf(event).filter((date) => date >= `${years.first}-01-01` && date <= `${years.last}-12-31`),
    isWholeDay: event.start.type === 'DATE',
    isCancelled: event.status === 'CANCELLED',
    mark: markOf(event),
  }));

  function datesOf(event: ParsedEvent): string[] {
    const count = Math.min(lengthInDays(event), MAX_DAYS_AN_EVENT);
    const starts = firstDays(event);
    read.days += starts.length * count;
    if (read.days > MAX_DAYS_A_FILE)
      throw notAnIcs(`全部事件超过 ${MAX_DAYS_A_FILE} 天`, `its events have more than ${MAX_DAYS_A_FILE} days`);
    const dates = starts.flatMap((start) =>
      Array.from({ length: count }, (_, index) => new Date(start + index * DAY_IN_MS).toISOString().slice(0, 10)),
    );
    return [...new Set(dates)];
  }

  function firstDays({ start, recurrenceRule, exceptionDates }: ParsedEvent): number[] {
    if (!recurrenceRule || start.type !== 'DATE') return [start.date.getTime()];
    if (
      !REPEATED.includes(recurrenceRule.frequency) ||
      years.last - start.date.getUTCFullYear() > MAX_REPEATED_IN_YEARS
    ) {
      throw notAnIcs(
        `无法展开重复规则 ${recurrenceRule.frequency}`,
        `it repeats too often: ${recurrenceRule.frequency}`,
      );
    }
    const repeated = extendByRecurrenceRule(recurrenceRule, {
      start: start.date,
      end: new Date(Date.UTC(years.last, 11, 31)),
      exceptions: exceptionDates?.map(({ date }) => date) ?? [],
    });
    return repeated.map((date) => date.getTime());
  }
}

type NonStandard = { readonly specialDay: string };
type ParsedEvent = Omit<IcsEvent<NonStandard>, 'summary'> & { readonly summary?: string };

function parsed(text: string): readonly ParsedEvent[] {
  const body = text.replace(/^\uFEFF/, '').trim();
  assertLooksRight(body);
  const { events = [] } = converted(body);
  // The library leaves out what it does not find.
  return events.map((event: Partial<ParsedEvent>) => {
    if (event.start && event.uid !== undefined) return event as ParsedEvent;
    const summary = event.summary ?? '';
    throw notAnIcs(`事件“${summary}”缺少 DTSTART 或 UID`, `the event “${summary}” lacks DTSTART or UID`);
  });
}

function converted(body: string): { readonly events?: ParsedEvent[] } {
  try {
    // Line ends vary in the wild; the library wants those of the standard.
    const text = body.replace(/\r?\n/g, '\r\n');
    return convertIcsCalendar<NonStandard>(undefined, text, { nonStandard: { specialDay: SPECIAL_DAY } });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw notAnIcs(why, why);
  }
}

/** What the library would pass over in silence. */
function assertLooksRight(body: string): void {
  if (!/^BEGIN:VCALENDAR\r?\n/i.test(body)) {
    throw notAnIcs('不是以 BEGIN:VCALENDAR 开头', 'it does not begin with BEGIN:VCALENDAR');
  }
  if (!/\nEND:VCALENDAR$/i.test(body)) {
    throw notAnIcs('没有以 END:VCALENDAR 结尾，可能不完整', 'it does not end with END:VCALENDAR; it may be cut off');
  }
  for (const line of body.split(/\r?\n/)) {
    if (!/^([A-Za-z0-9-]+[;:]|[ \t]|$)/.test(line)) throw notAnIcs(`“${line}”不是属性行`, `“${line}” is no property`);
    const [, date] = /^DT(?:START|END)[^:]*:(\d{8})/i.exec(line) ?? [];
    if (date !== undefined && !exists(date))
      throw notAnIcs(`“${line}”的日期不存在`, `the date in “${line}” does not exist`);
  }
}

function markOf({ nonStandard }: ParsedEvent): IcsDays['mark'] {
  const mark = nonStandard?.specialDay;
  return mark === 'WORK-HOLIDAY' || mark === 'ALTERNATE-WORKDAY' ? mark : null;
}

function lengthInDays({ start, end, duration }: ParsedEvent): number {
  if (end) return Math.max(1, Math.round((end.date.getTime() - start.date.getTime()) / DAY_IN_MS));
  return Math.max(1, (duration?.weeks ?? 0) * 7 + (duration?.days ?? 0));
}

function exists(date: string): boolean {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)];
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.getUTCDate() === Number(day);
}

function notAnIcs(zh: string, en: string): CalendarFault {
  return new CalendarFault('not-an-ics', { zh: `不是可用的 ICS 日历文件：${zh}`, en: `not an ICS calendar: ${en}` });
}
