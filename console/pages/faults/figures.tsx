import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { faultFiguresQuery } from '../../api/queries';
import type { FaultFigures } from '../../api/types';
import { useApi } from '../../api/use-api';
import { GRADE_TITLES, GRADES } from '../../../models/contracts/service-level-names';
import { askedOf, spanInWords, type Span } from '../../parts/figure-span';
import { FigureTable, type Figure, type FigureLine } from '../../parts/figure-table';
import { FigureTables } from '../../parts/figure-tables';
import { Loaded } from '../../parts/loaded';
import { spanOf } from '../../parts/span';
import { SpanChoice } from '../../parts/span-choice';
import { useLanguage } from '../../words/use-language';
import type { ChangeFilters } from './filters';

const MINUTE_IN_MS = 60_000;

type Counts = Omit<FaultFigures['months'][number], 'month'>;

/** 故障统计表 of a month or a year: all, and by month, level, urgency, class, cause, customer and engineer. */
export function FaultFiguresView({ span, change }: { readonly span: Span; readonly change: ChangeFilters }) {
  const query = useQuery({ ...faultFiguresQuery(useApi(), askedOf(span)), placeholderData: keepPreviousData });
  return (
    <div className="stack">
      <SpanChoice span={span} change={change} />
      <Loaded query={query}>{(figures) => <Tables figures={figures} span={span} />}</Loaded>
    </div>
  );
}

function Tables({ figures, span }: { readonly figures: FaultFigures; readonly span: Span }) {
  const { say, pick, language } = useLanguage();
  const figuresOf = useFigures();
  const { months, levels, urgencies, classes, causes, customers, engineers, ...all } = figures;
  const chosen = (lines: FaultFigures['levels']) =>
    lines.map(({ of, ...counts }) => ({ key: of.value, name: pick(of.title), figures: figuresOf(counts) }));
  const tables: readonly (readonly [string, readonly FigureLine[]])[] = [
    [say('figures.all'), [{ key: 'all', name: spanInWords(span, language), figures: figuresOf(all) }]],
    [
      say('figures.month'),
      'year' in span
        ? months.map(({ month, ...counts }) => ({
            ...{ key: month, name: spanInWords({ month }, language), figures: figuresOf(counts) },
          }))
        : [],
    ],
    [say('faultFigures.level'), chosen(levels)],
    [say('fault.urgency'), chosen(urgencies)],
    [say('faultFigures.class'), chosen(classes)],
    [say('faultFigures.cause'), chosen(causes)],
    [
      say('figures.customer'),
      customers.map(({ customer: { id, name }, ...counts }) => ({ key: id, name, figures: figuresOf(counts) })),
    ],
    [
      say('fault.engineer'),
      engineers.map(({ engineer: { id, name }, ...counts }) => ({ key: id, name, figures: figuresOf(counts) })),
    ],
  ];
  const graded: readonly FigureLine[] = [
    { key: 'response', name: say('faultFigures.response'), figures: all.responseGrades.map((value) => ({ value })) },
    { key: 'solution', name: say('faultFigures.solution'), figures: all.solutionGrades.map((value) => ({ value })) },
  ];
  const columns = [
    ...[say('faultFigures.faults'), say('faultFigures.lateResponses'), say('faultFigures.lateSolutions')],
    ...[say('faultFigures.minutes'), say('faultFigures.joined'), say('faultFigures.dropped')],
  ];
  return (
    <>
      <p className="quiet hint">{say('faultFigures.help')}</p>
      {all.faults + all.joined + all.dropped === 0 ? (
        <Empty description={say('faultFigures.none')} />
      ) : (
        <div className="figure-tables">
          <Card size="small">
            <FigureTable
              title={say('faultFigures.grades')}
              columns={GRADES.map((grade) => pick(GRADE_TITLES[grade]))}
              lines={graded}
            />
          </Card>
          <FigureTables columns={columns} tables={tables} />
        </div>
      )}
    </>
  );
}

/** The figures of a line, in the order of the columns. */
function useFigures(): (counts: Counts) => readonly Figure[] {
  const { say } = useLanguage();
  return ({ faults, lateResponses, lateSolutions, meanMinutesToSolve, joined, dropped }) => [
    { value: faults },
    { value: lateResponses },
    { value: lateSolutions },
    { value: meanMinutesToSolve === null ? say('word.none') : spanOf(meanMinutesToSolve * MINUTE_IN_MS, say) },
    { value: joined },
    { value: dropped },
  ];
}
