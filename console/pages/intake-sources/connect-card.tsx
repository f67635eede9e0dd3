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
      {row.kind === 'form' ? <OfForm /> : <OfAlerts />}
      <Link to={`/cases?process=fault&applicant=${encodeURIComponent(row.id)}`}>{say('source.cases')}</Link>
    </Card>
  );
}

function OfForm() {
  const { say } = useLanguage();
  return (
    <div className="stack">
      <p>{say('source.form.give')}</p>
      <p>{say('source.form.lost')}</p>
      <p className="quiet">{say('source.form.copy')}</p>
    </div>
  );
}

function OfAlerts() {
  const { say } = useLanguage();
  const address = `${window.location.origin}/api/v1/intake/alerts`;
  const config = alertmanagerConfig(address);
  return (
    <div className="stack">
      <div>
        <div className="quiet">{say('source.alerts.address')}</div>
        <Copyable text={address} testId="address" />
      </div>
      <p>{say('source.alerts.token')}</p>
      <div>
        <Copyable text={config} title={say('source.alerts.alertmanager')} />
        <pre className="sent" aria-label={say('source.alerts.alertmanager')} tabIndex={0}>
          {config}
        </pre>
      </div>
      <p className="quiet">{say('source.alerts.labels')}</p>
    </div>
  );
}
