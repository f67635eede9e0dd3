import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import type { ComplaintStatistics } from '../../api/types';
import { complaintStatisticsQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { askedOf, spanInWords, type Span } from '../../parts/figure-span';
import { Loaded } from '../../parts/loaded';
import { SpanChoice } from '../../parts/span-choice';
import { useLanguage } from '../../words/use-language';
import { ComplaintTable, type ComplaintFigures } from './figure-table';
import { together } from './figures';
import type { ChangeFilters } from './filters';

/** 投诉统计表 of a month or a year: all, and by month, kind, customer and person. */
export function Statistics({ span, change }: { readonly span: Span; readonly change: ChangeFilters }) {
  const query = useQuery({ ...complaintStatisticsQuery(useApi(), askedOf(span)), placeholderData: keepPreviousData });
  return (
    <div className="stack">
      <SpanChoice span={span} change={change} />
      <Loaded query={query}>{(statistics) => <Tables statistics={statistics} span={span} />}</Loaded>
    </div>
  );
}

function Tables({ statistics, span }: { readonly statistics: ComplaintStatistics; readonly span: Span }) {
  const { say, pick, language } = useLanguage();
  const { months, recurringWithinDays } = statistics;
  const { kinds, customers, persons, ...all } = together(months);
  const tables: readonly (readonly [string, readonly ComplaintFigures[]])[] = [
    [say('figures.all'), [{ key: 'all', name: spanInWords(span, language), counts: all, filters: span }]],
    [
      say('figures.month'),
      'year' in span
        ? months.map(({ month, ...counts }) => ({
            ...{ key: month, name: spanInWords({ month }, language), counts, filters: { month } },
          }))
        : [],
    ],
    [
      say('complaint.kind'),
      kinds.map(({ kind, title, ...counts }) => ({
        ...{ key: kind, name: pick(title), counts, filters: { ...span, kind } },
      })),
    ],
    [
      say('figures.customer'),
      customers.map(({ customer: { id, name }, ...counts }) => ({
        ...{ key: id, name, counts, filters: { ...span, customer: id } },
      })),
    ],
    [
      say('complaint.persons'),
      persons.map(({ person: { id, name }, ...counts }) => ({
        ...{ key: id, name, counts, filters: { ...span, person: id } },
      })),
    ],
  ];
  return (
    <>
      <p className="quiet hint">{say('figures.help', { days: recurringWithinDays })}</p>
      {all.complaints === 0 ? (
        <Empty description={say('figures.none')} />
      ) : (
        <div className="figure-tables">
          {tables
            .filter(([, lines]) => lines.length > 0)
            .map(([title, lines]) => (
              <Card key={title} size="small">
                <ComplaintTable title={title} lines={lines} />
              </Card>
            ))}
        </div>
      )}
    </>
  );
}
