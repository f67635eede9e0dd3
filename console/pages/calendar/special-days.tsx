import { Tag } from 'antd';
import type { CalendarDay } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import { hoursOf, lookOf, specialRuns } from './days';

const COLOURS = {
  holiday: 'error',
  'make-up': 'processing',
  exception: 'warning',
  week: 'default',
  weekend: 'default',
} as const;

/** The days of a year that are not as the week has them, as a list. */
export function SpecialDays({ year, days }: { readonly year: number; readonly days: readonly CalendarDay[] }) {
  const { say, pick } = useLanguage();
  const runs = specialRuns(days);
  const title = say('calendar.special', { year });
  return (
    <section>
      <h3>{title}</h3>
      {runs.length === 0 && <span className="quiet">{say('calendar.noSpecial')}</span>}
      <ul className="special" aria-label={title}>
        {runs.map(({ from, to }) => (
          <li key={from.date}>
            <span className="nowrap">{from === to ? from.date : `${from.date} – ${to.date.slice(5)}`}</span>
            <Tag color={COLOURS[lookOf(from)]}>{say(`calendar.rule.${lookOf(from)}`)}</Tag>
            <span>{pick(from.title)}</span>
            {from.rule === 'exception' && <span className="quiet">{hoursOf(from.ranges, say)}</span>}
            {from.isProvisional && <span className="quiet">{say('calendar.provisional')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
