import { Card, Tabs } from 'antd';
import { Link } from 'react-router';
import { listQuery } from '../api/queries';
import type { Copy } from '../api/types';
import { useApi } from '../api/use-api';
import { Instant } from '../parts/instant';
import { Page } from '../parts/page';
import { RecordList } from '../parts/record-list';
import { useFilters } from '../parts/use-filters';
import { useLanguage } from '../words/use-language';
import { ReadVerbs } from './copies/read-verbs';

const VIEWS = ['unread', 'read'] as const;
type View = (typeof VIEWS)[number];

/** 抄送我的: the cases that others have shown to me, and whether I have read them. */
export function Copies() {
  const { say } = useLanguage();
  const [{ view }, change] = useFilters(['view']);
  const shown = VIEWS.find((one) => one === view) ?? 'unread';
  return (
    <Page title={say('copies.title')}>
      <Tabs
        activeKey={shown}
        onChange={(next) => change({ view: next === 'unread' ? undefined : next })}
        items={VIEWS.map((one) => ({ key: one, label: say(`copies.view.${one}`) }))}
      />
      <List key={shown} view={shown} />
    </Page>
  );
}

function List({ view }: { readonly view: View }) {
  const { say, pick } = useLanguage();
  const isUnread = view === 'unread';
  return (
    <RecordList<Copy>
      label={say('copies.title')}
      query={listQuery<Copy>(useApi(), '/copies', { unread: isUnread })}
      to={({ caseId }) => `/cases/${caseId}`}
      empty={say(isUnread ? 'copies.noneUnread' : 'copies.none')}
      columns={[
        {
          title: say('task.case'),
          key: 'case',
          render: (_, { caseId }) => <Link to={`/cases/${caseId}`}>{caseId}</Link>,
        },
        { title: say('task.process'), key: 'process', render: (_, row) => pick(row.processTitle, row.process) },
        { title: say('task.subject'), key: 'subject', dataIndex: 'subject' },
        { title: say('copy.by'), key: 'by', render: (_, { by }) => by.name },
        { title: say('copy.at'), key: 'at', render: (_, { at }) => <Instant at={at} /> },
        { title: say('copy.message'), key: 'message', dataIndex: 'message' },
        isUnread
          ? { title: '', key: 'verbs', render: (_, row) => <ReadVerbs copy={row} /> }
          : { title: say('copy.note'), key: 'note', dataIndex: 'note' },
      ]}
      card={(row) => <CopyCard row={row} />}
    />
  );
}

function CopyCard({ row }: { readonly row: Copy }) {
  const { pick } = useLanguage();
  return (
    <Card size="small">
      <div className="card-line card-title">
        <Link to={`/cases/${row.caseId}`}>{row.subject}</Link>
      </div>
      <div className="quiet">
        {row.caseId} · {pick(row.processTitle, row.process)}
      </div>
      <div>
        {row.by.name} <Instant at={row.at} />
      </div>
      {row.message !== '' && <div className="lines">{row.message}</div>}
      {row.note !== '' && <blockquote className="lines said">{row.note}</blockquote>}
      <ReadVerbs copy={row} />
    </Card>
  );
}
