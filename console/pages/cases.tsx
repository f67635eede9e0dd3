import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { CASE_STATES } from '../../models/codes';
import { STATE_TITLES } from '../../models/contracts/waiting';
import { listQuery, processesQuery } from '../api/queries';
import type { CaseLine } from '../api/types';
import { useApi } from '../api/use-api';
import { ExportButton } from '../parts/export-button';
import { Page } from '../parts/page';
import { RecordList } from '../parts/record-list';
import { SearchField } from '../parts/search-field';
import { useFilters } from '../parts/use-filters';
import { holdsAny, useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { CaseCard, useCaseColumns } from './case/case-line';

const FILTERS = ['q', 'state', 'process', 'applicant', 'breached', 'needsAttention', 'customer'] as const;

/** Every case that the person may see, filtered; the filters stand in the address. */
export function Cases() {
  const { say, pick } = useLanguage();
  const client = useApi();
  const me = useMe();
  const [filters, change] = useFilters(FILTERS);
  const columns = useCaseColumns();
  const { data: processes } = useQuery(processesQuery(client));
  return (
    <Page title={say('cases.title')} extra={<ExportButton list="cases" filters={filters} />}>
      <div className="filters">
        <SearchField value={filters.q ?? ''} hint={say('cases.search')} onSearch={(q) => change({ q })} />
        <Select
          aria-label={say('cases.state')}
          placeholder={say('cases.state')}
          allowClear
          value={filters.state ?? null}
          onChange={(state: string | null) => change({ state: state ?? undefined })}
          options={CASE_STATES.map((state) => ({ value: state, label: pick(STATE_TITLES[state]) }))}
        />
        <Select
          aria-label={say('cases.process')}
          placeholder={say('cases.process')}
          allowClear
          value={filters.process ?? null}
          onChange={(process: string | null) => change({ process: process ?? undefined })}
          options={(processes?.items ?? []).map(({ type, title }) => ({ value: type, label: pick(title) }))}
        />
        <Checkbox
          checked={filters.applicant === 'me'}
          onChange={({ target }) => change({ applicant: target.checked ? 'me' : undefined })}
        >
          {say('cases.mine')}
        </Checkbox>
        <Checkbox
          checked={filters.breached === 'true'}
          onChange={({ target }) => change({ breached: target.checked ? 'true' : undefined })}
        >
          {say('cases.breached')}
        </Checkbox>
        {holdsAny(me, ['admin']) && (
          <Checkbox
            checked={filters.needsAttention === 'true'}
            onChange={({ target }) => change({ needsAttention: target.checked ? 'true' : undefined })}
          >
            {say('cases.attention')}
          </Checkbox>
        )}
        {Object.keys(filters).length > 0 && (
          <Button type="link" onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}>
            {say('action.clear')}
          </Button>
        )}
      </div>
      <RecordList<CaseLine>
        label={say('cases.title')}
        query={listQuery<CaseLine>(client, '/cases', filters)}
        columns={columns}
        card={(row) => <CaseCard row={row} />}
        to={(row) => `/cases/${row.id}`}
        empty={say('cases.none')}
      />
    </Page>
  );
}
