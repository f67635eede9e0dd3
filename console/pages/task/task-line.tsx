import { Tag, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { TaskLine } from '../../api/types';
import { Due } from '../../parts/due';
import { Instant } from '../../parts/instant';
import { LinkCard } from '../../parts/link-card';
import { OutcomeTag, PriorityTag, StatusTag } from '../../parts/tags';
import { useLanguage } from '../../words/use-language';

/** The columns of a list of tasks; decided ones show what was decided and when. */
export function useTaskColumns(isDecided: boolean): readonly TableColumnType<TaskLine>[] {
  const { say, pick } = useLanguage();
  const shared: readonly TableColumnType<TaskLine>[] = [
    {
      title: say('task.step'),
      key: 'step',
      render: (_, task) => (
        <Link to={`/tasks/${task.id}`}>
          {pick(task.title, task.step)} <PriorityTag priority={task.priority} />
          <ActingTag task={task} />
        </Link>
      ),
    },
    { title: say('task.subject'), dataIndex: 'subject' },
    { title: say('task.customer'), key: 'customer', render: (_, task) => task.customer?.name },
    { title: say('task.applicant'), key: 'applicant', render: (_, task) => task.applicant.name },
    {
      title: say('task.case'),
      key: 'case',
      render: (_, task) => (
        <Link to={`/cases/${task.caseId}`} className="nowrap">
          {task.caseId}
        </Link>
      ),
    },
  ];
  if (!isDecided)
    return [
      ...shared,
      {
        title: say('task.due'),
        key: 'due',
        render: (_, task) => <Due at={task.dueAt} isOpen pause={task.pause} isProvisional={task.isDueProvisional} />,
      },
    ];
  return [
    ...shared,
    { title: say('task.outcome'), key: 'outcome', render: (_, task) => <Outcome task={task} /> },
    {
      title: say('task.decidedAt'),
      key: 'closedAt',
      render: (_, task) => (task.closedAt === null ? null : <Instant at={task.closedAt} />),
    },
  ];
}

/** A task as a card, for a phone. */
export function TaskCard({ task }: { readonly task: TaskLine }) {
  const { pick } = useLanguage();
  const isOpen = task.status === 'open';
  return (
    <LinkCard
      to={`/tasks/${task.id}`}
      title={
        <>
          {pick(task.title, task.step)}
          <PriorityTag priority={task.priority} />
          <ActingTag task={task} />
          {!isOpen && <Outcome task={task} />}
        </>
      }
    >
      <div>{task.subject}</div>
      <div className="card-line quiet">
        <span>{task.applicant.name}</span>
        {task.customer && <span>{task.customer.name}</span>}
      </div>
      {isOpen ? (
        <Due at={task.dueAt} isOpen pause={task.pause} isProvisional={task.isDueProvisional} />
      ) : (
        task.closedAt !== null && <Instant at={task.closedAt} />
      )}
    </LinkCard>
  );
}

function ActingTag({ task: { actingFor } }: { readonly task: TaskLine }) {
  const { say } = useLanguage();
  return actingFor && <Tag color="warning">{say('task.actingFor', { name: actingFor.name })}</Tag>;
}

/** How a task ended. */
export function Outcome({ task }: { readonly task: TaskLine }) {
  if (task.outcome === null) return <StatusTag status={task.status} />;
  return <OutcomeTag outcome={task.outcome} title={task.outcomeTitle} />;
}
