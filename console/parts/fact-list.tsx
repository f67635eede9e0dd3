import { Card, Descriptions } from 'antd';
import type { Task } from '../api/types';
import { useLanguage } from '../words/use-language';

/** What there is to know of what a task is about; nothing where there is nothing. */
export function FactCard({ facts }: Pick<Task, 'facts'>) {
  const { say, pick } = useLanguage();
  if (facts.length === 0) return null;
  return (
    <Card title={say('task.about')}>
      <Descriptions
        size="small"
        column={1}
        items={facts.map(({ label, value }, index) => ({
          key: index,
          label: pick(label),
          children: <span className="lines">{typeof value === 'string' ? value : pick(value)}</span>,
        }))}
      />
    </Card>
  );
}
