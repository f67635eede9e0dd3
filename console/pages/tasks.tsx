import { Checkbox, Tabs } from 'antd';
import { listQuery } from '../api/queries';
import type { CaseLine } from '../api/types';
import { useApi } from '../api/use-api';
import { ExportButton } from '../parts/export-button';
import { Page } from '../parts/page';
import { RecordList } from '../parts/record-list';
import { useFilters } from '../parts/use-filters';
import { useLanguage } from '../words/use-language';
import { CaseCard, useCaseColumns } from './case/case-line';
import { Inbox } from './tasks/inbox';

const VIEWS = ['open', 'claimed', 'started', 'decided'] as const;

const STARTED = { list: 'cases', filters: { applicant: 'me' } } as const;

/** The inbox: what is mine to do, what is mine alone, what I started, what I decided. */
export function Tasks() {
  const { say } = useLanguage();
  const [{ view = 'open', paused }, change] = useFilters(['view', 'paused']);
  const shown = VIEWS.find((one) => one === view) ?? 'open';
  const mayBePaused = shown === 'open' || shown === 'claimed';
  const filters = { view: shown, ...(mayBePaused && paused === 'true' ? { paused } : {}) };
  return (
    <Page
      title={say('tasks.title')}
      extra={<ExportButton {...(shown === 'started' ? STARTED : { list: 'tasks', filters })} />}
    >
      <Tabs
        activeKey={shown}
        onChange={(next) => change({ view: next === 'open' ? undefined : next })}
        items={VIEWS.map((one) => ({ key: one, label: say(`tasks.${one}`) }))}
      />
      {mayBePaused && (
        <div className="filters">
          <Checkbox
            checked={paused === 'true'}
            onChange={({ target }) => change({ paused: target.checked ? 'true' : undefined })}
          >
            {say('tasks.paused')}
          </Checkbox>
        </div>
      )}
      {shown === 'started' ? <Started /> : <Inbox key={shown} view={shown} paused={filters.paused} />}
    </Page>
  );
}

function Started() {
  const { say } = useLanguage();
  const client = useApi();
  const columns = useCaseColumns();
  return (
    <RecordList<CaseLine>
      label={say('tasks.started')}
      query={listQuery<CaseLine>(client, '/cases', STARTED.filters)}
      columns={columns}
      card={(row) => <CaseCard row={row} />}
      to={(row) => `/cases/${row.id}`}
      empty={say('tasks.noneStarted')}
    />
  );
}
