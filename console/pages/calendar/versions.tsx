import { Card } from 'antd';
import type { Calendar } from '../../api/types';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';

/** Every version that was published: when, by whom, why. */
export function Versions({ versions }: { readonly versions: Calendar['versions'] }) {
  const { say } = useLanguage();
  return (
    <Card title={say('calendar.versions')}>
      <ul className="cards" aria-label={say('calendar.versions')}>
        {versions.map(({ version, publishedAt, publishedBy, note, knownUntil }) => (
          <li key={version}>
            <div className="card-line">
              <strong>{say('calendar.version', { version })}</strong>
              <span className="lines">{note}</span>
            </div>
            <div className="card-line quiet">
              <span>{publishedBy?.name ?? say('word.system')}</span>
              <Instant at={publishedAt} />
              {knownUntil !== null && <span>{say('calendar.knownUntil', { year: knownUntil })}</span>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
