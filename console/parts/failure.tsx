import { Button, Result } from 'antd';
import { isProblem } from '../api/problem';
import { useLanguage } from '../words/use-language';
import { whyOf } from './why';

/** Shown in place of what could not be read: why, the number to tell an administrator, and how to go on. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const { say, language } = useLanguage();
  if (isProblem(error, 'not-found'))
    return (
      <Result
        status="404"
        title={<h1 className="plain">{whyOf(error, language)}</h1>}
        subTitle={say('failure.notFoundHelp')}
      />
    );
  return (
    <Result
      status="warning"
      title={whyOf(error, language)}
      subTitle={isProblem(error) ? say('failure.requestId', { id: error.problem.requestId }) : undefined}
      extra={<Button onClick={retry}>{say('action.retry')}</Button>}
    />
  );
}
