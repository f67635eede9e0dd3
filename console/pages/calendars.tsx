import { useQuery } from '@tanstack/react-query';
import { Empty, Tag } from 'antd';
import { calendarsQuery } from '../api/queries';
import type { CalendarLine } from '../api/types';
import { useApi } from '../api/use-api';
import { LinkCard } from '../parts/link-card';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useLanguage } from '../words/use-language';
import { AddCalendar } from './calendar/add-calendar';
import { CalendarTags } from './calendar/tags';

/** The calendars in which deadlines run. */
export function Calendars() {
  const { say } = useLanguage();
  const query = useQuery(calendarsQuery(useApi()));
  return (
    <Page title={say('calendars.title')} extra={<AddCalendar />}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty description={say('calendars.none')} />
          ) : (
            <ul className="cards tiles" aria-label={say('calendars.title')}>
              {items.map((calendar) => (
                <li key={calendar.id}>
                  <CalendarCard calendar={calendar} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function CalendarCard({ calendar }: { readonly calendar: CalendarLine }) {
  const { say, pick } = useLanguage();
  const { id, title, timeZone, holidays, published } = calendar;
  return (
    <LinkCard
      to={`/calendars/${id}`}
      title={
        <>
          <span>{pick(title)}</span>
          <CalendarTags calendar={calendar} />
        </>
      }
    >
      <div className="card-line quiet">
        <span>{id}</span>
        {published && <Tag>{say('calendar.version', { version: published.version })}</Tag>}
        <span>{timeZone}</span>
      </div>
      <div className="quiet">{say(`calendar.holidays.${holidays}`)}</div>
      {typeof published?.knownUntil === 'number' && (
        <div className="quiet">{say('calendar.knownUntil', { year: published.knownUntil })}</div>
      )}
    </LinkCard>
  );
}
