import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tabs } from 'antd';
import { Link } from 'react-router';
import { FAULT_FIGURE_READERS } from '../../models/contracts/fault-readers';
import { processesQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { ExportButton } from '../parts/export-button';
import { askedOf, spanIn } from '../parts/figure-span';
import { Page } from '../parts/page';
import { useFilters } from '../parts/use-filters';
import { useNow } from '../parts/use-now';
import { holdsAny, useMe } from '../session/use-me';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { FaultBoard } from './faults/board';
import { FaultFiguresView } from './faults/figures';
import { FAULT_FILTERS } from './faults/filters';
import { FaultRegister } from './faults/register';
import { dayAt } from './roster/days';

const VIEWS = ['board', 'register', 'figures'] as const;

/** 故障服务台: the open faults with their running clocks, 维护记录库, and 故障统计表. */
export function Faults() {
  const { say } = useLanguage();
  const [filters, change] = useFilters([...FAULT_FILTERS, 'view']);
  const readsFigures = holdsAny(useMe(), FAULT_FIGURE_READERS);
  const views = VIEWS.filter((one) => one !== 'figures' || readsFigures);
  const shown = views.find((one) => one === filters.view) ?? 'board';
  const span = spanIn(filters, dayAt(useNow(), settings().timeZone));
  const { data } = useQuery(processesQuery(useApi()));
  const fault = data?.items.find(({ type }) => type === 'fault');
  return (
    <Page
      title={say('nav.faults')}
      extra={
        <Flex wrap gap={8}>
          {shown === 'figures' && <ExportButton list="fault-figures" filters={askedOf(span)} />}
          {fault?.mayStart && (
            <Link to="/start/fault">
              <Button type="primary" icon={<PlusOutlined aria-hidden />}>
                {say('faults.enter')}
              </Button>
            </Link>
          )}
        </Flex>
      }
    >
      <Tabs
        activeKey={shown}
        onChange={(next) => change({ view: next === 'board' ? undefined : next })}
        items={views.map((one) => ({ key: one, label: say(`faults.${one}`) }))}
      />
      {shown === 'board' && <FaultBoard />}
      {shown === 'register' && <FaultRegister form={fault?.startForm} filters={filters} change={change} />}
      {shown === 'figures' && <FaultFiguresView span={span} change={change} />}
    </Page>
  );
}
