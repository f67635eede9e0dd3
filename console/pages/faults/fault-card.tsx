import type { Fault } from '../../api/types';
import { Instant } from '../../parts/instant';
import { LinkCard } from '../../parts/link-card';
import { useLanguage } from '../../words/use-language';
import { CaseState } from '../case/case-line';
import { FaultClocks } from './clocks';
import { CauseAndSolution } from './fault-columns';
import { Grading } from './grading';

/** A fault as a card, for a phone. */
export function FaultCard({ row }: { readonly row: Fault }) {
  const { say } = useLanguage();
  const isOpen = row.state === 'open';
  return (
    <LinkCard
      to={`/cases/${row.id}`}
      title={
        <>
          {row.subject} <CaseState row={row} />
        </>
      }
    >
      <div className="card-line quiet">
        <span>{row.id}</span>
        <Instant at={row.startedAt} />
      </div>
      <div className="card-line">
        {row.customer && <span>{row.customer.name}</span>}
        <span>{row.reporter.name}</span>
        <span className="quiet">{row.engineer?.name ?? (isOpen && say('fault.untaken'))}</span>
      </div>
      <Grading row={row} />
      {isOpen ? <div>{row.waitingFor}</div> : <CauseAndSolution row={row} />}
      <FaultClocks row={row} />
    </LinkCard>
  );
}
