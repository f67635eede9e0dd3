import { Tag } from 'antd';
import { Link } from 'react-router';
import type { TaskLine } from '../../api/types';
import { Due } from '../../parts/due';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';
import { Outcome } from '../task/task-line';

/** The tasks of a case, the oldest first. */
export function CaseTasks({ tasks, here }: { readonly tasks: readonly TaskLine[]; readonly here?: string }) {
  const { say, pick } = useLanguage();
  return (
    <ol className="cards">
      {tasks.map((task) => (
        <li key={task.id}>
          <div className="card-line">
            {task.id === here ? (
              <strong>{pick(task.title, task.step)}</strong>
            ) : (
              <Link to={`/tasks/${task.id}`}>{pick(task.title, task.step)}</Link>
            )}
            <Outcome task={task} />
            {task.breachedAt !== null && <Tag color="error">{say('due.breached')}</Tag>}
            {task.isVoid && <Tag>{say('task.void')}</Tag>}
          </div>
          <div className="card-line quiet">
            {task.decidedBy?.name ?? task.assignee?.name}
            {task.closedAt === null ? (
              <Due
                at={task.dueAt}
                isOpen={task.status === 'open'}
                pause={task.pause}
                isProvisional={task.isDueProvisional}
              />
            ) : (
              <Instant at={task.closedAt} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
