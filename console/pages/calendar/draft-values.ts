import type { CalendarDraft } from '../../api/types';
import { WEEKDAYS } from './days';

type Range = CalendarDraft['calendar']['week']['monday'][number];

/** A draft as its form holds it: hours are text. */
export interface DraftValues {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly timeZone: string;
  readonly holidays: CalendarDraft['calendar']['holidays'];
  readonly week: Readonly<Record<(typeof WEEKDAYS)[number], string>>;
  readonly exceptions?: readonly { readonly date: string; readonly hours?: string; readonly title?: string }[];
  readonly holidayYears?: CalendarDraft['holidayYears'];
}

/** Hours as they are typed, `08:30-12:00, 13:30-18:00`. */
export function textOf(ranges: readonly Range[]): string {
  return ranges.map(({ from, to }) => `${from}-${to}`).join(', ');
}

/** What was typed as ranges; null for what are none. */
export function rangesOf(text: string | undefined): Range[] | null {
  const plain = (text ?? '').replaceAll(/\s*[-–—~～]\s*/g, '-').replaceAll('：', ':');
  const parts = plain.split(/[\s,，、;；]+/).filter((part) => part !== '');
  const ranges = parts.map((part) => /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/.exec(part));
  return ranges.every((range) => range !== null)
    ? ranges.map((range) => ({ from: timeOf(range[1]), to: timeOf(range[2]) }))
    : null;
}

/** What a form holds of a draft. */
export function valuesOf({ calendar, holidayYears }: Pick<CalendarDraft, 'calendar' | 'holidayYears'>): DraftValues {
  const { title, timeZone, holidays, week, exceptions } = calendar;
  return {
    ...{ titleZh: title.zh, titleEn: title.en, timeZone, holidays },
    week: Object.fromEntries(WEEKDAYS.map((day) => [day, textOf(week[day])])) as DraftValues['week'],
    exceptions: exceptions.map(({ date, ranges, title: why }) => ({
      ...{ date, hours: textOf(ranges) },
      ...(why === undefined ? {} : { title: why }),
    })),
    holidayYears,
  };
}

/** What the API is sent of a form. */
export function bodyOf(values: DraftValues, base: number) {
  const { titleZh, titleEn, timeZone, holidays, week, exceptions = [], holidayYears = [] } = values;
  return {
    base,
    calendar: {
      title: { zh: titleZh, en: titleEn },
      ...{ timeZone, holidays },
      week: Object.fromEntries(WEEKDAYS.map((day) => [day, rangesOf(week[day]) ?? []])),
      exceptions: exceptions.map(({ date, hours, title }) => ({
        ...{ date, ranges: rangesOf(hours) ?? [] },
        ...(title ? { title } : {}),
      })),
    },
    holidayYears,
  };
}

/** The place of the form for a fault that the API found at a place of the body. */
export function placeOf(path: readonly (string | number)[]): readonly (string | number)[] {
  const [, ...inCalendar] = path;
  if (path[0] === 'holidayYears') return path;
  if (inCalendar[0] === 'title') return [inCalendar[1] === 'en' ? 'titleEn' : 'titleZh'];
  if (inCalendar[0] === 'week') return inCalendar.length > 1 ? inCalendar.slice(0, 2) : ['week', 'monday'];
  if (inCalendar[0] === 'exceptions' && inCalendar[2] === 'ranges') return ['exceptions', inCalendar[1] ?? 0, 'hours'];
  return inCalendar;
}

/** What a new calendar begins with. */
export const NEW_CALENDAR: DraftValues = {
  ...{ titleZh: '', titleEn: '', timeZone: 'Asia/Shanghai', holidays: 'cn', exceptions: [], holidayYears: [] },
  week: Object.fromEntries(
    WEEKDAYS.map((day, index) => [day, index < 5 ? '08:30-12:00, 13:30-18:00' : '']),
  ) as DraftValues['week'],
};

function timeOf(text = ''): string {
  return text.padStart(5, '0');
}
