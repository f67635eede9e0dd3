import { Alert } from 'antd';
import { useSyncExternalStore } from 'react';
import type { Notices } from '../api/notices';
import { useLanguage } from '../words/use-language';

/** Says on top of every page that the server is away, or that a request is being repeated. */
export function NoticeBar({ notices }: { readonly notices: Notices }) {
  const { say } = useLanguage();
  const notice = useSyncExternalStore(notices.listen, notices.get);
  if (notice.kind === 'fine') return null;
  const words = notice.kind === 'busy' ? say('notice.busy', { attempt: notice.attempt }) : say('notice.offline');
  return <Alert banner type="warning" role="status" title={words} />;
}
