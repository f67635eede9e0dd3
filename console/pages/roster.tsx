import { EditOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { rosterQuery } from '../api/queries';
import type { Duty, Roster } from '../api/types';
import { useApi } from '../api/use-api';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useFilters } from '../parts/use-filters';
import { useNow } from '../parts/use-now';
import { useMe } from '../session/use-me';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { ChangeForm } from './roster/change-form';
import { DutyChanges } from './roster/changes';
import { dayAt, daysOf, monthAfter, monthInWords, windowOf } from './roster/days';
import { DutyMonth } from './roster/duty-month';
import { OnDutyNow } from './roster/on-duty-now';

/** The duty roster of a team: who is on duty now, and a month of it. */
export function RosterPage() {
  const { id = '' } = useParams();
  const { say, language } = useLanguage();
  const { timeZone } = settings();
  const today = dayAt(useNow(), timeZone);
  const [filters, change] = useFilters(['month']);
  const month = /^\d{4}-\d{2}$/.test(filters.month ?? '') ? (filters.month ?? '') : today.slice(0, 7);
  const query = useQuery({
    ...rosterQuery(useApi(), id, windowOf(month, timeZone)),
    placeholderData: keepPreviousData,
  });
  const move = (by: number) => change({ month: monthAfter(month, by) });
  return (
    <Loaded query={query}>
      {(roster) => (
        <Page title={say('roster.title', { team: roster.team.name })} extra={<Edit roster={roster} />}>
          <div className="stack">
            <Card title={say('roster.now')}>
              <OnDutyNow teamId={id} changes={roster.changes} />
            </Card>
            <Flex gap={8} align="center">
              <Button icon={<LeftOutlined aria-hidden />} aria-label={say('roster.before')} onClick={() => move(-1)} />
              <strong>{monthInWords(month, language)}</strong>
              <Button icon={<RightOutlined aria-hidden />} aria-label={say('roster.after')} onClick={() => move(1)} />
            </Flex>
            <Month roster={roster} month={month} today={today} />
            {roster.roster && <DutyChanges roster={roster} />}
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Edit({ roster }: { readonly roster: Roster }) {
  const { say } = useLanguage();
  return (
    <Flex gap={8}>
      <Link to={`/teams/${roster.team.id}`}>{say('roster.team')}</Link>
      {roster.may.edit && (
        <Link to={`/teams/${roster.team.id}/roster/edit`}>
          <EditOutlined aria-hidden /> {say('roster.edit')}
        </Link>
      )}
    </Flex>
  );
}

function Month({ roster, month, today }: { readonly roster: Roster; readonly month: string; readonly today: string }) {
  const me = useMe();
  const now = useNow();
  const { say, language } = useLanguage();
  const [duty, setDuty] = useState<Duty | null>(null);
  if (!roster.roster) return <Alert type="info" showIcon title={say('roster.none')} />;
  const isMine = ({ people }: Duty) =>
    people.some(({ id, forWhom, by }) => by !== 'manager' && (forWhom?.id ?? id) === me.id);
  const mayChange = (one: Duty) =>
    one.to !== null && Date.parse(one.to) > now && (roster.may.edit || (roster.may.handOver && isMine(one)));
  const days = daysOf(month, roster.stretches);
  const isOpen = days.some(({ duties }) => duties.some(mayChange));
  return (
    <>
      {isOpen && <p className="quiet hint">{say(roster.may.edit ? 'roster.mayChange' : 'roster.mayHandOver')}</p>}
      <DutyMonth
        changes={roster.changes}
        days={days}
        today={today}
        key={month}
        label={say('roster.month', { month: monthInWords(month, language) })}
        mayChange={mayChange}
        change={setDuty}
      />
      {duty && <ChangeForm roster={roster} duty={duty} close={() => setDuty(null)} />}
    </>
  );
}
