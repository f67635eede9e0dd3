import type { CalendarException } from '../contracts/calendar';
import type { IcsDayEffect, IcsEffect } from '../contracts/ics-preview';
import type { OpenRange } from '../contracts/opening-hours';
import type { Text } from '../contracts/text';
import { makeUpHours } from './day-plan';
import { dayNumber } from './days';
import { namesStatutoryFestival } from './festivals';
import { readIcs, type IcsDays } from './ics-file';
import type { OpenCalendar } from './open-calendar';

const SAYS_MAKE_UP = /班\s*[)）\]】]?$|补班|调休上班|make-?up (working )?day|alternate work ?day/i;
const SAYS_OFF = /休\s*[)）\]】]?$|放假/;

/**
 * What each event of an ICS file would do to the calendar, so that a person decides: public feeds are full of days that
 * are no holidays. Only clear ones are suggested. Throws a CalendarFault for what is not an ICS file.
 */
export function previewIcs(
  calendar: OpenCalendar,
  text: string,
  years: { readonly first: number; readonly last: number },
): IcsEffect[] {
  const events = readIcs(text, years);
  const isMarked = events.some((event) => marked(event) !== null);
  return events.map((event) => {
    const taken = kindOf(event, isMarked);
    const after = taken.kind === 'make-up' ? makeUpHours(calendar.version) : [];
    const days = taken.kind === 'nothing' ? [] : event.dates.map((date) => dayEffect(calendar, date, after));
    return { uid: event.uid, summary: event.summary, ...taken, days };
  });
}

/**
 * The exceptions of a calendar with the chosen events taken over; a day that an event does not change gets none, and a day that two
 * chosen events name is worked on if one of them says so.
 */
export function withIcsEffects(
  exceptions: readonly CalendarException[],
  chosen: readonly IcsEffect[],
): CalendarException[] {
  const byDate = new Map(exceptions.map((exception) => [exception.date, exception]));
  const inOrder = [...chosen].sort((one, other) => Number(one.kind === 'make-up') - Number(other.kind === 'make-up'));
  for (const { days, summary } of inOrder) {
    for (const { date, after, isChange } of days) {
      if (!isChange) continue;
      const title = summary.trim().slice(0, 100);
      byDate.set(date, { date, ranges: [...after], ...(title && { title }) });
    }
  }
  return [...byDate.values()].sort((one, other) => one.date.localeCompare(other.date));
}

type Taken = Pick<IcsEffect, 'kind' | 'because' | 'isSuggested'>;

function kindOf(event: IcsDays, isMarkedFeed: boolean): Taken {
  if (event.isCancelled) return nothing('事件已取消', 'the event is cancelled');
  if (!event.isWholeDay) return nothing('不是全天事件', 'not an event of whole days');
  if (event.dates.length === 0) return nothing('不在所选年份内', 'not in the years asked for');
  const kind = marked(event);
  if (kind === 'make-up') return taken(kind, true, '标明为调休上班', 'marked as a make-up working day');
  if (kind === 'off') return taken(kind, true, '标明为放假', 'marked as a day off');
  if (isMarkedFeed)
    return taken('off', false, '此日历标明休、班，但此事件没有标明', 'the feed marks days off, but not this one');
  if (namesStatutoryFestival(event.summary))
    return taken('off', true, '法定节日名称', 'named like a statutory festival');
  return taken('off', false, '无法判断是否放假', 'it does not say whether it is a day off');
}

function marked({ mark, summary }: IcsDays): 'off' | 'make-up' | null {
  if (mark === 'ALTERNATE-WORKDAY' || SAYS_MAKE_UP.test(summary.trim())) return 'make-up';
  return mark === 'WORK-HOLIDAY' || SAYS_OFF.test(summary.trim()) ? 'off' : null;
}

function taken(kind: Taken['kind'], isSuggested: boolean, zh: Text['zh'], en: Text['en']): Taken {
  return { kind, isSuggested, because: { zh, en } };
}

function nothing(zh: Text['zh'], en: Text['en']): Taken {
  return taken('nothing', false, zh, en);
}

function dayEffect(calendar: OpenCalendar, date: string, after: readonly OpenRange[]): IcsDayEffect {
  const before = calendar.day(dayNumber(date)).ranges;
  return { date, before, after, isChange: JSON.stringify(before) !== JSON.stringify(after) };
}
