import { Link } from 'react-router';
import { listQuery } from '../api/queries';
import type { IntakeSource } from '../api/types';
import { useApi } from '../api/use-api';
import { CustomerName } from '../form/shown-value';
import { LinkCard } from '../parts/link-card';
import { Page } from '../parts/page';
import { RecordList } from '../parts/record-list';
import { useLanguage } from '../words/use-language';
import { AddSource } from './intake-sources/add-source';
import { SourceState } from './intake-sources/source-state';

/** 受理渠道: by which public forms and monitoring systems faults come in; for administrators. */
export function IntakeSources() {
  const { say } = useLanguage();
  return (
    <Page title={say('nav.sources')} extra={<AddSource />}>
      <p className="quiet">{say('sources.help')}</p>
      <RecordList<IntakeSource>
        label={say('nav.sources')}
        query={listQuery<IntakeSource>(useApi(), '/intake-sources')}
        to={({ id }) => `/intake-sources/${id}`}
        empty={say('sources.none')}
        columns={[
          {
            title: say('source.name'),
            key: 'name',
            render: (_, { id, name }) => <Link to={`/intake-sources/${id}`}>{name}</Link>,
          },
          { title: say('source.kind'), key: 'kind', render: (_, { kind }) => say(`source.kind.${kind}`) },
          {
            title: say('source.customer'),
            key: 'customer',
            render: (_, { customerId }) => <CustomerName id={customerId} />,
          },
          { title: say('source.isEnabled'), key: 'state', render: (_, row) => <SourceState row={row} /> },
        ]}
        card={(row) => (
          <LinkCard to={`/intake-sources/${row.id}`} title={row.name}>
            <div className="quiet">{say(`source.kind.${row.kind}`)}</div>
            <SourceState row={row} />
          </LinkCard>
        )}
      />
    </Page>
  );
}
