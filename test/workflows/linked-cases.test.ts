import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import pino from 'pino';
import { createActivities } from '../../activities';
import { connectToTemporal, createGateway, type Gateway } from '../../api/gateway';
import { openCase } from '../../api/use-cases/open-case';
import type { ProcessContract } from '../../models/contracts/process';
import type * as Processes from '../../models/contracts/processes';
import { scrapProcess } from '../../models/contracts/scrap';
import { publishedCalendars } from '../../models/published-calendars';
import { tellOfLinkedCases } from '../../worker/chores/linked-cases';
import { workerOptions } from '../../worker/create-worker';
import { apiForThisFile } from '../api/api-under-test';
import { changeBody } from '../harness/cutover-forms';
import { eventually } from '../harness/eventually';

const mockOpening: ProcessContract = {
  ...scrapProcess,
  ...{ type: 'opening', prefix: 'FQ', title: { zh: '发起流程', en: 'Opening procedure' }, documents: {} },
  stages: { change: { zh: '变更', en: 'Change' } },
  steps: {},
};
jest.mock('../../models/contracts/processes', () => {
  const actual = jest.requireActual<typeof Processes>('../../models/contracts/processes');
  return { ...actual, processOf: (type: string) => (type === 'opening' ? mockOpening : actual.processOf(type)) };
});

const LI = { id: 'U-li', name: '李工' };

describe('a case that a procedure opens (ADR 3)', () => {
  const api = apiForThisFile();
  const running: { worker?: Worker; connection?: NativeConnection; ended?: Promise<void>; gateway?: Gateway } = {};

  beforeAll(async () => {
    const servers = JSON.parse(process.env.OPSFLOW_TEST_SERVERS ?? '{}') as { TEMPORAL_ADDRESS: string };
    const config = {
      ...api.deps.config,
      ...{ TEMPORAL_ADDRESS: servers.TEMPORAL_ADDRESS, UPDATE_DEADLINE_MS: 30_000 },
      TEMPORAL_TASK_QUEUE: `opening-${randomBytes(5).toString('hex')}`,
    };
    const gateway = createGateway(await connectToTemporal(config), config);
    running.gateway = gateway;
    running.connection = await NativeConnection.connect({ address: servers.TEMPORAL_ADDRESS });
    running.worker = await Worker.create({
      ...{ ...workerOptions(config), connection: running.connection },
      activities: createActivities({
        ...{ config, db: api.db, calendar: publishedCalendars(api.db), outbox: { deliver: () => Promise.resolve() } },
        openCase: async (toOpen) => await openCase({ ...api.deps, config, gateway }, toOpen),
      }),
      workflowsPath: path.join(__dirname, 'opening-procedure.ts'),
    });
    running.ended = running.worker.run();
  }, 120_000);
  afterAll(async () => {
    running.worker?.shutdown();
    await running.ended;
    await running.connection?.close();
  });

  async function begins(form: Readonly<Record<string, unknown>>): Promise<string> {
    const id = `FQ-20261123-${Math.floor(Math.random() * 1e9)}`;
    await running.gateway!.begin({
      head: {
        ...{ id, process: 'opening', customer: { id: 'C-0001', name: '江州市财政信息中心' }, applicant: LI },
        ...{ subject: '数据库变慢', priority: 'normal', startedAt: new Date().toISOString() },
      },
      policy: { deadlines: {}, cancelRoles: [], amounts: {} },
      ...{ calendar: { id: '7x24', version: 1 }, request: form, facts: {}, attachments: [], locks: [] },
      ...{ answerKey: randomUUID(), bodyHash: 'h' },
    });
    return id;
  }

  const rowOf = async (caseId: string) => (await api.db.cases.findById(caseId).lean())!;
  const opened = async (caseId: string) =>
    await eventually(async () => {
      const [link] = (await rowOf(caseId)).links ?? [];
      if (!link) throw new Error('no case is linked yet');
      return link.caseId;
    }, 100);
  const ends = async (caseId: string) =>
    await eventually(async () => {
      const row = await rowOf(caseId);
      if (row.state === 'open') throw new Error(`${caseId} is open: ${JSON.stringify(row.waiting)}`);
      return row;
    }, 100);
  const withdraws = async (caseId: string) =>
    await running.gateway!.withdraw(caseId, {
      ...{ at: new Date().toISOString(), key: randomUUID(), bodyHash: 'h', actor: { ...LI, keys: ['person:U-li'] } },
      reason: '不再需要',
    });
  const tells = async () =>
    await tellOfLinkedCases(api.db, running.gateway!, pino({ enabled: false }), () => new Date());

  it('is a case like any other, under the name of its applicant; both sides know of each other', async () => {
    const caseId = await begins(changeBody().form);
    const change = await opened(caseId);
    expect(await rowOf(change)).toMatchObject({
      process: 'change-cutover',
      applicant: LI,
      origin: caseId,
      state: 'open',
    });
    expect(await rowOf(caseId)).toMatchObject({
      waiting: { kind: 'case', caseId: change },
      links: [{ caseId: change, process: 'change-cutover', state: 'open' }],
    });
    expect((await api.db.intake.find({ 'input.head.origin': caseId }).lean()).map(({ _id }) => _id)).toEqual([change]);
  });

  it('is waited for: its end is told once, however often that is tried', async () => {
    const caseId = await begins(changeBody().form);
    const change = await opened(caseId);
    await tells();
    expect((await rowOf(caseId)).state).toBe('open');
    await withdraws(change);
    await Promise.all([tells(), tells()]);
    expect(await ends(caseId)).toMatchObject({
      state: 'rolled-back',
      links: [{ caseId: change, state: 'withdrawn' }],
    });
    await tells();
    const told = await api.db.journal.find({ caseId, kind: 'linked-closed' }).lean();
    expect(told.map(({ details }) => details)).toEqual([
      { caseId: change, process: 'change-cutover', state: 'withdrawn' },
    ]);
    expect((await rowOf(change)).originToldAt).toBeInstanceOf(Date);
  });

  it('that its applicant may not open, or whose form is wrong, is refused as for a person; the procedure goes on', async () => {
    const other = await begins({ ...changeBody().form, customer: 'C-0003' });
    expect((await ends(other)).state).toBe('rejected');
    const blank = await begins({ ...changeBody().form, reach: '' });
    expect((await ends(blank)).state).toBe('rejected');
    expect(await api.db.intake.countDocuments({ 'input.head.origin': { $in: [other, blank] } })).toBe(0);
  });

  it('is not told of again once it was', async () => {
    const caseId = await begins(changeBody().form);
    const change = await opened(caseId);
    await api.db.cases.updateOne({ _id: change }, { $set: { originToldAt: new Date() } });
    await withdraws(change);
    await tells();
    expect((await rowOf(caseId)).state).toBe('open');
  });
});
