import { Link } from 'react-router';
import type { Task } from '../../api/types';
import { useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { standingWords } from '../task/standing-words';
import { whyAlone, type Together } from './together';

/** A task by its name, to be looked at beside this page. */
export function NamedTask({ task }: { readonly task: Task }) {
  const { pick } = useLanguage();
  return (
    <Link to={`/tasks/${task.id}`} target="_blank" rel="noopener">
      {pick(task.title, task.step)} · {task.subject}
    </Link>
  );
}

/** The tasks that are decided together. */
export function TogetherTasks({ tasks }: { readonly tasks: readonly Task[] }) {
  const { say } = useLanguage();
  const title = say('bulk.together', { count: tasks.length });
  return (
    <section>
      <strong>{title}</strong>
      <ul className="named-tasks in-text" aria-label={title}>
        {tasks.map((task) => (
          <li key={task.id}>
            <NamedTask task={task} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The tasks that are not, each with the reason. */
export function AloneTasks({ tasks, outcome }: { readonly tasks: readonly Task[]; readonly outcome: Together }) {
  const { say } = useLanguage();
  const me = useMe();
  const alone = tasks.flatMap((task) => {
    const why = whyAlone(task, outcome);
    if (why === null) return [];
    return [{ task, words: why === 'not-mine' ? standingWords(task, me.id, say) : say(`bulk.${why}`) }];
  });
  if (alone.length === 0) return null;
  const title = say('bulk.alone', { count: alone.length });
  return (
    <section>
      <strong>{title}</strong>
      <ul className="named-tasks in-text" aria-label={title}>
        {alone.map(({ task, words }) => (
          <li key={task.id}>
            <NamedTask task={task} />
            <div className="quiet">{words}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
