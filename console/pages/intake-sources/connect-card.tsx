import { Card } from 'antd';
import { Link } from 'react-router';
import type { IntakeSource } from '../../api/types';
import { Copyable } from '../../parts/copyable';
import { useLanguage } from '../../words/use-language';
import { alertmanagerConfig } from './alertmanager-config';

/** How a source is connected: what to give the customer, or what to set in the monitoring system. */
export function ConnectCard({ row }: { readonly row: IntakeSource }) {
  const { say } = useLanguage();
  return (
    <Card title={say('source.connect')}>
      <div className="stack">
        {row.kind === 'form' ? <OfForm /> : <OfAlerts />}
        <Link to={`/cases?process=fault&applicant=${encodeURIComponent(row.id)}`}>{say('source.cases')}</Link>
      </div>
    </Card>
  );
}

function OfForm() {
  const { say } = useLanguage();
  return (
    <>
      <div>{say('source.form.give')}</div>
      <div>{say('source.form.lost')}</div>
      <div className="quiet">{say('source.form.copy')}</div>
    </>
  );
}

function OfAlerts() {
  const { say } = useLanguage();
  const address = `${window.location.origin}/api/v1/intake/alerts`;
  const config = alertmanagerConfig(address);
  return (
    <>
      <div>
        <div className="quiet">{say('source.alerts.address')}</div>
        <Copyable text={address} testId="address" />
      </div>
      <div>{say('source.alerts.token')}</div>
      <div>
        <Copyable text={config} title={say('source.alerts.alertmanager')} />
        <pre className="sent" aria-label={say('source.alerts.alertmanager')} tabIndex={0}>
          {config}
        </pre>
      </div>
      <div className="quiet">{say('source.alerts.labels')}</div>
    </>
  );
}
