import { LegalHoliday } from 'tyme4ts';
import { FIRST_DAY_OF_NEXT_NOTICE, type HolidayDay, type HolidayYear } from '../contracts/holidays';
import { festivalName } from './festivals';

const NEW_YEAR = '元旦';
const NATIONAL_DAY = '国庆'; // or 国庆中秋, when both fall together
const SOURCE = 'tyme4ts';
const DECEMBER = 12;

/** The year as the library knows it from the State Council's notice, or null when it does not know it (yet). */
export function libraryHolidays(year: number): HolidayYear | null {
  const days = [...newYearBefore(year), ...daysOf(year)];
  // The autumn's holidays are in the same notice as the spring's: without them the data are those of a neighbour's notice.
  return days.some(({ name }) => name.zh.startsWith(NATIONAL_DAY)) ? { year, source: SOURCE, days } : null;
}

/** The last days of December that the notice for the next year arranges. */
function newYearBefore(year: number): HolidayDay[] {
  const first = Number(FIRST_DAY_OF_NEXT_NOTICE.slice(-2));
  return [first, first + 1, first + 2, first + 3].flatMap((day) => {
    const holiday = LegalHoliday.fromYmd(year - 1, DECEMBER, day);
    return holiday?.getName() === NEW_YEAR ? [dayOf(holiday)] : [];
  });
}

function daysOf(year: number): HolidayDay[] {
  const days: HolidayDay[] = [];
  let holiday = LegalHoliday.fromYmd(year, 1, 1);
  while (holiday?.getDay().getYear() === year) {
    const isOfNextNotice = holiday.getName() === NEW_YEAR && holiday.getDay().getMonth() === DECEMBER;
    if (!isOfNextNotice) days.push(dayOf(holiday));
    holiday = holiday.next(1);
  }
  return days;
}

function dayOf(holiday: LegalHoliday): HolidayDay {
  const day = holiday.getDay();
  const [month, date] = [day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0'));
  return {
    date: `${day.getYear()}-${month ?? ''}-${date ?? ''}`,
    kind: holiday.isWork() ? 'make-up' : 'off',
    name: festivalName(holiday.getName()),
  };
}
