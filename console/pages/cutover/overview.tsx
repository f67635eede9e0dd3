import { StopOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Cockpit, CutoverPlan } from '../../api/types';
import { Instant } from '../../parts/instant';
import { useNow } from '../../parts/use-now';
import { useLanguage } from '../../words/use-language';
import { Countdown } from './countdown';

interface Props {
  readonly cockpit: Cockpit;
  readonly plan: CutoverPlan;
  readonly aheadMs: number;
}

/** The window with its clock, where the cutover stands, and who may call a halt. */
export function Overview({ cockpit, plan, aheadMs }: Props) {
  const { say } = useLanguage();
  const { window, watch } = plan;
  return (
    <dl className="cockpit-facts">
      <Fact label={say('cutover.window')}>
        <div>
          <Instant at={window.from} /> – <Instant at={window.to} />
        </div>
        {cockpit.state === 'open' && <WindowClock cockpit={cockpit} plan={plan} aheadMs={aheadMs} />}
      </Fact>
      <Fact label={say('cutover.noReturn')}>
        <NoReturn plan={plan} isOpen={cockpit.state === 'open'} />
      </Fact>
      <Fact label={say('cutover.watch')}>
        <div className="card-line">
          <strong>{watch.name}</strong>
          {cockpit.mayHalt !== null && (
            <Link to={`/tasks/${cockpit.mayHalt}`}>
              <Button danger type="primary" icon={<StopOutlined aria-hidden />}>
                {say('cutover.halt')}
              </Button>
            </Link>
          )}
        </div>
      </Fact>
      <Fact label={say('cutover.triggers')}>
        <span className="lines">{plan.triggers}</span>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Counts down to the window, and within it to its end, as long as it matters. */
function WindowClock({ cockpit, plan: { window }, aheadMs }: Props) {
  const { say } = useLanguage();
  const now = useNow() + aheadMs;
  if (now < Date.parse(window.from))
    return <Countdown to={window.from} aheadMs={aheadMs} label={say('cutover.untilWindow')} />;
  if (cockpit.stage === 'cutover')
    return <Countdown to={window.to} aheadMs={aheadMs} label={say('cutover.untilEnd')} />;
  return now > Date.parse(window.to) ? <span className="quiet">{say('cutover.windowOver')}</span> : null;
}

function NoReturn({ plan, isOpen }: Pick<Props, 'plan'> & { readonly isOpen: boolean }) {
  const { say } = useLanguage();
  const { noReturnAfter, isPastNoReturn, rollBack } = plan;
  if (noReturnAfter === null) return <>{say('cutover.noReturnNone')}</>;
  const isAhead = isOpen && !isPastNoReturn && rollBack === null;
  return (
    <div className="card-line">
      {say('cutover.noReturnAfter', { step: noReturnAfter })}
      {isPastNoReturn && <Tag color="error">{say('cutover.noReturnPast')}</Tag>}
      {isAhead && <Tag color="success">{say('cutover.noReturnAhead')}</Tag>}
    </div>
  );
}
