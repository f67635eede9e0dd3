import type { Callback } from '../../api/types';
import { Instant } from '../../parts/instant';
import { LinkCard } from '../../parts/link-card';
import { useLanguage } from '../../words/use-language';
import { CaseState } from '../case/case-line';
import { Attempts } from './attempts';
import { WhenDue } from './callback-columns';
import { CallbackResult } from './result';

/** A callback as a card, for a phone. */
export function CallbackCard({ row }: { readonly row: Callback }) {
  const { say, pick } = useLanguage();
  const isOpen = row.state === 'open';
  return (
    <LinkCard
      to={`/cases/${row.id}`}
      title={
        <>
          {row.contact} <CaseState row={row} />
          <CallbackResult row={row} />
        </>
      }
    >
      <div className="card-line quiet">
        <span>{row.id}</span>
        <Instant at={row.startedAt} />
      </div>
      <div className="card-line">
        {row.customer && <span>{row.customer.name}</span>}
        <span>
          {pick(row.reason.title)} {row.about}
        </span>
        <span className="quiet">{row.workers.map(({ name }) => name).join(say('word.separator'))}</span>
      </div>
      {isOpen && <div>{row.waitingFor}</div>}
      <Attempts row={row} />
      {isOpen && <WhenDue row={row} />}
    </LinkCard>
  );
}
