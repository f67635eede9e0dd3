import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Tag } from 'antd';
import { cockpitQuery } from '../../api/queries';
import type { Case, Cockpit } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useLanguage } from '../../words/use-language';
import { AuditCard } from './audit-card';
import { Overview } from './overview';
import { PlanSteps } from './plan-steps';
import { Troubles } from './troubles';

const PROCESS = 'change-cutover';

/** How a cutover stands: its steps with their undo, who watches, what went wrong, and its audit; nothing for other procedures. */
export function CockpitCard({ row }: { readonly row: Case }) {
  const isCutover = row.process === PROCESS;
  const { data, dataUpdatedAt } = useQuery({ ...cockpitQuery(useApi(), row.id), enabled: isCutover });
  if (!isCutover || !data) return null;
  return (
    <>
      {data.plan && <Planned cockpit={data} plan={data.plan} aheadMs={Date.parse(data.at) - dataUpdatedAt} />}
      <AuditCard cockpit={data} />
    </>
  );
}

interface Props {
  readonly cockpit: Cockpit;
  readonly plan: NonNullable<Cockpit['plan']>;
  readonly aheadMs: number;
}

function Planned({ cockpit, plan, aheadMs }: Props) {
  const { say, pick } = useLanguage();
  const { kind, isRolledBack } = cockpit;
  const isRollingBack = plan.rollBack !== null && !isRolledBack && cockpit.state === 'open';
  return (
    <Card
      title={<h2 className="plain">{say('cutover.title')}</h2>}
      extra={<Tag color={kind.value === 'emergency' ? 'error' : 'default'}>{pick(kind.title)}</Tag>}
      data-testid="cockpit"
    >
      <div className="stack">
        {(isRollingBack || isRolledBack) && (
          <Alert type="warning" showIcon title={say(isRolledBack ? 'cutover.rolledBack' : 'cutover.rollingBack')} />
        )}
        <Overview cockpit={cockpit} plan={plan} aheadMs={aheadMs} />
        <PlanSteps plan={plan} aheadMs={aheadMs} />
        <Troubles cockpit={cockpit} />
      </div>
    </Card>
  );
}
