import { Alert, Progress } from 'antd';
import type { Calendar } from '../../api/types';
import { useLanguage } from '../../words/use-language';

/** How many running cases still count by an older version. */
export function Rearming({ cases: { running, behind } }: { readonly cases: Calendar['cases'] }) {
  const { say } = useLanguage();
  if (running === 0) return null;
  if (behind === 0) return <span className="quiet">{say('calendar.rearmed', { running })}</span>;
  const words = say('calendar.rearming', { running, behind });
  const percent = Math.floor((100 * (running - behind)) / running);
  return (
    <Alert
      role="status"
      type="info"
      showIcon
      title={words}
      description={<Progress percent={percent} aria-label={words} />}
    />
  );
}
