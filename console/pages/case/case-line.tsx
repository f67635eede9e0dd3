import { Tag, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { CaseLine } from '../../api/types';
import { Due } from '../../parts/due';
import { LinkCard } from '../../parts/link-card';
import { PriorityTag, StateTag } from '../../parts/tags';
import { useLanguage } from '../../words/use-language';

/** The columns of a list of cases. */
export function useCaseColumns(): readonly TableColumnType<CaseLine>[] {
  const { say, pick } = useLanguage();
  return [
    {
      title: say('task.case'),
      key: 'id',
      render: (_, row) => (
        <Link to={`/cases/${row.id}`} className="nowrap">
          {row.id}
        </Link>
      ),
    },
    {
      title: say('task.subject'),
      key: 'subject',
      render: (_, row) => (
        <>
          {row.subject} <PriorityTag priority={row.priority} />
          <div className="quiet">{pick(row.processTitle, row.process)}</div>
        </>
      ),
    },
    { title: say('task.customer'), key: 'customer', render: (_, row) => row.customer?.name },
    { title: say('task.applicant'), key: 'applicant', render: (_, row) => row.applicant.name },
    { title: say('cases.state'), key: 'state', render: (_, row) => <CaseState row={row} /> },
    {
      title: say('task.due'),
      key: 'due',
      render: (_, row) =>
        row.state === 'open' ? <Due at={row.dueAt} isOpen isProvisional={row.isDueProvisional} /> : null,
    },
  ];
}

/** A case as a card, for a phone. */
export function CaseCard({ row }: { readonly row: CaseLine }) {
  return (
    <LinkCard
      to={`/cases/${row.id}`}
      title={
        <>
          {row.subject} <CaseState row={row} />
          <PriorityTag priority={row.priority} />
        </>
      }
    >
      <div className="card-line quiet">
        <span>{row.id}</span>
        <span>{row.applicant.name}</span>
        {row.customer && <span>{row.customer.name}</span>}
      </div>
      {row.state === 'open' && <div>{row.waitingFor}</div>}
    </LinkCard>
  );
}

/** The state of a case with its stage, and whether an administrator has to look. */
export function CaseState({ row }: { readonly row: CaseLine }) {
  const { say, pick } = useLanguage();
  return (
    <>
      <StateTag state={row.state} />
      {row.state === 'open' && <span className="quiet">{pick(row.stageTitle, row.stage)}</span>}
      {row.isBreached && <Tag color="warning">{say('due.breached')}</Tag>}
      {row.attention && <Tag color="error">{say('case.attention')}</Tag>}
    </>
  );
}
