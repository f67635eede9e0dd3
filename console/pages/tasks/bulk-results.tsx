import { Button, Flex, Progress, Tag } from 'antd';
import { assertNever } from '../../../models/codes';
import { problemWords } from '../../parts/why';
import type { Say } from '../../words/say';
import { useLanguage } from '../../words/use-language';
import { outcomeWords } from '../task/outcome-words';
import { NamedTask } from './bulk-tasks';
import { isLeft, type Fate, type Order } from './in-turn';
import type { BulkRun } from './use-bulk-run';

const COLOURS: Readonly<Record<Fate['state'], string>> = {
  waiting: 'default',
  sending: 'processing',
  done: 'success',
  refused: 'error',
  unsure: 'warning',
};

/** How far several decisions have come, and how each has fared. */
export function BulkResults({ run, close }: { readonly run: BulkRun; readonly close: () => void }) {
  const { say } = useLanguage();
  const states = run.orders.map((order) => run.fateOf(order).state);
  const count = (state: Fate['state']) => states.filter((one) => one === state).length;
  const [done, refused, all] = [count('done'), count('refused'), states.length];
  return (
    <div className="stack">
      <Progress
        aria-label={say('bulk.progress')}
        percent={Math.round((100 * (done + refused)) / Math.max(1, all))}
        showInfo={false}
      />
      <div role="status">{say('bulk.standing', { done, refused, left: all - done - refused })}</div>
      <ol className="named-tasks in-text">
        {run.orders.map((order) => (
          <Result key={order.task.id} order={order} fate={run.fateOf(order)} />
        ))}
      </ol>
      <div className="dialog-verbs">
        <Verbs run={run} close={close} />
      </div>
    </div>
  );
}

/** Stopping in between, going on with what is left, and leaving. */
function Verbs({ run, close }: { readonly run: BulkRun; readonly close: () => void }) {
  const { say } = useLanguage();
  const left = run.orders.filter((order) => isLeft(run.fateOf(order))).length;
  if (run.isUnderWay)
    return (
      <Button autoFocus disabled={run.isStopping} onClick={run.stop}>
        {say(run.isStopping ? 'bulk.stopping' : 'bulk.stop')}
      </Button>
    );
  return (
    <>
      {left > 0 && <Button onClick={run.goOn}>{say('bulk.goOn', { count: left })}</Button>}
      <Button autoFocus type="primary" onClick={close}>
        {say('bulk.close')}
      </Button>
    </>
  );
}

function Result({ order: { task, body }, fate }: { readonly order: Order; readonly fate: Fate }) {
  const { say, pick, language } = useLanguage();
  const words = wordsOf(fate, outcomeWords(task, body.outcome, pick), say);
  return (
    <li>
      <Flex gap={8} wrap>
        <NamedTask task={task} />
        <Tag color={COLOURS[fate.state]}>{words}</Tag>
      </Flex>
      {'error' in fate && <div className="quiet">{problemWords(fate.error, language)}</div>}
    </li>
  );
}

function wordsOf({ state }: Fate, outcome: string, say: Say): string {
  switch (state) {
    case 'waiting':
      return say('bulk.waiting');
    case 'sending':
      return say('bulk.sending');
    case 'done':
      return say('bulk.done', { outcome });
    case 'refused':
      return say('bulk.refused');
    case 'unsure':
      return say('bulk.unsure');
    default:
      return assertNever(state);
  }
}
