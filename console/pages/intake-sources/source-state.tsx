import { Tag } from 'antd';
import type { IntakeSource } from '../../api/types';
import { useLanguage } from '../../words/use-language';

/** Whether anything is taken from a source. */
export function SourceState({ row: { isEnabled } }: { readonly row: IntakeSource }) {
  const { say } = useLanguage();
  return <Tag color={isEnabled ? 'success' : 'default'}>{say(isEnabled ? 'source.enabled' : 'source.disabled')}</Tag>;
}
