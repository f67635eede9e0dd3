import { Link } from 'react-router';
import type { OpenTask } from '../../api/types';
import { Due } from '../../parts/due';
import { useLanguage } from '../../words/use-language';

/** Open tasks that somebody has to take over, and why each needs somebody. */
export function TasksLeft({ tasks, label }: { readonly tasks: readonly OpenTask[]; readonly label: string }) {
  const { say, pick } = useLanguage();
  return (
    <ul className="cards" aria-label={label}>
      {tasks.map(({ id, title, step, subject, caseId, why, dueAt }) => (
        <li key={id}>
          <div className="card-line">
            <Link to={`/tasks/${encodeURIComponent(id)}`}>{pick(title, step)}</Link>
            <span className="quiet">{say(`leave.why.${why}`)}</span>
            <Due at={dueAt} isOpen />
          </div>
          <div className="quiet">
            {caseId} {subject}
          </div>
        </li>
      ))}
    </ul>
  );
}
