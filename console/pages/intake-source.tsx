import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions } from 'antd';
import { useParams } from 'react-router';
import { intakeSourceQuery } from '../api/queries';
import type { IntakeSource } from '../api/types';
import { useApi } from '../api/use-api';
import { CustomerName } from '../form/shown-value';
import { ChangesCard } from '../parts/changes-card';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { SecretList } from '../parts/secret-list';
import { useLanguage } from '../words/use-language';
import { ConnectCard } from './intake-sources/connect-card';
import { SourceState } from './intake-sources/source-state';
import { SourceVerbs } from './intake-sources/source-verbs';

/** A source of intake: how it is connected, which of its secrets are good, and who changed it. */
export function IntakeSourcePage() {
  const { id = '' } = useParams();
  const query = useQuery(intakeSourceQuery(useApi(), id));
  return (
    <Loaded query={query}>
      {(row) => (
        <Page title={row.name} extra={<SourceVerbs row={row} />}>
          <div className="columns in-order">
            <ConnectCard row={row} />
            <div className="stack">
              <Card className="sooner">
                <Facts row={row} />
              </Card>
              <ChangesCard kind="intake-sources" row={row} />
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Facts({ row }: { readonly row: IntakeSource }) {
  const { say } = useLanguage();
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        { key: 'state', label: say('source.isEnabled'), children: <SourceState row={row} /> },
        { key: 'kind', label: say('source.kind'), children: say(`source.kind.${row.kind}`) },
        { key: 'customer', label: say('source.customer'), children: <CustomerName id={row.customerId} /> },
        row.kind === 'form'
          ? { key: 'contact', label: say('source.contact'), children: row.contact ?? say('word.none') }
          : {
              key: 'recovery',
              label: say('source.closesOnRecovery'),
              children: say(row.closesOnRecovery ? 'word.yes' : 'word.no'),
            },
        {
          key: 'secrets',
          label: say('source.secrets'),
          children: <SecretList secrets={row.secrets} until="source.secretUntil" />,
        },
      ]}
    />
  );
}
