import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { callbackFiguresQuery } from '../../api/queries';
import type { CallbackFigures, CallbackResultAsked } from '../../api/types';
import { useApi } from '../../api/use-api';
import { monthsOf, spanInWords, type Span } from '../../parts/figure-span';
import type { Figure, FigureLine } from '../../parts/figure-table';
import { FigureTables } from '../../parts/figure-tables';
import { Loaded } from '../../parts/loaded';
import { SpanChoice } from '../../parts/span-choice';
import { useLanguage } from '../../words/use-language';
import { registerWith, type CallbackFilters, type ChangeFilters } from './filters';

type Counts = Omit<CallbackFigures['all'], 'customers' | 'engineers'>;

/** 客户满意度统计表 of a month or a year against the aim: all, and by month, customer and engineer. */
export function CallbackFiguresView({ span, change }: { readonly span: Span; readonly change: ChangeFilters }) {
  const query = useQuery({ ...callbackFiguresQuery(useApi(), monthsOf(span)), placeholderData: keepPreviousData });
  return (
    <div className="stack">
      <SpanChoice span={span} change={change} />
      <Loaded query={query}>{(figures) => <Tables figures={figures} span={span} />}</Loaded>
    </div>
  );
}

function Tables({
  figures: { aimPercent, all, months },
  span,
}: {
  readonly figures: CallbackFigures;
  readonly span: Span;
}) {
  const { say, language } = useLanguage();
  const lineOf = useLine();
  const { customers, engineers, ...counts } = all;
  const tables: readonly (readonly [string, readonly FigureLine[]])[] = [
    [say('figures.all'), [lineOf('all', spanInWords(span, language), counts, span)]],
    [
      say('figures.month'),
      'year' in span
        ? months.map(({ month, ...of }) => lineOf(month, spanInWords({ month }, language), of, { month }))
        : [],
    ],
    [
      say('figures.customer'),
      customers.map(({ customer: { id, name }, ...of }) => lineOf(id, name, of, { ...span, customer: id })),
    ],
    [
      say('fault.engineer'),
      engineers.map(({ engineer: { id, name }, ...of }) => lineOf(id, name, of, { ...span, engineer: id })),
    ],
  ];
  const columns = [
    ...[say('callbackFigures.callbacks'), say('callback.result.reached'), say('callback.result.unreached')],
    ...[say('callback.result.satisfied'), say('callback.result.recovered')],
    ...[say('callbackFigures.percent'), say('callbackFigures.score')],
  ];
  return (
    <>
      <p className="quiet hint">{say('callbackFigures.help', { aim: aimPercent })}</p>
      {all.callbacks === 0 ? (
        <Empty description={say('callbackFigures.none')} />
      ) : (
        <div className="figure-tables wide">
          <FigureTables columns={columns} tables={tables} />
        </div>
      )}
    </>
  );
}

/** A line of figures, each leading to the callbacks that it counts. */
function useLine(): (key: string, name: string, counts: Counts, filters: CallbackFilters) => FigureLine {
  const { say } = useLanguage();
  const percent = (value: number | null) => (value === null ? say('word.none') : `${value}%`);
  return (
    key,
    name,
    { callbacks, reached, unreached, satisfied, recovered, satisfiedPercent, meanScore, isUnderAim },
    filters,
  ) => {
    const opening = (value: number, what: string, result?: CallbackResultAsked): Figure => ({
      value,
      to: registerWith({ ...filters, counted: 'true', ...(result && { result }) }),
      label: say('callbackFigures.open', { of: name, what, count: value }),
    });
    return {
      key,
      name,
      figures: [
        opening(callbacks, say('callbackFigures.callbacks')),
        opening(reached, say('callback.result.reached'), 'reached'),
        opening(unreached, say('callback.result.unreached'), 'unreached'),
        opening(satisfied, say('callback.result.satisfied'), 'satisfied'),
        opening(recovered, say('callback.result.recovered'), 'recovered'),
        {
          value: percent(satisfiedPercent),
          ...(isUnderAim && { wrong: say('callbackFigures.underAim') }),
        },
        { value: percent(meanScore) },
      ],
    };
  };
}
