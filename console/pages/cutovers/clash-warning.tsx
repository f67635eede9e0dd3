import { useQuery } from '@tanstack/react-query';
import { Alert, Form } from 'antd';
import { Link } from 'react-router';
import { shownInstant } from '../../../models/contracts/time';
import { clashesQuery } from '../../api/queries';
import type { Case, Clashes } from '../../api/types';
import { useApi } from '../../api/use-api';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';

interface Change {
  readonly customer?: string;
  readonly system?: string;
  readonly devices?: readonly { readonly device: string }[];
}

/** Within the form of a plan: what the window that was entered clashes with, before it is submitted. */
export function ClashWarning({ row }: { readonly row: Case }) {
  const { say } = useLanguage();
  const form = Form.useFormInstance();
  const from = Form.useWatch(['form', 'from'], form) as string | undefined;
  const to = Form.useWatch(['form', 'to'], form) as string | undefined;
  const hours = Form.useWatch(['form', 'observationHours'], form) as number | string | undefined;
  const { customer, system, devices = [] } = (row.request?.values ?? {}) as Change;
  const ids = devices.map(({ device }) => device).join(',');
  const isWindow = from !== undefined && to !== undefined && Date.parse(to) > Date.parse(from);
  const until = isWindow ? observedUntil(to, Number(hours ?? 0)) : undefined;
  const asked = { from, to, until, customer, system, ...(ids === '' ? {} : { devices: ids }), case: row.id };
  const { data } = useQuery(clashesQuery(useApi(), asked, isWindow));
  if (!isWindow || !data) return null;
  const isFree = data.daysOff.length + data.cases.length === 0;
  return (
    <div role="status">
      <Alert
        type={isFree ? 'success' : 'warning'}
        showIcon
        style={{ marginBottom: 16 }}
        title={say(isFree ? 'clash.none' : 'clash.title')}
        {...(isFree ? {} : { description: <ClashList clashes={data} /> })}
      />
    </div>
  );
}

const HOUR_IN_MS = 3_600_000;

function observedUntil(to: string, hours: number): string | undefined {
  return hours > 0 && hours <= 720 ? new Date(Date.parse(to) + hours * HOUR_IN_MS).toISOString() : undefined;
}

function ClashList({ clashes: { daysOff, cases } }: { readonly clashes: Clashes }) {
  const { say, pick, language } = useLanguage();
  const shown = (at: string) => shownInstant(at, settings().timeZone, language);
  return (
    <ul>
      {daysOff.map(({ date, name }) => (
        <li key={date}>
          {date} {pick(name)}
        </li>
      ))}
      {cases.map(({ id, subject, from, to, until }) => (
        <li key={id} className="in-text">
          <Link to={`/cases/${id}`}>{id}</Link> {subject} {say('clash.case', { from: shown(from), to: shown(to) })}
          {until === null && say('clash.rollingBack')}
          {until !== null && until > to && say('clash.observed', { until: shown(until) })}
        </li>
      ))}
    </ul>
  );
}
