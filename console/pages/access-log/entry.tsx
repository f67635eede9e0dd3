import { Tag } from 'antd';
import { Link } from 'react-router';
import { ERRORS, type ErrorCode } from '../../../models/codes';
import type { AccessEntry } from '../../api/types';
import { kindOfAction, pageOfTarget } from '../../parts/change-words';
import type { Changes } from '../../parts/change-words';
import { ChangedFields } from '../../parts/changed-fields';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';

/** An entry of the access log: who, what, about which record, with what result; and what was changed. */
export function Entry({ entry, title }: { readonly entry: AccessEntry; readonly title: string | undefined }) {
  const { say } = useLanguage();
  const { seq, at, person, address, action, target, details } = entry;
  const { changes, ...others } = details as { readonly changes?: Changes } & Readonly<Record<string, unknown>>;
  const page = pageOfTarget(action, target);
  const more = Object.entries(others).filter(([, value]) => value !== null && value !== '');
  return (
    <>
      <div className="card-line">
        <strong>{title ?? action}</strong>
        <Result code={entry.result} />
        {page === null ? <span>{target}</span> : <Link to={page}>{target}</Link>}
      </div>
      <div className="card-line quiet">
        {person ? (
          <Link to={`/people/${person.id}`}>{person.name ?? person.id}</Link>
        ) : (
          <span>{say('log.nobody')}</span>
        )}
        <Instant at={at} />
        <span>{address}</span>
        <span>{say('log.number', { seq })}</span>
      </div>
      {changes && <ChangedFields kind={kindOfAction(action)} changes={changes} />}
      {more.length > 0 && (
        <code className="lines quiet">{more.map(([name, value]) => `${name}: ${asText(value)}`).join('\n')}</code>
      )}
    </>
  );
}

function Result({ code }: { readonly code: string }) {
  const { say, pick } = useLanguage();
  if (!Object.hasOwn(ERRORS, code)) return <Tag color="success">{say('log.done')}</Tag>;
  return <Tag color="error">{pick(ERRORS[code as ErrorCode])}</Tag>;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
