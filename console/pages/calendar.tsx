import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { EDITORS } from '../../models/contracts/editors';
import { calendarQuery, calendarVersionQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useNow } from '../parts/use-now';
import { holdsAny, useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { CalendarFiles } from './calendar/files';
import { Rearming } from './calendar/rearming';
import { CalendarTags } from './calendar/tags';
import { TryDeadline } from './calendar/try-deadline';
import { Versions } from './calendar/versions';
import { WeekHours } from './calendar/week-hours';
import { YearCard } from './calendar/year-card';

/** A calendar in force: its year, its week, its versions, how far running cases have come into the newest one. */
export function CalendarPage() {
  const { id = '' } = useParams();
  const { say, pick } = useLanguage();
  const client = useApi();
  const navigate = useNavigate();
  const mayEdit = holdsAny(useMe(), EDITORS.calendars);
  const thisYear = new Date(useNow()).getFullYear();
  const [year, setYear] = useState(thisYear);
  const query = useQuery(calendarQuery(client, id));
  const version = useQuery(calendarVersionQuery(client, id, query.data?.published?.version));
  return (
    <Loaded query={query}>
      {(calendar) => (
        <Page
          title={pick(calendar.title)}
          extra={
            <>
              <CalendarTags calendar={calendar} />
              {mayEdit && (
                <Button icon={<EditOutlined aria-hidden />} onClick={() => void navigate(`/calendars/${id}/edit`)}>
                  {say('action.edit')}
                </Button>
              )}
            </>
          }
        >
          <div className="stack">
            <Rearming cases={calendar.cases} />
            <YearCard id={id} version={undefined} year={year} choose={setYear} />
            <div className="columns">
              {calendar.published && (
                <Card title={say('calendar.week')}>
                  <Loaded query={version}>{({ calendar: content }) => <WeekHours content={content} />}</Loaded>
                </Card>
              )}
              <div className="stack">
                <TryDeadline id={id} timeZone={calendar.timeZone} />
                <CalendarFiles id={id} year={year} />
              </div>
            </div>
            <Versions versions={calendar.versions} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}
