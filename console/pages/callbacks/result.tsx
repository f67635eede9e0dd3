import { Tag } from 'antd';
import type { Callback } from '../../api/types';
import { useLanguage } from '../../words/use-language';

/** What a callback came to, with its score; nothing while it is under way. */
export function CallbackResult({ row: { result } }: { readonly row: Callback }) {
  const { say } = useLanguage();
  if (result === null) return null;
  const { reached, satisfied, score, now } = result;
  if (!reached) return <Tag color="warning">{say('callback.result.unreached')}</Tag>;
  return (
    <Tag color={satisfied ? 'success' : 'error'}>
      {say(satisfied ? 'callback.result.satisfied' : 'callback.result.dissatisfied')}
      {score !== null && ` ${score}%`}
      {now !== null && `${say('word.separator')}${say(`callback.now.${now}`)}`}
    </Tag>
  );
}
