import { Tag } from 'antd';
import { Link } from 'react-router';
import type { Cockpit } from '../../api/types';
import { Instant } from '../../parts/instant';
import { OutcomeTag } from '../../parts/tags';
import { useLanguage } from '../../words/use-language';

/** What went wrong, who said so, and what was decided; nothing where all went well. */
export function Troubles({ cockpit: { troubles } }: { readonly cockpit: Cockpit }) {
  const { say, pick } = useLanguage();
  if (troubles.length === 0) return null;
  return (
    <section>
      <h3 className="plain">{say('cutover.troubles')}</h3>
      <ol className="cards" aria-label={say('cutover.troubles')}>
        {troubles.map((trouble) => (
          <li key={`${trouble.at} ${trouble.cause}`}>
            <div className="card-line">
              <strong>{pick(trouble.title)}</strong>
              {trouble.step !== null && <span>{say('cutover.atStep', { step: trouble.step })}</span>}
              {trouble.isPastNoReturn && <Tag color="error">{say('cutover.isPast')}</Tag>}
            </div>
            <div className="card-line quiet">
              <span>{trouble.by?.name ?? say('word.system')}</span>
              <Instant at={trouble.at} />
            </div>
            {trouble.reason !== '' && <blockquote className="lines said">{trouble.reason}</blockquote>}
            <Direction trouble={trouble} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Direction({
  trouble: { direction, isPastNoReturn, isCalledOff },
}: {
  readonly trouble: Cockpit['troubles'][number];
}) {
  const { say } = useLanguage();
  if (!direction && isCalledOff) return <div className="quiet">{say('cutover.calledOff')}</div>;
  if (!direction) return isPastNoReturn ? null : <div className="quiet">{say('cutover.itself')}</div>;
  const { taskId, outcome, title, by, at, comment } = direction;
  if (outcome === null) return <Link to={`/tasks/${taskId}`}>{say('cutover.directionAwaited')}</Link>;
  return (
    <>
      <div className="card-line">
        <Link to={`/tasks/${taskId}`}>{by?.name}</Link>
        <OutcomeTag outcome={outcome} title={title} />
        {at !== null && (
          <span className="quiet">
            <Instant at={at} />
          </span>
        )}
      </div>
      {comment !== '' && <blockquote className="lines said">{comment}</blockquote>}
    </>
  );
}
