import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex } from 'antd';
import { calendarYearQuery } from '../../api/queries';
import type { CalendarDay, CalendarYear } from '../../api/types';
import { useApi } from '../../api/use-api';
import { Loaded } from '../../parts/loaded';
import { useLanguage } from '../../words/use-language';
import { Legend } from './legend';
import { Month } from './month';
import { SpecialDays } from './special-days';

const HOUR_IN_MS = 3_600_000;

interface Props {
  readonly id: string;
  readonly version: 'draft' | undefined;
  readonly year: number;
  readonly choose: (year: number) => void;
}

/** A year of a calendar: twelve months with a legend, and the same again as a list. */
export function YearCard({ id, version, year, choose }: Props) {
  const { say } = useLanguage();
  const query = useQuery(calendarYearQuery(useApi(), id, year, version));
  return (
    <Card
      title={say('calendar.yearView')}
      extra={
        <Flex gap={8} align="center">
          <Button
            size="small"
            icon={<LeftOutlined aria-hidden />}
            aria-label={say('calendar.previousYear')}
            onClick={() => choose(year - 1)}
          />
          <strong aria-live="polite">{say('calendar.yearOf', { year })}</strong>
          <Button
            size="small"
            icon={<RightOutlined aria-hidden />}
            aria-label={say('calendar.nextYear')}
            onClick={() => choose(year + 1)}
          />
        </Flex>
      }
    >
      <Loaded query={query}>{(shown) => <Year shown={shown} />}</Loaded>
    </Card>
  );
}

function Year({ shown }: { readonly shown: CalendarYear }) {
  const { say } = useLanguage();
  const { year, openDays, openInMs, holidaysFrom, days } = shown;
  const hours = Math.round((10 * openInMs) / HOUR_IN_MS) / 10;
  return (
    <div className="stack">
      <div className="card-line">
        <span>{say('calendar.sum', { days: openDays, hours })}</span>
        {holidaysFrom !== null && holidaysFrom !== 'computed' && (
          <span className="quiet">{say(`calendar.from.${holidaysFrom}`)}</span>
        )}
      </div>
      {holidaysFrom === 'computed' && <Alert type="warning" showIcon title={say('calendar.from.computed')} />}
      <Legend />
      <div className="year">
        {monthsOf(days).map((month) => (
          <Month key={month[0]?.date} days={month} />
        ))}
      </div>
      <SpecialDays year={year} days={days} />
    </div>
  );
}

function monthsOf(days: readonly CalendarDay[]): CalendarDay[][] {
  return Array.from({ length: 12 }, (_, month) => days.filter(({ date }) => Number(date.slice(5, 7)) === month + 1));
}
