import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { keptHistories } from '../harness/histories';
import { quietRuntime } from '../harness/quiet';

const bundle = { codePath: join(__dirname, '../../dist/workflow-bundle.js') };
const histories = keptHistories();

beforeAll(quietRuntime);

describe('recorded histories', () => {
  it('exist for each path of each procedure', () => {
    expect(histories.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'scrap-approved',
        'scrap-approved-by-finance',
        'scrap-refused-manager-review',
        'scrap-refused-department-review',
        'scrap-refused-finance-review',
        'scrap-sent-back',
        'scrap-withdrawn',
        'scrap-cancelled',
        'scrap-claimed-and-transferred',
        'scrap-escalated',
        'scrap-expired',
        'scrap-paused',
        'scrap-paused-until',
        'scrap-overall-limit',
        'scrap-approved-together',
        'scrap-refused-by-veto',
        'scrap-voter-added',
        'scrap-voter-removed',
        'scrap-vote-withdrawn',
        'scrap-nudged',
        'scrap-substitute',
        'scrap-substitute-called',
        'scrap-delegated',
        'scrap-delegation-over',
        'scrap-on-duty',
        'scrap-duty-called',
        'scrap-duty-silent',
      ]),
    );
  });

  it.each(histories)('$name replays on the present code', async ({ name, history }) => {
    await expect(
      Worker.runReplayHistory({ workflowBundle: bundle }, historyFromJSON(history), name),
    ).resolves.toBeUndefined();
  });
});
