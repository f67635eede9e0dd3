import { Tag } from 'antd';
import type { Fault } from '../../api/types';
import { useLanguage } from '../../words/use-language';

/** How bad a fault is: level, urgency and class. */
export function Grading({ row: { level, urgency, class: kind } }: { readonly row: Fault }) {
  const { say, pick } = useLanguage();
  if (level === null) return <Tag>{say('fault.ungraded')}</Tag>;
  return (
    <span className="card-line">
      <Tag color={level.value === '1' ? 'error' : level.value === '2' ? 'warning' : 'default'}>{pick(level.title)}</Tag>
      {urgency && <Tag color={urgency.value === 'critical' ? 'error' : 'default'}>{pick(urgency.title)}</Tag>}
      {kind && <Tag color={kind.value === 'disaster' ? 'error' : 'default'}>{pick(kind.title)}</Tag>}
    </span>
  );
}
