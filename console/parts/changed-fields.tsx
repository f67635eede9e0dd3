import { hasWords } from '../words/say';
import { useLanguage } from '../words/use-language';
import { wordOfField } from './change-words';
import { ChangedValue } from './changed-value';

/** The fields of a record, each as it was and as it became. */
export type Changes = Readonly<Record<string, { readonly from?: unknown; readonly to?: unknown }>>;

/** What was changed: each field by its name, before and after. */
export function ChangedFields({ kind, changes }: { readonly kind: string | null; readonly changes: Changes }) {
  const { say } = useLanguage();
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
