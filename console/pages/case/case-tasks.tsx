import { Tag } from 'antd';
import { Link } from 'react-router';
import { countWords, tallyWords } from '../../../models/contracts/quorum-words';
import type { TaskLine } from '../../api/types';
import { Due } from '../../parts/due';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';
import { Outcome } from '../task/task-line';

/** The tasks of a case, the oldest first. */
export function CaseTasks({ tasks, here }: { readonly tasks: readonly TaskLine[]; readonly here?: string }) {
  const { say, pick } = useLanguage();
  // Of a vote, whoever was the last to give one has not decided it alone.
  const whoDecides = ({ tally, status, decidedBy, assignee }: TaskLine) =>
    tally
      ? say('task.votes', { tally: pick(status === 'open' ? tallyWords(tally) : countWords(tally)) })
      : (decidedBy?.name ?? assignee?.name);
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
            <span>{whoDecides(task)}</span>
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
