import { Card, Tag } from 'antd';
import { Link } from 'react-router';
import type { Cockpit } from '../../api/types';
import { useLanguage } from '../../words/use-language';

type Answer = Cockpit['audit'][number];

const COLOURS: Readonly<Record<Answer['answer'], string>> = {
  yes: 'success',
  no: 'error',
  'not-applicable': 'default',
  ask: 'warning',
};

/** The questions of the audit with their answers, each with what it is answered by; nothing before it. */
export function AuditCard({ cockpit: { audit } }: { readonly cockpit: Cockpit }) {
  const { say, pick } = useLanguage();
  if (audit.length === 0) return null;
  return (
    <Card title={<h2 className="plain">{say('cutover.audit')}</h2>} data-testid="audit">
      <ol className="cards" aria-label={say('cutover.audit')}>
        {audit.map((one) => (
          <li key={one.question}>
            <div className="audit-line">
              <span>{pick(one.text)}</span>
              <Tag color={COLOURS[one.answer]}>{say(`cutover.answer.${one.answer}`)}</Tag>
            </div>
            {one.basis !== '' && <blockquote className="lines said">{one.basis}</blockquote>}
            <Cited cites={one.cites} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Cited({ cites }: Pick<Answer, 'cites'>) {
  const { say, pick } = useLanguage();
  if (cites.length === 0) return null;
  return (
    <div className="card-line quiet in-text">
      {say('cutover.cites')}
      {cites.map(({ kind, id, title }) => (
        <span key={`${kind} ${id}`}>
          {kind === 'task' && <Link to={`/tasks/${id}`}>{pick(title)}</Link>}
          {kind === 'start' && <Link to={`/cases/${id}`}>{pick(title)}</Link>}
          {kind === 'document' && (
            <a href={`/api/v1/documents/${encodeURIComponent(id)}?inline=true`} target="_blank" rel="noreferrer">
              {pick(title)}
            </a>
          )}
        </span>
      ))}
    </div>
  );
}
