import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { Button, Grid } from 'antd';
import { useState } from 'react';
import { listQuery, taskQuery } from '../../api/queries';
import type { TaskLine } from '../../api/types';
import { useApi } from '../../api/use-api';
import { RecordList } from '../../parts/record-list';
import { useLanguage } from '../../words/use-language';
import { TaskCard, useTaskColumns } from '../task/task-line';
import { ChooseAll, ChooseBox } from './choose-box';
import { ChosenBar } from './chosen-bar';
import { isWorthChoosing, oneOfEach } from './together';
import { useChoice } from './use-choice';

const OFTEN_IN_MS = 30_000;

interface Props {
  readonly view: 'open' | 'claimed' | 'decided';
  readonly paused: string | undefined;
}

/** The tasks of one view; where several ask for no more than one answer they can be chosen and decided together. */
export function Inbox({ view, paused }: Props) {
  const { say } = useLanguage();
  const client = useApi();
  const columns = useTaskColumns(view === 'decided');
  const isDesk = Grid.useBreakpoint().md ?? true;
  const choice = useChoice();
  const [isChoosing, setChoosing] = useState(false);
  const query = listQuery<TaskLine>(client, '/tasks', { view, paused });
  const shown = useInfiniteQuery(query).data?.pages.flatMap((page) => page.items) ?? [];
  const samples = view === 'decided' || shown.length < 2 ? [] : oneOfEach(shown);
  const read = useQueries({ queries: samples.map(({ id }) => ({ ...taskQuery(client, id), staleTime: Infinity })) });
  const isWorth = isWorthChoosing(
    shown,
    read.flatMap(({ data }) => data ?? []),
  );
  const mayChoose = isWorth || choice.ids.length > 0;
  const box = (task: TaskLine) => <ChooseBox task={task} choice={choice} />;
  return (
    <>
      {mayChoose && !isDesk && (
        <div className="filters">
          <Button aria-pressed={isChoosing} onClick={() => setChoosing(!isChoosing)}>
            {say('bulk.several')}
          </Button>
        </div>
      )}
      {(choice.ids.length > 0 || (mayChoose && (isDesk || isChoosing))) && (
        <ChosenBar choice={choice}>
          <ChooseAll tasks={shown} choice={choice} />
        </ChosenBar>
      )}
      <RecordList<TaskLine>
        label={say(`tasks.${view}`)}
        query={{ ...query, refetchInterval: OFTEN_IN_MS }}
        columns={
          mayChoose
            ? [{ key: 'choose', className: 'choose', title: '', render: (_, task) => box(task) }, ...columns]
            : columns
        }
        card={(task) =>
          mayChoose && isChoosing ? (
            <div className="choosable">
              {box(task)}
              <TaskCard task={task} />
            </div>
          ) : (
            <TaskCard task={task} />
          )
        }
        to={(task) => `/tasks/${task.id}`}
        empty={say(paused ? 'tasks.nonePaused' : view === 'decided' ? 'tasks.noneDecided' : 'tasks.noneOpen')}
      />
    </>
  );
}
