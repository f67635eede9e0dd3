import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Popconfirm, Tag } from 'antd';
import type { DutyChange, Roster } from '../../api/types';
import { newKey } from '../../api/key';
import { useApi } from '../../api/use-api';
import { Instant } from '../../parts/instant';
import { useNow } from '../../parts/use-now';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

/** The changes of who is on duty in a month; managers may cancel what is not over. */
export function DutyChanges({ roster }: { readonly roster: Roster }) {
  const { say } = useLanguage();
  return (
    <Card title={say('roster.changes')}>
      {roster.changes.length === 0 && <span className="quiet">{say('roster.noChanges')}</span>}
      <ul className="cards">
        {roster.changes.map((change) => (
          <li key={change.id}>
            <Change change={change} roster={roster} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Change({ change, roster }: { readonly change: DutyChange; readonly roster: Roster }) {
  const { say } = useLanguage();
  const now = useNow();
  const { person, insteadOf, from, to, reason, enteredBy, isCancelled, swapWith } = change;
  const who =
    insteadOf === null
      ? say('roster.besides', { person: person.name })
      : say('roster.instead', { person: person.name, insteadOf: insteadOf.name });
  return (
    <>
      <div className="card-line">
        <strong>{who}</strong>
        {swapWith !== null && <Tag>{say('roster.kind.swap')}</Tag>}
        {isCancelled && <Tag>{say('absence.cancelled')}</Tag>}
        {roster.may.edit && !isCancelled && Date.parse(to) > now && <Cancel id={change.id} teamId={roster.team.id} />}
      </div>
      <div className="quiet">
        <Instant at={from} /> – <Instant at={to} /> · {say('roster.why', { reason, by: enteredBy.name })}
      </div>
    </>
  );
}

function Cancel({ id, teamId }: { readonly id: string; readonly teamId: string }) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const cancel = async () => {
    try {
      const path = `/teams/${encodeURIComponent(teamId)}/duty-changes/${encodeURIComponent(id)}/cancel`;
      await client.post(path, {}, newKey());
    } catch (error) {
      void message.error(whyOf(error, language));
    }
    await queries.invalidateQueries();
  };
  return (
    <Popconfirm
      title={say('roster.cancelAsk')}
      okText={say('roster.cancel')}
      cancelText={say('action.back')}
      onConfirm={() => void cancel()}
    >
      <Button size="small" danger>
        {say('roster.cancel')}
      </Button>
    </Popconfirm>
  );
}
