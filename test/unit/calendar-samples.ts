import fc from 'fast-check';
import { chineseHolidays } from '../../models/calendar/holiday-rules';
import { openCalendar, type OpenCalendar } from '../../models/calendar/open-calendar';
import { calendarVersion, type CalendarVersion } from '../../models/contracts/calendar';
import { minuteOf, WEEKDAYS, type OpenRange } from '../../models/contracts/opening-hours';

export const MINUTE_IN_MS = 60_000;
export const HOUR_IN_MS = 3_600_000;
export const DAY_IN_MS = 86_400_000;

const OFFICE: readonly OpenRange[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** What the library knows. */
export const CHINESE = chineseHolidays([]);

/** A week with the same hours on its first days, and closed on the others. */
export function weekOf(ranges: readonly OpenRange[], days = 5): CalendarVersion['week'] {
  return Object.fromEntries(
    WEEKDAYS.map((day, index) => [day, index < days ? [...ranges] : []]),
  ) as CalendarVersion['week'];
}

/** 5×8 with lunch and China's holidays. */
export const FIVE_BY_EIGHT: CalendarVersion = {
  id: '5x8',
  version: 3,
  title: { zh: '5×8', en: '5×8' },
  timeZone: 'Asia/Shanghai',
  week: weekOf(OFFICE),
  holidays: 'cn',
  exceptions: [],
};

/** Always open. */
export const ALWAYS: CalendarVersion = {
  ...FIVE_BY_EIGHT,
  id: '7x24',
  title: { zh: '7×24', en: '7×24' },
  week: weekOf([{ from: '00:00', to: '24:00' }], 7),
  holidays: 'none',
};

/** A calendar like 5×8 but for what is said. */
export function office(changes: Partial<CalendarVersion> = {}): OpenCalendar {
  return openCalendar(calendarVersion.parse({ ...FIVE_BY_EIGHT, ...changes }), CHINESE);
}

/** An instant of Shanghai, `2026-10-09 17:50`. */
export function shanghai(local: string): number {
  return Date.parse(`${local.replace(' ', 'T')}+08:00`);
}

/** The instant as Shanghai's clocks show it. */
export function inShanghai(at: number | string): string {
  return new Date(new Date(at).getTime() + 8 * HOUR_IN_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** Zones with and without summer time, of half hours and quarters, that changed their offset, and one that left out a day. */
export const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Europe/Volgograd',
  'Africa/Casablanca',
  'UTC',
] as const;

// Less would make budgets last for decades.
const LEAST_MINUTES_A_WEEK = 20 * 60;

const minute = fc.integer({ min: 0, max: 1440 });

const ranges = fc.uniqueArray(minute, { maxLength: 8 }).map((minutes) => {
  const sorted = [...minutes].sort((one, other) => one - other);
  const pairs = Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) =>
    sorted.slice(2 * index, 2 * index + 2),
  );
  return pairs.map(([from = 0, to = 0]) => ({ from: timeOf(from), to: timeOf(to) }));
});

const day = fc
  .integer({ min: Date.UTC(2019, 0, 1) / DAY_IN_MS, max: Date.UTC(2029, 11, 31) / DAY_IN_MS })
  .map((number) => new Date(number * DAY_IN_MS).toISOString().slice(0, 10));

/** Any valid calendar: its hours, zone, holidays and exceptions at random. */
export const anyCalendar: fc.Arbitrary<OpenCalendar> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc.record(Object.fromEntries(WEEKDAYS.map((name) => [name, ranges]))),
    holidays: fc.constantFrom('cn', 'none'),
    exceptions: fc.uniqueArray(fc.record({ date: day, ranges }), { selector: ({ date }) => date, maxLength: 30 }),
  })
  .filter(
    (changes) => WEEKDAYS.reduce((sum, name) => sum + minutesOf(changes.week[name] ?? []), 0) > LEAST_MINUTES_A_WEEK,
  )
  .map((changes) => openCalendar(calendarVersion.parse({ ...FIVE_BY_EIGHT, ...changes }), CHINESE));

/** Any instant of ten years, to the millisecond; often on a full minute, where calendars have their edges. */
export const anyInstant = fc.oneof(
  fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2028, 11, 31) }),
  fc
    .integer({ min: Date.UTC(2019, 0, 1) / MINUTE_IN_MS, max: Date.UTC(2028, 11, 31) / MINUTE_IN_MS })
    .map((count) => count * MINUTE_IN_MS),
);

/** Any two instants in their order, mostly within a year and a half, now and then years apart. */
export const anyInterval = fc
  .tuple(
    anyInstant,
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 550 * DAY_IN_MS }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 3000 * DAY_IN_MS }) },
    ),
  )
  .map(([from, lengthInMs]) => [from, from + lengthInMs] as const);

/** Any budget up to about three months of 5×8. */
export const anyBudget = fc.oneof(
  fc.integer({ min: 0, max: 400 * HOUR_IN_MS }),
  fc.integer({ min: 0, max: 400 * 60 }).map((minutes) => minutes * MINUTE_IN_MS),
);

function minutesOf(open: readonly OpenRange[]): number {
  return open.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0);
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
