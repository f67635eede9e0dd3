import { Tag } from 'antd';
import { hasWords } from '../words/say';
import { useLanguage } from '../words/use-language';
import { isCreation, isEmpty, wordOfField, type Changes } from './change-words';
import { ChangedValue } from './changed-value';

/** What was changed: each field by its name, before and after; of a record that came to be, what there is of it. */
export function ChangedFields({ kind, changes }: { readonly kind: string | null; readonly changes: Changes }) {
  const { say } = useLanguage();
  if (isCreation(changes)) return <Created kind={kind} changes={changes} />;
  return (
    <ul className="changed">
      {Object.entries(changes).map(([field, { from, to }]) => {
        const key = wordOfField(kind, field);
        return (
          <li key={field}>
            <span className="quiet">{hasWords(key) ? say(key) : field}</span>
            <del aria-label={say('changes.from')}>
              <ChangedValue kind={kind} field={field} value={from} />
            </del>
            <span aria-hidden>→</span>
            <ins aria-label={say('changes.to')}>
              <ChangedValue kind={kind} field={field} value={to} />
              {from === to && say('changes.hidden')}
            </ins>
          </li>
        );
      })}
    </ul>
  );
}

function Created({ kind, changes }: { readonly kind: string | null; readonly changes: Changes }) {
  const { say } = useLanguage();
  const told = Object.entries(changes).filter(([, { to }]) => !isEmpty(to));
  return (
    <>
      <Tag color="success">{say('changes.created')}</Tag>
      <ul className="changed">
        {told.map(([field, { to }]) => {
          const key = wordOfField(kind, field);
          return (
            <li key={field}>
              <span className="quiet">{hasWords(key) ? say(key) : field}</span>
              <ins>
                <ChangedValue kind={kind} field={field} value={to} />
              </ins>
            </li>
          );
        })}
      </ul>
    </>
  );
}
