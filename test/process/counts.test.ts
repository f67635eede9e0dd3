import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { createGateway } from '../../api/gateway';
import { readConfig } from '../../models/config';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

const UPDATE_ACCEPTED = 41;
const ACTIVITY_STARTED = 11;
const ACTIVITY_COMPLETED = 12;

interface Sent {
  readonly command: string;
  readonly collection: string;
  readonly isInTransaction: boolean;
}

/** The commands that API and worker send to MongoDB from now on, as their debug logs tell. */
function watchCommands({ api, worker }: Installation): () => Sent[] {
  const parts = [api.lines, worker?.lines ?? []].map((lines) => ({ lines, from: lines.length }));
  return () => {
    const lines = parts
      .flatMap((part) => part.lines.slice(part.from))
      .filter((line) => line.includes('"msg":"mongodb"'));
    return lines.map((line) => JSON.parse(line) as Sent);
  };
}

describe('what a step costs', () => {
  let h: Installation;
  beforeAll(async () => {
    // The sweepers would add commands of their own to what is counted.
    h = await Installation.start({ SWEEP_INTERVAL_MS: '3600000', LOG_LEVEL: 'debug' });
  });
  afterAll(async () => {
    await h.stop();
  });

  async function eventTypes(caseId: string): Promise<number[]> {
    const { events } = await h.temporal.workflow.getHandle(caseId).fetchHistory();
    return (events ?? []).map((event) => Number(event.eventType));
  }

  async function mailsAreOut(caseId: string): Promise<void> {
    await eventually(async () => {
      const types = await eventTypes(caseId);
      const count = (type: number) => types.filter((candidate) => candidate === type).length;
      expect(count(ACTIVITY_STARTED)).toBe(count(ACTIVITY_COMPLETED));
      expect(await h.db.mails.countDocuments({ caseId, state: { $ne: 'sent' } })).toBe(0);
    });
    await pause(300);
  }

  it('at most 16 events of history a human step, with its mails and its deadline; none while it waits', async () => {
    const caseId = await h.as('li').startsScrap(await h.device({ valueInYuan: 20_000 }));
    await mailsAreOut(caseId);
    for (const [who, step, outcome] of [
      ['chen', 'receipt', 'submit'],
      ['wang', 'manager-review', 'approve'],
      ['chen', 'department-review', 'approve'],
      ['zhou', 'finance-review', 'approve'],
    ] as const) {
      const before = (await eventTypes(caseId)).length;
      expect((await h.as(who).decides(caseId, step, outcome)).status).toBe(200);
      await mailsAreOut(caseId);
      const types = await eventTypes(caseId);
      expect(types.filter((type) => type === UPDATE_ACCEPTED).length).toBeGreaterThan(0);
      expect(types.length - before).toBeLessThanOrEqual(16);
    }
    const waiting = (await eventTypes(caseId)).length;
    await pause(3_000);
    expect((await eventTypes(caseId)).length).toBe(waiting);
  });

  it('at most 8 commands to MongoDB in a record with its commit, at most 12 in all for an approval', async () => {
    const caseId = await h.as('li').startsScrap(await h.device({ valueInYuan: 20_000 }));
    await h.as('chen').submits(caseId, 'receipt');
    await mailsAreOut(caseId);
    const task = await h.as('wang').taskOf(caseId, 'manager-review');
    const commandsSent = watchCommands(h);
    const body = { outcome: 'approve', comment: '同意', form: { signature: true } };
    expect((await h.as('wang').post(`/tasks/${task}/complete`, body)).status).toBe(200);
    await mailsAreOut(caseId);
    const commands = commandsSent();
    const record = commands.filter((sent) => sent.isInTransaction);
    expect(record.map(({ command, collection }) => `${command} ${collection}`.trim())).toEqual([
      'update cases',
      'update tasks',
      'insert journal',
      'insert steps',
      'insert answers',
      'insert mails',
      'commitTransaction',
    ]);
    const approval = commands.filter(({ collection, isInTransaction }) => isInTransaction || collection !== 'mails');
    expect(approval.length).toBeLessThanOrEqual(12);
  });

  it('one call to Temporal for an approval', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    const calls: string[] = [];
    const connection = await Connection.connect({
      address: h.env.TEMPORAL_ADDRESS ?? '',
      interceptors: [
        (options, nextCall) => {
          calls.push(options.method_definition.path.split('/').at(-1) ?? '');
          return nextCall(options) as never;
        },
      ],
    });
    const gateway = createGateway(new Client({ connection }), readConfig(h.env));
    const keys = ['role:competent-department:C-0001'];
    calls.length = 0;
    await gateway.complete(caseId, {
      at: new Date().toISOString(),
      key: 'one-call',
      bodyHash: '',
      actor: { id: await h.as('chen').id(), name: '陈科长', keys },
      taskId: `${caseId}.receipt.1`,
      outcome: 'submit',
      comment: '',
      returnTo: null,
      form: {},
      names: {},
      attachments: [],
    });
    await connection.close();
    expect(calls).toEqual(['UpdateWorkflowExecution']);
  });
});
