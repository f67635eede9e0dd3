import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Deadline } from '../../models/contracts/policy';
import { scrapProcess } from '../../models/contracts/scrap';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { refused } from './refusals';

const { deadlines } = scrapProcess.policy;
const within = (budgetInMs: number, ladder: Deadline['ladder']): Deadline => ({ budgetInMs, time: 'open', ladder });
const LADDER: Deadline['ladder'] = [
  { atPercent: 50, does: 'remind' },
  { atPercent: 100, does: 'tell', to: 'management' },
];
const LONG_ENOUGH_IN_MS = 5_000;
/** Long enough to pause it before half of it is used, on a busy machine too. */
const SHORT_IN_MS = 16_000;

describe('设备报废审批: clocks', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  const events = async (caseId: string) => (await h.temporal.workflow.getHandle(caseId).describe()).historyLength;
  const lines = async (caseId: string) => {
    const entries = await h.db.journal.find({ caseId }).sort({ seq: 1 }).lean();
    return entries.flatMap(({ kind, details, by }) => {
      if (!/^(clock|reminded|told)/.test(kind)) return [];
      return [`${kind} ${String(details.step ?? details.clock)}${by ? ` by ${by.name}` : ''}`];
    });
  };

  /** A case that waits for the project manager, with these deadlines. */
  async function inReview(review: Deadline, overall?: Deadline): Promise<string> {
    await h.setPolicy({
      deadlines: { ...deadlines, 'manager-review': review },
      caseDeadlines: overall ? { overall } : {},
    });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('chen').submits(caseId, 'receipt');
    await h.mails.expect('wang', '【待办】', caseId);
    return caseId;
  }

  it('a paused task reminds nobody, writes no event and has no deadline; resumed, the ladder goes on where it stood', async () => {
    const caseId = await inReview(within(SHORT_IN_MS, LADDER));
    await h.as('wang').pauses(caseId, 'manager-review', '等待用户补充鉴定材料');
    await h.mails.expect('li', '【暂停计时】', caseId);
    const task = await h.db.tasks.findOne({ caseId, step: 'manager-review' }).lean();
    expect(task).toMatchObject({ dueAt: null, pause: { reason: '等待用户补充鉴定材料' } });
    expect(task!.participants[0]!.assignee?.name).toBe('王经理');
    const { body } = await h.as('li').get(`/cases/${caseId}`);
    expect(body.waitingFor).toMatch(/^等待王经理办理“项目经理审批”；.+起暂停计时（等待用户补充鉴定材料）。$/);
    await eventually(async () => expect((await h.db.mails.find({ caseId, state: { $ne: 'sent' } })).length).toBe(0));
    const before = await events(caseId);
    await pause(SHORT_IN_MS / 2);
    expect(await events(caseId)).toBe(before);
    await h.mails.nothingElse(caseId);

    await h.as('wang').resumes(caseId, 'manager-review');
    const reminder = await h.mails.expect('wang', '【催办】', caseId);
    await h.mails.expect('wu', '【逾期】', caseId);
    expect(reminder.text).toMatch(/时限说明：时限 16 秒.+暂停 1 次（.+等待用户补充鉴定材料），共 .+不计；到期/);
    expect(await lines(caseId)).toEqual([
      'clock-paused manager-review by 王经理',
      'clock-resumed manager-review by 王经理',
      'reminded manager-review',
      'clock-breached manager-review',
      'told manager-review',
    ]);
    await h.as('wang').approves(caseId, 'manager-review');
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('chen').rejects(caseId, 'department-review', '缺少鉴定');
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'scrap-paused');
  });

  it('a pause with an end is over at that very instant: the ladder goes on, and who has the task is told', async () => {
    const caseId = await inReview(within(SHORT_IN_MS, LADDER), within(600_000, []));
    const until = new Date(Date.now() + LONG_ENOUGH_IN_MS).toISOString();
    await h.as('wang').pauses(caseId, 'manager-review', '等待配件到货', until);
    expect((await h.mails.expect('li', '【暂停计时】', caseId)).text).toMatch(/自动恢复：\d{4}年/);
    const task = await h.db.tasks.findOne({ caseId, step: 'manager-review' }).lean();
    expect(task).toMatchObject({ dueAt: null, pause: { reason: '等待配件到货', until } });
    const { body } = await h.as('li').get(`/cases/${caseId}`);
    expect(body.waitingFor).toMatch(/起暂停计时（等待配件到货），.+ 自动恢复。$/);
    expect((await h.mails.expect('wang', '【恢复计时】', caseId)).text).toContain(
      '暂停时间已到，“项目经理审批”恢复计时',
    );
    const resumed = await h.db.journal.findOne({ caseId, kind: 'clock-resumed' }).lean();
    expect(resumed).toMatchObject({ at: until, by: null, details: { step: 'manager-review', until } });
    await h.mails.expect('wang', '【催办】', caseId);
    await h.mails.expect('wu', '【逾期】', caseId);
    expect(await lines(caseId)).toEqual([
      'clock-started overall',
      'clock-paused manager-review by 王经理',
      'clock-paused overall',
      'clock-resumed manager-review',
      'clock-resumed overall',
      'reminded manager-review',
      'clock-breached manager-review',
      'told manager-review',
    ]);
    await h.mails.nothingElse(caseId);
    await h.as('wang').rejects(caseId, 'manager-review', '不同意');
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'scrap-paused-until');
  });

  it('a pause that ends while no worker runs was over when it should have been; one that was ended by hand ends once', async () => {
    const caseId = await inReview(within(600_000, LADDER));
    const until = new Date(Date.now() + LONG_ENOUGH_IN_MS).toISOString();
    await h.as('wang').pauses(caseId, 'manager-review', '等待用户', until);
    await h.killWorker();
    await pause(LONG_ENOUGH_IN_MS);
    await h.startWorker();
    await h.mails.expect('wang', '【恢复计时】', caseId);
    const ends = async () => await h.db.journal.find({ caseId, kind: 'clock-resumed' }).sort({ seq: 1 }).lean();
    expect((await ends()).map(({ at, by }) => [at, by])).toEqual([[until, null]]);
    const next = new Date(Date.now() + LONG_ENOUGH_IN_MS).toISOString();
    await h.as('wang').pauses(caseId, 'manager-review', '等待用户', next);
    await h.as('wang').resumes(caseId, 'manager-review');
    await pause(LONG_ENOUGH_IN_MS + 1_000);
    expect((await ends()).map(({ by }) => by?.name)).toEqual([undefined, '王经理']);
    const wasTold = async () => await h.mails.expect('li', '【暂停计时】', caseId);
    await wasTold();
    await wasTold();
    await h.mails.nothingElse(caseId);
    expect((await h.caseRow(caseId)).attention).toBeNull();
  });

  it('an overrun is on the task, on the case and in the figures, against whoever had it, and a decision does not undo it', async () => {
    const caseId = await inReview(within(600_000, []));
    await h.as('wang').post(`/tasks/${await h.as('wang').taskOf(caseId, 'manager-review')}/claim`, {});
    const late = await inReview(within(100, []));
    await eventually(async () => expect((await h.caseRow(late)).isBreached).toBe(true));
    const task = await h.db.tasks.findOne({ caseId: late, step: 'manager-review' }).lean();
    expect(task!.breachedAt).toEqual(task!.dueAt);
    await h.as('wang').approves(late, 'manager-review');
    const row = await h.caseRow(late);
    expect(row.breaches).toEqual([
      {
        ...{ clockId: task!._id, taskId: task!._id, about: 'task', name: 'manager-review' },
        at: task!.breachedAt!.toISOString(),
      },
    ]);
    expect(await h.db.overruns.find({ caseId: late }).lean()).toMatchObject([
      {
        ...{ _id: task!._id, process: 'scrap', customerId: 'C-0001', stage: 'manager-review', budgetInMs: 100 },
        ...{ at: task!.breachedAt, calendar: { id: '7x24', version: 1 }, people: [{ name: '王经理' }] },
      },
    ]);
    const listed = async (breached: boolean) => {
      const { body } = await h.as('wang').get<{ items: { id: string }[] }>(`/cases?limit=100&breached=${breached}`);
      return body.items.map(({ id }) => id);
    };
    expect(await listed(true)).toContain(late);
    expect(await listed(true)).not.toContain(caseId);
    expect(await listed(false)).toContain(caseId);
    expect(await listed(false)).not.toContain(late);
    const { body } = await h.as('wang').get<{ breaches: unknown[] }>(`/cases/${late}/clocks`);
    expect(body.breaches).toMatchObject([{ name: 'manager-review', title: { zh: '项目经理审批' } }]);
  });

  it('the limit of the whole case reminds who has the work at hand, tells management, and stands still with its only task', async () => {
    const caseId = await inReview(within(600_000, []), within(SHORT_IN_MS, LADDER));
    await h.as('wang').pauses(caseId, 'manager-review', '等待配件');
    await h.mails.expect('li', '【暂停计时】', caseId);
    const { body: paused } = await h.as('wang').get<{ items: object[] }>(`/cases/${caseId}/clocks`);
    expect(paused.items).toMatchObject([
      { name: 'overall', title: { zh: '整单时限' }, state: 'paused', pause: { reason: '等待配件' }, breachedAt: null },
    ]);
    await h.as('wang').resumes(caseId, 'manager-review');
    expect((await h.mails.expect('wang', '【催办】', caseId)).text).toContain('整单时限已用 50%');
    expect((await h.mails.expect('wu', '【逾期】', caseId)).text).toContain('整单时限已用完');
    expect(await lines(caseId)).toEqual([
      'clock-started overall',
      'clock-paused manager-review by 王经理',
      'clock-paused overall',
      'clock-resumed manager-review by 王经理',
      'clock-resumed overall',
      'reminded overall',
      'clock-breached overall',
      'told overall',
    ]);
    expect(await h.db.overruns.find({ caseId }).lean()).toMatchObject([
      { about: 'case', name: 'overall', taskId: null, people: [{ name: '王经理' }] },
    ]);
    await h.mails.nothingElse(caseId);
    await h.as('wang').rejects(caseId, 'manager-review', '不同意');
    const { clocks } = await h.ended(caseId);
    expect(clocks).toMatchObject([{ name: 'overall', clock: { isStopped: true } }]);
    expect(clocks![0]!.usedInMs).toBeGreaterThan(SHORT_IN_MS);
    await h.keepsHistory(caseId, 'scrap-overall-limit');
  });

  it('whoever leads may pause what is somebody else’s, who is told of the pause and of its end', async () => {
    await h.setPolicy({});
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('sun').pauses(caseId, 'receipt', '等待用户腾出库房');
    await h.mails.expect('chen', '【暂停计时】', caseId);
    await h.mails.expect('li', '【暂停计时】', caseId);
    expect((await h.as('chen').inbox(caseId))[0]).toMatchObject({ pause: { reason: '等待用户腾出库房' }, dueAt: null });
    await h.as('sun').resumes(caseId, 'receipt');
    await h.mails.expect('chen', '【恢复计时】', caseId);
    await h.mails.nothingElse(caseId);
    await h.as('sun').pauses(caseId, 'receipt', '等待用户腾出库房');
    await h.mails.expect('chen', '【暂停计时】', caseId);
    await h.as('chen').submits(caseId, 'receipt');
    expect((await h.story(caseId)).at(-3)).toBe('clock-resumed hand-back');
  });

  it('killed and started again during a pause, the worker writes the same journal and sends each reminder once', async () => {
    const caseId = await inReview(within(4_000, LADDER), within(8_000, LADDER));
    await h.as('wang').pauses(caseId, 'manager-review', '等待用户');
    const before = await h.db.journal.find({ caseId }).sort({ seq: 1 }).lean();
    await h.killWorker();
    await pause(LONG_ENOUGH_IN_MS);
    await h.startWorker();
    await h.as('wang').resumes(caseId, 'manager-review');
    await eventually(async () => expect(await lines(caseId)).toContain('told overall'), 200);
    const after = await h.db.journal.find({ caseId }).sort({ seq: 1 }).lean();
    expect(after.slice(0, before.length)).toEqual(before);
    expect((await lines(caseId)).filter((line) => /reminded|told|breached/.test(line)).sort()).toEqual([
      'clock-breached manager-review',
      'clock-breached overall',
      'reminded manager-review',
      'reminded overall',
      'told manager-review',
      'told overall',
    ]);
    expect(await h.db.cases.countDocuments({ _id: caseId, attention: null })).toBe(1);
  });

  it('why a deadline is what it is: the budget, what was counted, the pauses, the calendar; as data and in one sentence', async () => {
    const caseId = await inReview(within(3_600_000, []));
    await h.as('wang').pauses(caseId, 'manager-review', '等待用户');
    await h.as('wang').resumes(caseId, 'manager-review');
    const path = `/tasks/${await h.as('wang').taskOf(caseId, 'manager-review')}/deadline`;
    const { body } = await h.as('wang').get<{ deadline: Record<string, unknown> }>(path);
    expect(body.deadline).toMatchObject({
      ...{ state: 'running', pause: null, breachedAt: null },
      reason: {
        ...{ time: 'open', budgetInMs: 3_600_000, isProvisional: false, timeZone: 'Asia/Shanghai' },
        pauses: [{ reason: '等待用户' }],
        calendar: { id: '7x24', version: 1 },
      },
    });
    expect(body.deadline.sentence).toMatch(/^时限 1 小时，按日历“7×24 全天候”第 1 版的工作时间计算；计入 /);
    const { body: english } = await h
      .as('wang')
      .get<{ deadline: { sentence: string } }>(path, { 'accept-language': 'en' });
    expect(english.deadline.sentence).toMatch(/^1 h of open time in the calendar “7×24 around the clock”, version 1; /);
  });

  describe('refuses', () => {
    let caseId = '';
    let task = '';
    beforeAll(async () => {
      caseId = await inReview(within(3_600_000, []));
      task = await h.as('wang').taskOf(caseId, 'manager-review');
    });
    const sends = (who: string, verb: string, body: unknown) => async () =>
      await h.as(who).post(`/tasks/${task}/${verb}`, body);

    it('a pause without a reason, with an empty one, and to resume what runs', async () => {
      await refused(h, sends('wang', 'pause', {}), 'invalid-input', '/reason');
      await refused(h, sends('wang', 'pause', { reason: '  ' }), 'invalid-input', '/reason');
      await refused(h, sends('wang', 'resume', {}), 'wrong-state');
    });

    it('a pause that would have ended already, or ends in another age', async () => {
      const ends = (until: string) => sends('wang', 'pause', { reason: '等待用户', until });
      await refused(h, ends('2026-01-01T00:00:00Z'), 'invalid-input', '/until');
      await refused(h, ends('2999-01-01T00:00:00Z'), 'invalid-input', '/until');
      await refused(h, ends('明天'), 'invalid-input', '/until');
    });

    it('who neither has the task nor leads, the applicant, and who may not see it', async () => {
      await refused(h, sends('zhou', 'pause', { reason: '等' }), 'not-allowed');
      await refused(h, sends('li', 'pause', { reason: '等' }), 'own-request');
      await refused(h, sends('he', 'pause', { reason: '等' }), 'not-found');
    });

    it('who applied and leads, for what is not theirs to do', async () => {
      const own = await h.as('wang').startsScrap(await h.device());
      const receipt = await h.as('chen').taskOf(own, 'receipt');
      const pause = async () => await h.as('wang').post(`/tasks/${receipt}/pause`, { reason: '等' });
      await refused(h, pause, 'not-allowed');
      expect((await h.as('wang').get(`/tasks/${receipt}`)).body).toMatchObject({ may: { pause: false } });
    });

    it('to pause twice, but answers a repeated request as before', async () => {
      const key = randomUUID();
      const first = await h.as('wang').post(`/tasks/${task}/pause`, { reason: '等待用户' }, { key });
      expect(first).toMatchObject({ status: 200, body: { outcome: 'paused', taskId: task } });
      expect((await h.as('wang').post(`/tasks/${task}/pause`, { reason: '等待用户' }, { key })).body).toEqual(
        first.body,
      );
      await refused(h, sends('wang', 'pause', { reason: '等待用户' }), 'wrong-state');
    });

    it('a task that is closed', async () => {
      await h.as('wang').approves(caseId, 'manager-review');
      await refused(h, sends('wang', 'pause', { reason: '等待用户' }), 'task-closed');
      await refused(h, sends('wang', 'resume', {}), 'task-closed');
    });
  });
});
