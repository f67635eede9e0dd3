import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tabs } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { processesQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { ExportButton } from '../parts/export-button';
import { Page } from '../parts/page';
import { useFilters } from '../parts/use-filters';
import { useNow } from '../parts/use-now';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { COMPLAINT_FILTERS } from './complaints/filters';
import { askedOf, spanIn } from '../parts/figure-span';
import { Register } from './complaints/register';
import { Statistics } from './complaints/statistics';
import { dayAt } from './roster/days';

const VIEWS = ['register', 'statistics'] as const;

/** 投诉登记: the complaints that the person may see, and 投诉统计表 with the list behind its figures. */
export function Complaints() {
  const { say } = useLanguage();
  const [filters, change] = useFilters([...COMPLAINT_FILTERS, 'view']);
  const shown = VIEWS.find((one) => one === filters.view) ?? 'register';
  const span = spanIn(filters, dayAt(useNow(), settings().timeZone));
  const { data } = useQuery(processesQuery(useApi()));
  const complaint = data?.items.find(({ type }) => type === 'complaint');
  return (
    <Page
      title={say('nav.complaints')}
      extra={
        <Flex wrap gap={8}>
          {shown === 'statistics' && <ExportButton list="complaint-statistics" filters={askedOf(span)} />}
          {complaint?.mayStart && (
            <Link to="/start/complaint">
              <Button type="primary" icon={<PlusOutlined aria-hidden />}>
                {say('complaints.enter')}
              </Button>
            </Link>
          )}
        </Flex>
      }
    >
      <Tabs
        activeKey={shown}
        onChange={(next) => change({ view: next === 'register' ? undefined : next })}
        items={VIEWS.map((one) => ({ key: one, label: say(`complaints.${one}`) }))}
      />
      {shown === 'statistics' ? (
        <Statistics span={span} change={change} />
      ) : (
        <Register form={complaint?.startForm} filters={filters} change={change} />
      )}
    </Page>
  );
}
