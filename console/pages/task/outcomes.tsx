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
  /** What is decided, in words; where it is given, agreement is confirmed as well. */
  readonly confirms?: string;
}

/** The outcomes of a task as buttons; what ends a case or makes decisions void is confirmed first. */
export function Outcomes({ task, isUnderWay, check, send, confirms }: Props) {
  const { say, pick } = useLanguage();
  const { modal } = App.useApp();
  const decide = async (outcome: Outcome, title: string) => {
    if (!(await check(outcome))) return;
    const agrees = outcome !== 'reject' && outcome !== 'return';
    if (agrees && confirms === undefined) {
      send(outcome);
      return;
    }
    const consequence =
      outcome === 'reject'
        ? say('task.confirm.final', { outcome: title })
        : outcome === 'return' && say('task.confirm.return');
    const isConfirmed = await modal.confirm({
      title: say('task.confirm.submit', { outcome: title }),
      content: (
        <>
          {confirms !== undefined && <p>{say('task.confirm.once', { subject: confirms })}</p>}
          {consequence}
        </>
      ),
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
