import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Flex, Segmented } from 'antd';
import type { ComplaintStatistics } from '../../api/types';
import { complaintStatisticsQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { Loaded } from '../../parts/loaded';
import { useNow } from '../../parts/use-now';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { dayAt } from '../roster/days';
import { FigureTable, type FigureLine } from './figure-table';
import { together } from './figures';
import type { ChangeFilters } from './filters';
import { askedOf, spanAfter, spanInWords, type Span } from './span';

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

function SpanChoice({ span, change }: { readonly span: Span; readonly change: ChangeFilters }) {
  const { say, language } = useLanguage();
  const today = dayAt(useNow(), settings().timeZone);
  const go = (to: Span) => change({ month: undefined, year: undefined, ...to });
  const isOfYear = 'year' in span;
  // From a year to its last month that has been, from a month to its year.
  const other = (): Span => {
    if (!isOfYear) return { year: span.month.slice(0, 4) };
    return { month: today.startsWith(span.year) ? today.slice(0, '2026-11'.length) : `${span.year}-12` };
  };
  return (
    <Flex gap={12} align="center" wrap>
      <Segmented
        aria-label={say('figures.span')}
        value={isOfYear ? 'year' : 'month'}
        onChange={() => go(other())}
        options={[
          { value: 'month', label: say('figures.byMonth') },
          { value: 'year', label: say('figures.byYear') },
        ]}
      />
      <Flex gap={8} align="center">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={say('figures.before')}
          onClick={() => go(spanAfter(span, -1))}
        />
        <strong>{spanInWords(span, language)}</strong>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={say('figures.after')}
          onClick={() => go(spanAfter(span, 1))}
        />
      </Flex>
    </Flex>
  );
}

function Tables({ statistics, span }: { readonly statistics: ComplaintStatistics; readonly span: Span }) {
  const { say, pick, language } = useLanguage();
  const { months, recurringWithinDays } = statistics;
  const { kinds, customers, persons, ...all } = together(months);
  const tables: readonly (readonly [string, readonly FigureLine[]])[] = [
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
                <FigureTable title={title} lines={lines} />
              </Card>
            ))}
        </div>
      )}
    </>
  );
}
