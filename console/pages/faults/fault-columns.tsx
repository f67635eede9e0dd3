import type { TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { Fault } from '../../api/types';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';
import { CaseState } from '../case/case-line';
import { FaultClocks } from './clocks';
import { Grading } from './grading';

/** The columns of the board, which shows what runs, and of the register, which shows what came of it. */
export function useFaultColumns(of: 'open' | 'all'): readonly TableColumnType<Fault>[] {
  const { say } = useLanguage();
  const columns: readonly TableColumnType<Fault>[] = [
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
      title: say('fault.fault'),
      key: 'fault',
      render: (_, row) => (
        <div className="bounded">
          {row.subject}
          <div className="quiet">{[row.customer?.name, row.device?.name].filter(Boolean).join(' · ')}</div>
          <Grading row={row} />
        </div>
      ),
    },
    {
      title: say('fault.reporter'),
      key: 'reporter',
      render: (_, { reporter }) => (
        <>
          {reporter.name}
          <div className="quiet nowrap">{reporter.phone}</div>
        </>
      ),
    },
    {
      title: say('fault.engineer'),
      key: 'engineer',
      render: (_, { engineer, state }) =>
        engineer?.name ?? (state === 'open' && <span className="quiet">{say('fault.untaken')}</span>),
    },
  ];
  return of === 'open'
    ? [
        ...columns,
        { title: say('fault.waiting'), key: 'waiting', render: (_, row) => <Waiting row={row} /> },
        { title: say('fault.clocks'), key: 'clocks', render: (_, row) => <FaultClocks row={row} /> },
      ]
    : [
        ...columns,
        {
          title: say('cases.state'),
          key: 'state',
          render: (_, row) => (
            <>
              <CaseState row={row} />
              <FaultClocks row={row} />
            </>
          ),
        },
        { title: say('fault.causeAndSolution'), key: 'cause', render: (_, row) => <CauseAndSolution row={row} /> },
      ];
}

function Waiting({ row }: { readonly row: Fault }) {
  const { pick } = useLanguage();
  return (
    <div className="bounded">
      {pick(row.stageTitle, row.stage)}
      <div className="quiet">{row.waitingFor}</div>
    </div>
  );
}

/** Why it happened, and what solved it. */
export function CauseAndSolution({ row: { cause, solution } }: { readonly row: Fault }) {
  const { say, pick } = useLanguage();
  if (cause === null && solution === null) return <span className="quiet">{say('fault.unknown')}</span>;
  return (
    <div className="bounded">
      {cause && `${pick(cause.kind.title)}${say('word.colon')}${cause.words}`}
      {solution !== null && <div className="quiet">{solution}</div>}
    </div>
  );
}
