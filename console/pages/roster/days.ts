import type { Language } from '../../../models/contracts/text';
import type { Duty } from '../../api/types';
import { instantOf, localOf } from '../../form/instants';
import { WEEKDAYS } from '../calendar/days';

/** A month, `2026-11`, in instants: from its first midnight until that of the next. */
export function windowOf(month: string, timeZone: string): { readonly from: string; readonly to: string } {
  const midnight = (of: string) => instantOf(`${of}-01T00:00`, timeZone);
  return { from: midnight(month), to: midnight(monthAfter(month, 1)) };
}

/** The month so many months after another. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 + by, 1));
  return at.toISOString().slice(0, 7);
}

/** A month as people write it: 2026年11月, November 2026. */
export function monthInWords(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}

/** The day of an instant, `2026-11-23`. */
export function dayAt(instant: number, timeZone: string): string {
  return localOf(new Date(instant).toISOString(), timeZone).slice(0, 10);
}

/** One day of a month with the stretches whose shifts begin on it. */
export interface DutyDay {
  readonly date: string;
  readonly duties: readonly Duty[];
}

type Dated = Pick<DutyDay, 'date'>;

/** Every day of a month, with its stretches. */
export function daysOf(month: string, duties: readonly Duty[]): DutyDay[] {
  return datesOf(month).map((date) => ({ date, duties: duties.filter((duty) => duty.date === date) }));
}

/** Every day of a month, `2026-11-23`. */
export function datesOf(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}

/** Whether others take turns on a day because it is off. */
export function isOff({ duties }: DutyDay): boolean {
  return duties.some(({ people }) => people.some(({ by }) => by === 'day-off-turn'));
}

/** The day of the week of a day. */
export function weekdayOf({ date }: Dated): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday';
}

/** The weeks of a month, Monday first, with gaps before its first day and after its last. */
export function weeksOf<Day extends Dated>(days: readonly Day[]): (Day | null)[][] {
  const WEEK = 7;
  const first = days[0];
  const before = first ? WEEKDAYS.indexOf(weekdayOf(first)) : 0;
  const cells: (Day | null)[] = [...Array.from({ length: before }, () => null), ...days];
  return Array.from({ length: Math.ceil(cells.length / WEEK) }, (_, week) =>
    Array.from({ length: WEEK }, (_day, index) => cells[week * WEEK + index] ?? null),
  );
}
