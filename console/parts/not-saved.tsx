import { Alert, Button } from 'antd';
import type { ErrorCode } from '../../models/codes';
import { isProblem } from '../api/problem';
import { useLanguage } from '../words/use-language';
import { whyOf } from './why';

interface Props {
  /** Null: nothing went wrong. */
  readonly error: Error | null;
  /** The refusals that say that what is on the page is no longer so. */
  readonly outdated: readonly ErrorCode[];
  readonly reload: () => void;
}

/** Why something was not kept; where the page shows what is no longer so, the way to what is. */
export function NotSaved({ error, outdated, reload }: Props) {
  const { say, language } = useLanguage();
  if (!error) return null;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={whyOf(error, language)}
      action={isProblem(error, ...outdated) && <Button onClick={reload}>{say('calendar.reload')}</Button>}
    />
  );
}
