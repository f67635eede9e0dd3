import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { Callback } from '../../api/types';
import { Due } from '../../parts/due';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';
import { CaseState } from '../case/case-line';
import { Attempts } from './attempts';
import { CallbackResult } from './result';

/** The columns of what is due, which show for whom it waits, and of the register, which show what came of it. */
export function useCallbackColumns(of: 'open' | 'all'): readonly TableColumnType<Callback>[] {
  const { say, pick } = useLanguage();
  const columns: readonly TableColumnType<Callback>[] = [
    {
      title: say('task.case'),
      key: 'id',
      render: (_, { id, startedAt }) => (
        <>
          <Link to={`/cases/${id}`} className="nowrap">
            {id}
          </Link>
          <div className="quiet">
            <Instant at={startedAt} />
          </div>
        </>
      ),
    },
    {
      title: say('callback.contact'),
      key: 'contact',
      render: (_, { contact, customer, means }) => (
        <div className="bounded-name">
          {contact} <span className="quiet">{pick(means.title)}</span>
          <div className="quiet">{customer?.name}</div>
        </div>
      ),
    },
    {
      title: say('callback.about'),
      key: 'about',
      render: (_, { reason, about, workers }) => (
        <>
          {pick(reason.title)}
          {about !== null && (
            <div>
              <Link to={`/cases/${about}`} className="nowrap">
                {about}
              </Link>
            </div>
          )}
          <div className="quiet bounded-name">{workers.map(({ name }) => name).join(say('word.separator'))}</div>
        </>
      ),
    },
  ];
  const attempts = { title: say('callback.attempts'), key: 'attempts', render: attemptsOf };
  return of === 'open'
    ? [
        ...columns,
        { title: say('fault.waiting'), key: 'waiting', render: (_, row) => <Waiting row={row} /> },
        attempts,
        { title: say('task.due'), key: 'due', render: dueOf },
      ]
    : [
        ...columns,
        attempts,
        { title: say('cases.state'), key: 'state', render: (_, row) => <CaseState row={row} /> },
        { title: say('callback.result'), key: 'result', render: (_, row) => <CallbackResult row={row} /> },
      ];
}

const attemptsOf = (_: unknown, row: Callback) => (
  <div className="bounded-time">
    <Attempts row={row} />
  </div>
);

const dueOf = (_: unknown, row: Callback) => (
  <div className="bounded-time">
    <WhenDue row={row} />
  </div>
);

function Waiting({ row }: { readonly row: Callback }) {
  const { pick } = useLanguage();
  return (
    <div className="bounded">
      {pick(row.stageTitle, row.stage)}
      <div className="quiet">{row.waitingFor}</div>
    </div>
  );
}

/** Until when somebody has to do something, or when the next attempt can be made. */
export function WhenDue({ row: { dueAt, isDueProvisional, nextAttemptAt } }: { readonly row: Callback }) {
  const { say } = useLanguage();
  if (nextAttemptAt === null) return <Due at={dueAt} isOpen isProvisional={isDueProvisional} />;
  return (
    <span className="quiet">
      {say('callback.nextAttempt')}
      {say('word.colon')}
      <Instant at={nextAttemptAt} />
    </span>
  );
}
