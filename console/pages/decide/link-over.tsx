import { Result } from 'antd';
import type { ErrorCode } from '../../../models/codes';
import { useTitle } from '../../parts/use-title';
import { useLanguage } from '../../words/use-language';

/** A link that leads nowhere any more: why, and what to do. */
export function LinkOver({ why, detail }: { readonly why: ErrorCode; readonly detail?: string | undefined }) {
  const { say } = useLanguage();
  const title = say(
    why === 'link-expired' ? 'link.expired' : why === 'link-withdrawn' ? 'link.withdrawn' : 'link.unknown',
  );
  useTitle(title);
  return (
    <Result
      status="info"
      title={<h1 className="plain">{title}</h1>}
      subTitle={detail ? say('link.expiredHelp', { detail }) : say('link.overHelp')}
    />
  );
}
