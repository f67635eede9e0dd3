import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Card, Skeleton, Timeline } from 'antd';
import { journalQuery, processesQuery } from '../../api/queries';
import type { Case, JournalEntry } from '../../api/types';
import { useApi } from '../../api/use-api';
import { Instant } from '../../parts/instant';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { EntryDeadlines } from './entry-deadlines';
import { journalSentence, journalWords, type Telling } from '../../../models/contracts/journal-sentence';

const COLOURS: Partial<Record<JournalEntry['kind'], string>> = {
  'vote-cast': 'cyan',
  'task-completed': 'green',
  'case-closed': 'green',
  returned: 'orange',
  'level-raised': 'orange',
  reminded: 'orange',
  'handed-over': 'orange',
  told: 'red',
  'task-expired': 'red',
  'clock-breached': 'red',
  'clock-expired': 'red',
  'clock-paused': 'orange',
  'task-withdrawn': 'gray',
  'stage-entered': 'gray',
};

/** What happened on a case, from its journal, the oldest first. */
export function TimelineCard({ row }: { readonly row: Case }) {
  const client = useApi();
  const { say, language } = useLanguage();
  const { data: processes } = useQuery(processesQuery(client));
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    ...journalQuery(client, row.id),
    // A new record of the case has new entries.
    queryKey: [...journalQuery(client, row.id).queryKey, row.journalHead.seq],
  });
  const process = processes?.items.find(({ type }) => type === row.process);
  const stages = process?.stages ?? [];
  const taskOf = (taskId: string | null) => row.tasks.find((task) => task.id === taskId);
  const told: Telling = {
    language,
    timeZone: settings().timeZone,
    stepOf: (taskId) => taskOf(taskId)?.title ?? null,
    clockOf: (clock) => row.clocks.find((one) => one.name === clock)?.title ?? null,
    alarmOf: (alarm) => process?.alarms.find((one) => one.alarm === alarm)?.title ?? null,
    stageOf: (stage) => stages.find((one) => one.stage === stage)?.title ?? null,
    outcomeOf: (taskId) => taskOf(taskId)?.outcomeTitle ?? null,
  };
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={say('case.timeline')}>
      {!data && <Skeleton active />}
      <Timeline
        items={entries.map((entry) => ({
          key: entry.seq,
          color: COLOURS[entry.kind] ?? 'blue',
          content: <Entry entry={entry} told={told} />,
        }))}
      />
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{say('case.showAll')}</Button>}
    </Card>
  );
}

function Entry({ entry, told }: { readonly entry: JournalEntry; readonly told: Telling }) {
  const words = journalWords(entry, told.language);
  return (
    <>
      <div>{journalSentence(entry, told)}</div>
      {words !== '' && <blockquote className="lines said">{words}</blockquote>}
      <EntryDeadlines entry={entry} told={told} />
      <small className="quiet">
        <Instant at={entry.at} />
      </small>
    </>
  );
}
