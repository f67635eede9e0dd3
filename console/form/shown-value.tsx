import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { Link } from 'react-router';
import { assertNever } from '../../models/codes';
import type { Mark } from '../../models/contracts/signing';
import { customerQuery, deviceQuery, personQuery, teamQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { FileLink } from '../parts/file-link';
import { Instant } from '../parts/instant';
import { useLanguage } from '../words/use-language';
import { useCaseFiles } from './case-files';
import { useByLink } from '../session/by-link';
import type { FormField } from './schema';
import { ShownMark } from './shown-mark';

interface Props {
  readonly of: FormField;
  readonly value: unknown;
}

const REFERENCES: readonly FormField['field']['kind'][] = ['device', 'customer', 'person', 'team', 'case'];

/** A value of a form as people read it. */
export function ShownValue({ of, value }: Props) {
  const { say, pick } = useLanguage();
  const { kind, options = [] } = of.field;
  const names = useByLink()?.names;
  if (value === undefined || value === null) return <>{say('word.none')}</>;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (names && REFERENCES.includes(kind)) return <>{names[text] ?? text}</>;
  switch (kind) {
    case 'text':
      return <span className="lines">{text}</span>;
    case 'number':
      return <>{`${text} ${of.field.unit ?? ''}`}</>;
    case 'money':
      return <>{money(Number(value))}</>;
    case 'date':
      return <>{text}</>;
    case 'instant':
      return <Instant at={text} />;
    case 'choice':
      return <>{pick(options.find((option) => option.value === value)?.label, text)}</>;
    case 'checklist':
      return <>{options.map((item) => pick(item.label)).join(say('word.separator'))}</>;
    case 'signature':
      return value === true ? <>{say('form.signed')}</> : <ShownMark mark={value as Mark} />;
    case 'attachments':
      return <Files ids={value as readonly string[]} />;
    case 'device':
      return <DeviceName id={text} />;
    case 'customer':
      return <CustomerName id={text} />;
    case 'person':
      return <PersonName id={text} />;
    case 'people':
      return <People ids={value as readonly string[]} />;
    case 'team':
      return <TeamName id={text} />;
    case 'case':
      return <Link to={`/cases/${text}`}>{text}</Link>;
    case 'table':
      return <Rows of={of} value={value} />;
    default:
      return assertNever(kind);
  }
}

function People({ ids }: { readonly ids: readonly string[] }) {
  return (
    <ul className="named">
      {ids.map((id) => (
        <li key={id}>
          <PersonName id={id} />
        </li>
      ))}
    </ul>
  );
}

/** An amount in yuan, to the fen. */
export function money(yuan: number): string {
  return `¥ ${new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 }).format(yuan)}`;
}

function Files({ ids }: { readonly ids: readonly string[] }) {
  const files = useCaseFiles();
  return (
    <Flex vertical>
      {ids.map((id) => (
        <FileLink key={id} id={id} fileName={files.find((file) => file.id === id)?.fileName ?? id} />
      ))}
    </Flex>
  );
}

function Rows({ of, value }: Props) {
  const { pick, say } = useLanguage();
  return (
    <ol className="in-text">
      {(value as readonly Readonly<Record<string, unknown>>[]).map((row, index) => (
        <li key={index}>
          {of.columns.map((column) => (
            <div key={column.name}>
              {pick(column.field.label)}
              {say('word.colon')}
              <ShownValue of={column} value={row[column.name]} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A device by its id, as a link. */
export function DeviceName({ id }: { readonly id: string }) {
  const { data } = useQuery(deviceQuery(useApi(), id));
  return <Link to={`/devices/${id}`}>{data ? `${data.name}（${data.serialNumber}）` : id}</Link>;
}

/** A customer by their id, as a link. */
export function CustomerName({ id }: { readonly id: string }) {
  const { data } = useQuery(customerQuery(useApi(), id));
  return <Link to={`/customers/${id}`}>{data?.name ?? id}</Link>;
}

/** A team by its id, as a link. */
export function TeamName({ id }: { readonly id: string }) {
  const { data } = useQuery(teamQuery(useApi(), id));
  return <Link to={`/teams/${id}`}>{data?.name ?? id}</Link>;
}

/** A person by their id, as a link. */
export function PersonName({ id }: { readonly id: string }) {
  const { data } = useQuery(personQuery(useApi(), id));
  return <Link to={`/people/${id}`}>{data?.name ?? id}</Link>;
}
