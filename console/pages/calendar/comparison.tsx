import { Alert } from 'antd';
import type { CalendarComparison } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import { PagedTable } from '../import/paged-table';
import { hoursOf, lookOf, type Plan } from './days';

type Changed = CalendarComparison['days'][number];

/** What publishing would change: how many days and cases, which parts, and each day before and after. */
export function Comparison({ comparison }: { readonly comparison: CalendarComparison }) {
  const { say, pick } = useLanguage();
  const { parts, changedDays, firstYear, lastYear, runningCases, days, base, certainDays } = comparison;
  if (base > 0 && parts.length === 0) return <span className="quiet">{say('calendar.nothingChanged')}</span>;
  const planned = (plan: Plan | null) =>
    plan === null
      ? say('word.none')
      : [
          say(`calendar.rule.${lookOf(plan)}`),
          pick(plan.title),
          hoursOf(plan.ranges, say),
          plan.isProvisional ? say('calendar.provisional') : '',
        ]
          .filter((part) => part !== '')
          .join(' · ');
  const dayOf = ({ date, weekday }: Changed) => `${date} ${say(`weekday.${weekday}`)}`;
  return (
    <div className="stack">
      <Alert
        type="info"
        showIcon
        title={say('calendar.changes', { first: firstYear, last: lastYear, days: changedDays, cases: runningCases })}
        description={
          <>
            {say('calendar.parts', {
              parts: parts.map((part) => say(`calendar.${part}`)).join(say('word.separator')),
            })}
            {certainDays > 0 && <div>{say('calendar.certain', { days: certainDays })}</div>}
          </>
        }
      />
      {days.length > 0 && (
        <PagedTable<Changed>
          label={say('calendar.publishTitle')}
          items={days}
          total={changedDays}
          keyOf={({ date }) => date}
          columns={[
            { title: say('calendar.day'), key: 'day', className: 'nowrap', render: (_, day) => dayOf(day) },
            { title: say('calendar.before'), key: 'before', render: (_, { before }) => planned(before) },
            { title: say('calendar.after'), key: 'after', render: (_, { after }) => planned(after) },
          ]}
          card={(day) => (
            <>
              <div className="card-title">{dayOf(day)}</div>
              <div className="quiet">{planned(day.before)}</div>
              <div>→ {planned(day.after)}</div>
            </>
          )}
        />
      )}
    </div>
  );
}
