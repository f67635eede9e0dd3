import { App, Button } from 'antd';
import type { Outcome } from '../../../models/codes';
import { useLanguage } from '../../words/use-language';
import type { Asked } from './asked';

interface Props {
  readonly task: Asked;
  readonly isUnderWay: boolean;
  /** True when what is filled in suffices for this outcome. */
  readonly check: (outcome: Outcome) => Promise<boolean>;
  readonly send: (outcome: Outcome) => void;
}

/** The outcomes of a task as buttons; what ends a case or makes decisions void is confirmed first. */
export function Outcomes({ task, isUnderWay, check, send }: Props) {
  const { say, pick } = useLanguage();
  const { modal } = App.useApp();
  const decide = async (outcome: Outcome, title: string) => {
    if (!(await check(outcome))) return;
    if (outcome !== 'reject' && outcome !== 'return') {
      send(outcome);
      return;
    }
    const isConfirmed = await modal.confirm({
      title: say('task.confirm.submit', { outcome: title }),
      content: outcome === 'reject' ? say('task.confirm.final', { outcome: title }) : say('task.confirm.return'),
      okText: title,
      okButtonProps: { danger: outcome === 'reject' },
      cancelText: say('action.cancel'),
    });
    if (isConfirmed) send(outcome);
  };
  return (
    <div className="outcomes">
      {task.outcomes.map(({ outcome, title }) => (
        <Button
          key={outcome}
          size="large"
          type={outcome === 'submit' || outcome === 'approve' ? 'primary' : 'default'}
          danger={outcome === 'reject'}
          loading={isUnderWay}
          onClick={() => void decide(outcome, pick(title))}
        >
          {pick(title)}
        </Button>
      ))}
    </div>
  );
}
