import { FIRST_DAY_OF_NEXT_NOTICE, type HolidayDay } from '../contracts/holidays';
import type { IcsEffect } from '../contracts/ics-preview';

const MARK = /\s*[(（[【](休|班|放假|补班|day off|working day)[)）\]】]\s*$/i;
const LONGEST_NAME = 60;

/** The days of a year's notice as the chosen events of an ICS file tell them; a day named as both is worked on. */
export function holidaysOf(chosen: readonly IcsEffect[], year: number): HolidayDay[] {
  const first = `${year - 1}-${FIRST_DAY_OF_NEXT_NOTICE}`;
  const days = new Map<string, HolidayDay>();
  for (const { kind, summary, days: effects } of chosen) {
    if (kind === 'nothing') continue;
    const text = summary.trim().replace(MARK, '').slice(0, LONGEST_NAME).trim() || String(year);
    for (const { date } of effects) {
      const isTaken = days.get(date)?.kind === 'make-up';
      if (date < first || date > `${year}-12-31` || isTaken) continue;
      days.set(date, { date, kind, name: { zh: text, en: text } });
    }
  }
  return [...days.values()].sort((one, other) => one.date.localeCompare(other.date));
}
