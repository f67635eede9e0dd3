import { LunarDay, SolarTerm } from 'tyme4ts';
import type { HolidayDay, HolidayYear } from '../contracts/holidays';
import { dateOf, dayNumber, type DayNumber } from './days';
import { festivalName } from './festivals';

/**
 * The days off that the law itself names (《全国年节及纪念日放假办法》, as of 2025), for a year whose notice is not out:
 * 13 days, lunar ones computed, no bridges and no make-up days. The notice will add to them, so all of it is provisional.
 */
export function statutoryDays(year: number): HolidayYear {
  const newYear = lunar(year, 1, 1);
  const days = [
    ...off('元旦', dayNumber(`${year}-01-01`), 1),
    ...off('春节', newYear - 1, 4),
    ...off('清明', qingming(year), 1),
    ...off('劳动节', dayNumber(`${year}-05-01`), 2),
    ...off('端午', lunar(year, 5, 5), 1),
    ...off('中秋', lunar(year, 8, 15), 1),
    ...off('国庆', dayNumber(`${year}-10-01`), 3),
  ];
  // 中秋 may fall on 国庆: one day, the first name stands.
  const distinct = days.filter(({ date }, place) => days.findIndex((one) => one.date === date) === place);
  return { year, source: '全国年节及纪念日放假办法', days: distinct };
}

function off(name: string, first: DayNumber, count: number): HolidayDay[] {
  return Array.from({ length: count }, (_, index) => ({
    date: dateOf(first + index),
    kind: 'off',
    name: festivalName(name),
  }));
}

function lunar(year: number, month: number, day: number): DayNumber {
  return numberOf(LunarDay.fromYmd(year, month, day).getSolarDay());
}

function qingming(year: number): DayNumber {
  return numberOf(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay());
}

function numberOf(day: { getYear(): number; getMonth(): number; getDay(): number }): DayNumber {
  return Math.round(Date.UTC(day.getYear(), day.getMonth() - 1, day.getDay()) / 86_400_000);
}
