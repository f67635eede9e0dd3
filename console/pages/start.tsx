import { useQuery } from '@tanstack/react-query';
import { Card, Empty } from 'antd';
import { Link } from 'react-router';
import { processesQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useLanguage } from '../words/use-language';

/** The procedures that the person may start. */
export function Start() {
  const { say, pick } = useLanguage();
  const query = useQuery(processesQuery(useApi()));
  return (
    <Page title={say('start.title')}>
      <Loaded query={query}>
        {({ items }) => {
          const startable = items.filter((process) => process.mayStart);
          if (startable.length === 0) return <Empty description={say('start.none')} />;
          return (
            <ul className="cards tiles">
              {startable.map((process) => (
                <li key={process.type}>
                  <Link to={`/start/${process.type}`} className="card-link">
                    <Card hoverable title={pick(process.title)}>
                      <p className="quiet">{say('start.source', { source: process.source })}</p>
                      <p>{process.stages.map((stage) => pick(stage.title)).join(' → ')}</p>
                    </Card>
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Page>
  );
}
