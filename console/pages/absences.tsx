import { Card, Tabs, Tag } from 'antd';
import { listQuery } from '../api/queries';
import type { Absence } from '../api/types';
import { useApi } from '../api/use-api';
import { PersonName } from '../form/shown-value';
import { Instant } from '../parts/instant';
import { Page } from '../parts/page';
import { PersonLabel } from '../parts/person-label';
import { RecordList } from '../parts/record-list';
import { useFilters } from '../parts/use-filters';
import { useNow } from '../parts/use-now';
import { useLanguage } from '../words/use-language';
import { AbsenceVerbs, AddAbsence } from './absences/absence-verbs';

/** What each view asks of the API. */
const VIEWS = {
  all: {},
  mine: { person: 'me' },
  'standing-in': { substitute: 'me' },
  led: { led: 'true' },
} as const;
const NAMES = Object.keys(VIEWS) as (keyof typeof VIEWS)[];

/** Who is absent or will be, and who acts for them; one's own can be entered here, and those of one's team. */
export function Absences() {
  const { say } = useLanguage();
  const [{ view }, change] = useFilters(['view']);
  const shown = NAMES.find((one) => one === view) ?? 'all';
  return (
    <Page title={say('absences.title')} extra={<AddAbsence />}>
      <p className="quiet">{say('absences.help')}</p>
      <Tabs
        activeKey={shown}
        onChange={(next) => change({ view: next === 'all' ? undefined : next })}
        items={NAMES.map((one) => ({ key: one, label: say(`absences.view.${one}`) }))}
      />
      <List key={shown} view={shown} />
    </Page>
  );
}

function List({ view }: { readonly view: keyof typeof VIEWS }) {
  const { say } = useLanguage();
  return (
    <RecordList<Absence>
      label={say('absences.title')}
      query={listQuery<Absence>(useApi(), '/absences', VIEWS[view])}
      to={({ personId }) => `/people/${personId}`}
      empty={say('absences.none')}
      columns={[
        { title: say('absence.person'), key: 'person', render: (_, { personId }) => <PersonName id={personId} /> },
        {
          title: say('absence.substitute'),
          key: 'substitute',
          render: (_, { substituteId }) => <PersonName id={substituteId} />,
        },
        { title: say('absence.from'), key: 'from', render: (_, { from }) => <Instant at={from} /> },
        { title: say('absence.to'), key: 'to', render: (_, { to }) => <Instant at={to} /> },
        { title: '', key: 'state', render: (_, row) => <State row={row} /> },
        { title: '', key: 'verbs', render: (_, row) => <AbsenceVerbs row={row} /> },
      ]}
      card={(row) => <AbsenceCard row={row} />}
    />
  );
}

function AbsenceCard({ row }: { readonly row: Absence }) {
  const { say } = useLanguage();
  return (
    <Card size="small">
      <div className="card-line card-title">
        <PersonName id={row.personId} />
        <State row={row} />
      </div>
      <div>
        {say('absence.substitute')}
        {say('word.colon')}
        <PersonLabel id={row.substituteId} />
      </div>
      <div className="quiet">
        <Instant at={row.from} /> – <Instant at={row.to} />
      </div>
      <AbsenceVerbs row={row} />
    </Card>
  );
}

function State({ row: { isCancelled, from } }: { readonly row: Absence }) {
  const { say } = useLanguage();
  const now = useNow();
  if (isCancelled) return <Tag>{say('absence.cancelled')}</Tag>;
  return Date.parse(from) <= now ? <Tag color="warning">{say('absence.now')}</Tag> : null;
}
