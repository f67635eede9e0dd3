import { Card } from 'antd';
import { Link } from 'react-router';
import type { Case } from '../../api/types';
import { StateTag } from '../../parts/tags';
import { useLanguage } from '../../words/use-language';

/** The case that opened this one, and those that it has opened; nothing where there are none. */
export function LinksCard({ links }: Pick<Case, 'links'>) {
  const { say, pick } = useLanguage();
  if (links.length === 0) return null;
  return (
    <Card title={say('case.links')}>
      <ul className="cards" aria-label={say('case.links')}>
        {links.map(({ caseId, process, processTitle, subject, state, isOrigin }) => (
          <li key={caseId}>
            <div className="card-line">
              <Link to={`/cases/${caseId}`}>{subject}</Link>
              <StateTag state={state} />
            </div>
            <div className="card-line quiet">
              <span>{say(isOrigin ? 'case.linkOrigin' : 'case.linkOpened')}</span>
              <span>{pick(processTitle, process)}</span>
              <span>{caseId}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
