import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tabs } from 'antd';
import { Link } from 'react-router';
import { FIGURE_READERS } from '../../models/contracts/figure-readers';
import { processesQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { ExportButton } from '../parts/export-button';
import { monthsOf, spanIn } from '../parts/figure-span';
import { Page } from '../parts/page';
import { useFilters } from '../parts/use-filters';
import { useNow } from '../parts/use-now';
import { holdsAny, useMe } from '../session/use-me';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { CallbackFiguresView } from './callbacks/figures';
import { CALLBACK_FILTERS } from './callbacks/filters';
import { DueCallbacks } from './callbacks/due';
import { CallbackRegister } from './callbacks/register';
import { dayAt } from './roster/days';

const VIEWS = ['due', 'register', 'figures'] as const;

/** 客户回访: what is due, every callback with what came of it, and 客户满意度统计表 with the list behind its figures. */
export function Callbacks() {
  const { say } = useLanguage();
  const [filters, change] = useFilters([...CALLBACK_FILTERS, 'view']);
  const readsFigures = holdsAny(useMe(), FIGURE_READERS);
  const views = VIEWS.filter((one) => one !== 'figures' || readsFigures);
  const shown = views.find((one) => one === filters.view) ?? 'due';
  const span = spanIn(filters, dayAt(useNow(), settings().timeZone));
  const { data } = useQuery(processesQuery(useApi()));
  const callback = data?.items.find(({ type }) => type === 'callback');
  return (
    <Page
      title={say('nav.callbacks')}
      extra={
        <Flex wrap gap={8}>
          {shown === 'figures' && <ExportButton list="callback-figures" filters={monthsOf(span)} />}
          {callback?.mayStart && (
            <Link to="/start/callback">
              <Button type="primary" icon={<PlusOutlined aria-hidden />}>
                {say('callbacks.enter')}
              </Button>
            </Link>
          )}
        </Flex>
      }
    >
      <Tabs
        activeKey={shown}
        onChange={(next) => change({ view: next === 'due' ? undefined : next })}
        items={views.map((one) => ({ key: one, label: say(`callbacks.${one}`) }))}
      />
      {shown === 'due' && <DueCallbacks customer={filters.customer} change={change} />}
      {shown === 'register' && <CallbackRegister form={callback?.startForm} filters={filters} change={change} />}
      {shown === 'figures' && <CallbackFiguresView span={span} change={change} />}
    </Page>
  );
}
