import { Button, Result } from 'antd';
import { useRouteError } from 'react-router';
import { useLanguage } from '../words/use-language';

/** Shown where a page has thrown: nothing is lost, and how to go on. */
export function ErrorBoundary() {
  const { say } = useLanguage();
  const error = useRouteError();
  return (
    <Result
      status="error"
      title={say('failure.page')}
      subTitle={say('failure.pageHelp')}
      extra={<Button onClick={() => window.location.reload()}>{say('failure.reload')}</Button>}
    >
      <pre className="lines">{error instanceof Error ? error.message : String(error)}</pre>
    </Result>
  );
}
