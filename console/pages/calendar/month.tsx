import type { CalendarDay } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import { hoursOf, lookOf, markOf, WEEKDAYS } from './days';

/** A month as a table of weeks; each day tells in words what its colour and letter tell the eye. */
export function Month({ days }: { readonly days: readonly CalendarDay[] }) {
  const { say, language } = useLanguage();
  const first = days[0];
  if (!first) return null;
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { month: 'long', timeZone: 'UTC' });
  const name = format.format(new Date(`${first.date}T00:00:00Z`));
  return (
    <table className="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={say(`weekday.${weekday}`)}>
              {shortOf(say(`weekday.${weekday}`), language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, index) => (day === null ? <td key={WEEKDAYS[index]} /> : <Day key={day.date} day={day} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { readonly day: CalendarDay }) {
  const { say, pick } = useLanguage();
  const look = lookOf(day);
  const words = [
    say(`calendar.rule.${look}`),
    pick(day.title),
    hoursOf(day.ranges, say),
    day.isProvisional ? say('calendar.provisional') : '',
  ].filter((part) => part !== '');
  return (
    <td className={`day day-${look}${day.isProvisional ? ' day-provisional' : ''}`} title={words.join(' · ')}>
      <span aria-hidden>{Number(day.date.slice(8))}</span>
      <span aria-hidden className="day-mark">
        {markOf(day, say)}
      </span>
      <span className="unseen">{[day.date, ...words].join(' ')}</span>
    </td>
  );
}

function weeksOf(days: readonly CalendarDay[]): (CalendarDay | null)[][] {
  const before = WEEKDAYS.indexOf(days[0]?.weekday ?? 'monday');
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Math.ceil(cells.length / WEEKDAYS.length);
  return Array.from({ length: weeks }, (_, week) => WEEKDAYS.map((_day, index) => cells[week * 7 + index] ?? null));
}

function shortOf(weekday: string, language: 'zh' | 'en'): string {
  return language === 'zh' ? weekday.slice(-1) : weekday.slice(0, 2);
}
