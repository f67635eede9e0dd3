import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { cutoversQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useFilters } from '../parts/use-filters';
import { useNow } from '../parts/use-now';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { CutoverMonth } from './cutovers/cutover-month';
import { dayAt, monthAfter, monthInWords, windowOf } from './roster/days';

/** The calendar of cutovers: the windows of a month, and the days on which nothing is cut over. */
export function Cutovers() {
  const { say, language } = useLanguage();
  const { timeZone } = settings();
  const today = dayAt(useNow(), timeZone);
  const [filters, change] = useFilters(['month']);
  const month = /^\d{4}-\d{2}$/.test(filters.month ?? '') ? (filters.month ?? '') : today.slice(0, 7);
  const query = useQuery({ ...cutoversQuery(useApi(), windowOf(month, timeZone)), placeholderData: keepPreviousData });
  const move = (by: number) => change({ month: monthAfter(month, by) });
  return (
    <Page title={say('nav.cutovers')}>
      <div className="stack">
        <Flex gap={8} align="center">
          <Button icon={<LeftOutlined aria-hidden />} aria-label={say('roster.before')} onClick={() => move(-1)} />
          <strong>{monthInWords(month, language)}</strong>
          <Button icon={<RightOutlined aria-hidden />} aria-label={say('roster.after')} onClick={() => move(1)} />
        </Flex>
        <p className="quiet hint">{say('cutovers.legend')}</p>
        <Loaded query={query}>
          {(cutovers) => (
            <>
              {cutovers.hasMore && (
                <Alert type="warning" showIcon title={say('cutovers.hasMore', { count: cutovers.items.length })} />
              )}
              <CutoverMonth
                key={month}
                cutovers={cutovers}
                month={month}
                today={today}
                label={say('cutovers.month', { month: monthInWords(month, language) })}
              />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}
