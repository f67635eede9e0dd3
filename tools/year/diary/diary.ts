import { dayNumber, weekdayOf } from '../../../models/calendar/days';
import type { OpenCalendar, OpenDay } from '../../../models/calendar/open-calendar';
import { WEEKDAYS } from '../../../models/contracts/opening-hours';
import type { Language } from '../../../models/contracts/text';
import { wallClock } from '../../../models/contracts/time';
import { disturbsInPause, disturbsOutsideOpenHours } from './disturbing';
import { sentenceOf } from './sentence';
import type { Told } from './told';

interface Line {
  readonly at: number;
  readonly caseId: string;
  readonly seq: number;
  readonly text: string;
}

const WEEKDAY_NAMES: Readonly<Record<Language, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
};

/** The diary of a year: what happened, day by day, and what must not have happened. */
export class Diary {
  private readonly lines: Line[] = [];
  private readonly counts = new Map<string, number>();
  /** Lines that should not be there. */
  readonly faults: string[] = [];

  constructor(private readonly language: Language) {}

  /** Writes down an entry of a journal. */
  add(told: Told): void {
    const { entry, clock, calendar } = told;
    const { kind, caseId, seq } = entry;
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    const sentence = sentenceOf(told, this.language);
    if (sentence === null) return;
    const at = Date.parse(entry.at);
    const text = `${timeOf(entry.at, calendar.version.timeZone)}  ${caseId}  ${sentence}`;
    this.lines.push({ at, caseId, seq, text });
    if (disturbsOutsideOpenHours(entry, clock, calendar) || disturbsInPause(entry, clock))
      this.faults.push(`${entry.at} ${text}`);
  }

  /** How often something happened. */
  count(kind: string): number {
    return this.counts.get(kind) ?? 0;
  }

  /** The diary of some days in a row, which special days are part of even if nothing happened. */
  text(days: readonly OpenDay[]): string {
    const inOrder = this.lines.sort(
      (a, b) => a.at - b.at || (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : a.seq - b.seq),
    );
    const paragraphs = days.flatMap((day) => {
      const lines = inOrder.filter(({ at }) => day.from <= at && at < day.to).map(({ text }) => `  ${text}`);
      return lines.length > 0 || day.rule !== 'week' ? [[titleOf(day, this.language), ...lines].join('\n')] : [];
    });
    return `${paragraphs.join('\n\n')}\n`;
  }
}

/** The days from one date to another in a calendar. */
export function daysOf(calendar: OpenCalendar, from: string, to: string): OpenDay[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => calendar.day(first + index));
}

function titleOf(day: OpenDay, language: Language): string {
  const weekday = WEEKDAY_NAMES[language][WEEKDAYS.indexOf(weekdayOf(day.day))] ?? '';
  const name = day.title?.[language] ?? '';
  const hours = day.ranges.map(({ from, to }) => `${from}–${to}`).join('、');
  const special = {
    week: '',
    holiday: { zh: `　${name}放假`, en: `  ${name}, off` }[language],
    'make-up': { zh: `　${name}调休上班`, en: `  ${name}, make-up working day` }[language],
    exception: { zh: `　${name}（${hours || '休息'}）`, en: `  ${name} (${hours || 'closed'})` }[language],
  }[day.rule];
  return `${day.date} ${weekday}${special}`;
}

function timeOf(at: string, timeZone: string): string {
  const [, time = ''] = wallClock(at, timeZone).split('T');
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}
