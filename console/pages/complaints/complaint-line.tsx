import { Tag, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import { ROLE_TITLES } from '../../../models/contracts/roles';
import type { Complaint } from '../../api/types';
import { Due } from '../../parts/due';
import { Instant } from '../../parts/instant';
import { LinkCard } from '../../parts/link-card';
import { useLanguage } from '../../words/use-language';
import { CaseState } from '../case/case-line';

/** The columns of the register of complaints. */
export function useComplaintColumns(): readonly TableColumnType<Complaint>[] {
  const { say, pick } = useLanguage();
  return [
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
      title: say('complaint.complaint'),
      key: 'complaint',
      render: (_, row) => (
        <>
          {pick(row.kind.title)} <UrgencyTag urgency={row.urgency} />
          <div className="quiet">{row.customer?.name}</div>
        </>
      ),
    },
    {
      title: say('complaint.complainant'),
      key: 'complainant',
      render: (_, { complainant, channel }) => (
        <>
          {complainant}
          <div className="quiet">{pick(channel.title)}</div>
        </>
      ),
    },
    { title: say('complaint.persons'), key: 'persons', render: (_, row) => namesOf(row, say('word.separator')) },
    {
      title: say('cases.state'),
      key: 'state',
      render: (_, row) => (
        <div className="bounded">
          <div className="card-line">
            <CaseState row={row} />
          </div>
          <div className="quiet">
            {row.state === 'open' ? row.waitingFor : row.closedAt !== null && <Instant at={row.closedAt} />}
          </div>
        </div>
      ),
    },
    { title: say('complaint.level'), key: 'level', render: (_, row) => <Level row={row} /> },
    {
      title: say('task.due'),
      key: 'due',
      render: (_, row) =>
        row.state === 'open' ? <Due at={row.dueAt} isOpen isProvisional={row.isDueProvisional} /> : null,
    },
  ];
}

/** A complaint as a card, for a phone. */
export function ComplaintCard({ row }: { readonly row: Complaint }) {
  const { say, pick } = useLanguage();
  const names = namesOf(row, say('word.separator'));
  return (
    <LinkCard
      to={`/cases/${row.id}`}
      title={
        <>
          {pick(row.kind.title)} <UrgencyTag urgency={row.urgency} />
          <CaseState row={row} />
        </>
      }
    >
      <div className="card-line quiet">
        <span>{row.id}</span>
        <Instant at={row.startedAt} />
      </div>
      <div className="card-line">
        {row.customer && <span>{row.customer.name}</span>}
        <span>{row.complainant}</span>
        <span className="quiet">{pick(row.channel.title)}</span>
      </div>
      {names !== '' && <div>{say('complaint.about', { names })}</div>}
      <div className="card-line">
        <span>{say('complaint.followed', { role: pick(ROLE_TITLES[row.level]) })}</span>
        <Attempt row={row} />
      </div>
      {row.state === 'open' && (
        <>
          <div>{row.waitingFor}</div>
          <Due at={row.dueAt} isOpen isProvisional={row.isDueProvisional} />
        </>
      )}
    </LinkCard>
  );
}

function Level({ row }: { readonly row: Complaint }) {
  const { pick } = useLanguage();
  return (
    <div className="bounded-name">
      {pick(ROLE_TITLES[row.level])}
      <div>
        <Attempt row={row} />
      </div>
    </div>
  );
}

/** How often it was gone into, from the second time on: the customer was not satisfied. */
function Attempt({ row: { attempt } }: { readonly row: Complaint }) {
  const { say } = useLanguage();
  return attempt > 1 ? <Tag color="error">{say('complaint.attempt', { count: attempt })}</Tag> : null;
}

function UrgencyTag({ urgency: { value, title } }: Pick<Complaint, 'urgency'>) {
  const { pick } = useLanguage();
  if (value === 'normal') return null;
  return <Tag color={value === 'urgent' ? 'error' : 'warning'}>{pick(title)}</Tag>;
}

function namesOf({ persons }: Complaint, separator: string): string {
  return persons.map(({ name }) => name).join(separator);
}
