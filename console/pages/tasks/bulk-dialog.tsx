import { useQueries } from '@tanstack/react-query';
import { Alert, Modal, Skeleton } from 'antd';
import { newKey } from '../../api/key';
import { isProblem } from '../../api/problem';
import { taskQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { Failure } from '../../parts/failure';
import { useLanguage } from '../../words/use-language';
import { BulkForm, type BulkValues } from './bulk-form';
import { BulkResults } from './bulk-results';
import { isLeft } from './in-turn';
import { bodyOf, waysOf, whyAlone } from './together';
import { useBulkRun } from './use-bulk-run';

interface Props {
  readonly ids: readonly string[];
  /** Told which tasks remain chosen. */
  readonly close: (left: readonly string[]) => void;
}

/** Decides several tasks: reads each, says which go together and which do not, and sends one decision after another. */
export function BulkDialog({ ids, close }: Props) {
  const client = useApi();
  const { say } = useLanguage();
  const run = useBulkRun();
  const read = useQueries({ queries: ids.map((id) => ({ ...taskQuery(client, id), staleTime: 0 })) });
  const gone = read.filter(({ error, data }) => !data && isProblem(error, 'not-found')).length;
  const unread = read.find(({ error, data }) => !data && error && !isProblem(error, 'not-found'));
  const tasks = read.flatMap(({ data }) => (data ? [data] : []));
  const hasBegun = run.orders.length > 0;
  const leave = () =>
    close(hasBegun ? run.orders.filter((one) => isLeft(run.fateOf(one))).map(({ task }) => task.id) : ids);
  const begin = ({ outcome: chosen, comment }: BulkValues) => {
    const answer = { outcome: chosen, comment: comment?.trim() ?? '' };
    const joined = tasks.filter((task) => whyAlone(task, chosen) === null);
    run.begin(joined.map((task) => ({ task, key: newKey(), body: bodyOf(task, answer) })));
  };
  const content = () => {
    if (hasBegun) return <BulkResults run={run} close={leave} />;
    if (unread?.error) return <Failure error={unread.error} retry={() => void unread.refetch()} />;
    if (tasks.length + gone < ids.length) return <Skeleton active />;
    return (
      <>
        {gone > 0 && <Alert type="info" showIcon title={say('bulk.gone', { count: gone })} />}
        <BulkForm tasks={tasks} ways={waysOf(tasks)} begin={begin} close={leave} />
      </>
    );
  };
  return (
    <Modal
      open
      title={say('bulk.title')}
      width={640}
      closable={!run.isUnderWay}
      keyboard={!run.isUnderWay}
      mask={{ closable: false }}
      onCancel={leave}
      footer={null}
    >
      {content()}
    </Modal>
  );
}
