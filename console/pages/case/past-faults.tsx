import { useInfiniteQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { Link } from 'react-router';
import { FAULT_READERS } from '../../../models/contracts/fault-readers';
import { listQuery } from '../../api/queries';
import type { Case, Fault } from '../../api/types';
import { useApi } from '../../api/use-api';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { holdsAny, useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { CauseAndSolution } from '../faults/fault-columns';
import { CaseState } from './case-line';

const SHOWN = 10;

/** The past faults of the device that a fault is about, for the company's own people; nothing where it is about none. */
export function PastFaults({ row }: { readonly row: Case }) {
  const device = row.request?.values.device;
  const mayRead = holdsAny(useMe(), FAULT_READERS);
  if (row.process !== 'fault' || typeof device !== 'string' || !mayRead) return null;
  return <OfDevice caseId={row.id} device={device} />;
}

function OfDevice({ caseId, device }: { readonly caseId: string; readonly device: string }) {
  const { say } = useLanguage();
  const query = useInfiniteQuery(listQuery<Fault>(useApi(), '/faults', { device }, SHOWN + 1));
  return (
    <Card
      title={say('fault.pastOfDevice')}
      extra={
        <Link to={`/faults?${new URLSearchParams({ view: 'register', device }).toString()}`}>{say('action.more')}</Link>
      }
    >
      <Loaded query={query}>
        {({ pages }) => {
          const others = pages.flatMap(({ items }) => items).filter(({ id }) => id !== caseId);
          if (others.length === 0) return <Empty description={say('fault.noPast')} />;
          return (
            <ul className="cards" aria-label={say('fault.pastOfDevice')}>
              {others.slice(0, SHOWN).map((fault) => (
                <li key={fault.id}>
                  <div className="card-line">
                    <Link to={`/cases/${fault.id}`}>{fault.subject}</Link>
                    <CaseState row={fault} />
                  </div>
                  <div className="quiet">
                    <Instant at={fault.startedAt} />
                  </div>
                  <CauseAndSolution row={fault} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Card>
  );
}
