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
        'change-cutover-called-off',
        'change-cutover-clash-accepted',
        'change-cutover-completed',
        'change-cutover-emergency',
        'change-cutover-forward',
        'change-cutover-halted',
        'change-cutover-late-refusal',
        'change-cutover-not-restored',
        'change-cutover-observation',
        'change-cutover-over-time',
        'change-cutover-refused',
        'change-cutover-standard',
        'change-cutover-undo-trouble',
        'change-cutover-waits',
        'change-cutover-window-end',
        'callback-came-to-nothing',
        'callback-checked',
        'callback-complaint',
        'callback-fault',
        'callback-hidden-later',
        'callback-measures',
        'callback-not-answered',
        'callback-not-reached',
        'callback-not-true',
        'callback-out-of-hours',
        'callback-refused',
        'callback-reopened',
        'callback-satisfied',
        'callback-still-not',
        'callback-too-late',
        'complaint-all-levels',
        'complaint-by-phone',
        'complaint-called-back',
        'complaint-completed',
        'complaint-found',
        'complaint-late',
        'complaint-measures',
        'complaint-of-outsider',
        'complaint-of-persons',
        'complaint-raised',
        'complaint-returned',
        'complaint-withdrawn',
        'fault-by-phone',
        'fault-cancelled-with-joined',
        'fault-emergency',
        'fault-escalated',
        'fault-graded-anew',
        'fault-joined',
        'fault-level-3',
        'fault-nobody-answers',
        'fault-not-solved',
        'fault-unanswered',
        'fault-with-change',
        'hidden-danger-measures',
        'hidden-danger-none',
        'hidden-danger-refused',
        'hidden-danger-severe',
        'hidden-danger-unsolved',
        'major-maintenance-again',
        'major-maintenance-cancelled',
        'major-maintenance-completed',
        'major-maintenance-of-danger',
        'major-maintenance-of-fault',
        'major-maintenance-progress',
        'major-maintenance-unanswered',
        'onsite-completed',
        'onsite-not-signed',
      ]),
    );
  });

  it.each(histories)('$name replays on the present code', async ({ name, history }) => {
    await expect(
      Worker.runReplayHistory({ workflowBundle: bundle }, historyFromJSON(history), name),
    ).resolves.toBeUndefined();
  });
});
