import { Card, Tag } from 'antd';
import type { Case } from '../../api/types';
import { Due } from '../../parts/due';
import { WhyDue } from '../../parts/why-due';
import { useLanguage } from '../../words/use-language';

/** The clocks of the whole case, beside those of its tasks; nothing where it has none. */
export function CaseClocks({ row }: { readonly row: Case }) {
  const { say, pick } = useLanguage();
  if (row.clocks.length === 0) return null;
  return (
    <Card title={say('case.clocks')}>
      <ol className="cards">
        {row.clocks.map((clock) => (
          <li key={clock.name}>
            <div className="card-line">
              <strong>{pick(clock.title)}</strong>
              {clock.isStopped && <Tag>{say('due.stopped')}</Tag>}
              {clock.breachedAt !== null && <Tag color="error">{say('due.breached')}</Tag>}
            </div>
            <div className="card-line quiet">
              {!clock.isStopped && (
                <Due at={clock.dueAt} isOpen isProvisional={clock.isProvisional} pause={clock.pause} />
              )}
              <WhyDue of={{ caseId: row.id, clock: clock.name }} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
