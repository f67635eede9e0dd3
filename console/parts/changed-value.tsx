import { CustomerName, money, PersonName, TeamName } from '../form/shown-value';
import { ROLE_TITLES } from '../../models/contracts/roles';
import type { Text } from '../../models/contracts/text';
import { EVENT_TITLES, FORMAT_TITLES } from '../../models/contracts/webhook-formats';
import type { Role } from '../../models/codes';
import { hasWords } from '../words/say';
import { useLanguage } from '../words/use-language';
import { isEmpty, wordOfValue } from './change-words';

interface Props {
  readonly kind: string | null;
  readonly field: string;
  readonly value: unknown;
}

/** What a field was or became, as people read it: names for ids, words for codes, a line for each part of a list. */
export function ChangedValue({ kind, field, value }: Props) {
  const { say, pick } = useLanguage();
  if (isEmpty(value)) return <>{say('word.none')}</>;
  if (typeof value === 'boolean') return <>{say(value ? 'word.yes' : 'word.no')}</>;
  if (Array.isArray(value))
    return (
      <ul className="changed-list">
        {value.map((part: unknown, index) => (
          <li key={index}>
            <ChangedValue kind={kind} field={field} value={part} />
          </li>
        ))}
      </ul>
    );
  if (isGrant(value))
    return (
      <>
        {pick(ROLE_TITLES[value.role], value.role)} ·{' '}
        {value.customerId === null ? say('person.wholeCompany') : <CustomerName id={value.customerId} />}
      </>
    );
  if (typeof value === 'object' && value !== null) return <>{inOneLine(value)}</>;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (field === 'customerId' || (kind === 'webhooks' && field === 'customers')) return <CustomerName id={text} />;
  if (field === 'teamId') return <TeamName id={text} />;
  if (field === 'managerId' || field === 'leaderId') return <PersonName id={text} />;
  if (field === 'valueInYuan') return <>{money(Number(value))}</>;
  if (kind === 'webhooks' && field === 'events') return <>{pick(titleOfEvent(text), text)}</>;
  if (kind === 'webhooks' && field === 'format') return <>{pick(titleOfFormat(text), text)}</>;
  const key = wordOfValue(kind, field, text);
  return <span className="lines">{hasWords(key) ? say(key) : text}</span>;
}

function titleOfFormat(format: string): Text | null {
  return format in FORMAT_TITLES ? FORMAT_TITLES[format as keyof typeof FORMAT_TITLES] : null;
}

function titleOfEvent(event: string): Text | null {
  return event in EVENT_TITLES ? EVENT_TITLES[event as keyof typeof EVENT_TITLES] : null;
}

function isGrant(value: unknown): value is { readonly role: Role; readonly customerId: string | null } {
  return typeof value === 'object' && value !== null && 'role' in value && 'customerId' in value;
}

/** What of a part says something: `张工 · 138 0000 0000`; names of parts are said where there is no order to go by. */
function inOneLine(value: object): string {
  return Object.entries(value)
    .filter(([, part]) => part !== '' && part !== null && part !== false)
    .map(([name, part]) => (typeof part === 'string' ? part : `${name}: ${JSON.stringify(part)}`))
    .join(' · ');
}
