import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { useTitle } from '../parts/use-title';
import { useLanguage } from '../words/use-language';

/** An address that leads nowhere. */
export function NotFound() {
  const { say } = useLanguage();
  useTitle(say('failure.notFound'));
  return (
    <Result
      status="404"
      title={<h1 className="plain">{say('failure.notFound')}</h1>}
      subTitle={say('failure.notFoundHelp')}
      extra={
        <Link to="/tasks">
          <Button>{say('task.toInbox')}</Button>
        </Link>
      }
    />
  );
}
