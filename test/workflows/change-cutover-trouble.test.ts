import type { CutoverData } from '../../models/contracts/change-cutover-run';
import { CutoverPlay } from '../harness/cutover';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

describe('变更割接: what goes wrong', () => {
  let h: Installation;
  let play: CutoverPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new CutoverPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const runOf = async (caseId: string) => ((await h.caseRow(caseId)).data as unknown as CutoverData).run;
  const undos = async (caseId: string) => {
    const rows = await h.db.tasks.find({ caseId, step: 'undo', status: 'completed' }).sort({ closedAt: 1 }).lean();
    return rows.map(({ item, outcome }) => `${item?.key} ${outcome}`);
  };
  const openSteps = async (caseId: string) =>
    (await h.db.tasks.find({ caseId, status: 'open' }).lean()).map(({ step }) => step).sort();
  const opens = async (caseId: string, step: string) =>
    await eventually(async () => {
      const steps = await openSteps(caseId);
      if (!steps.includes(step)) throw new Error(`${step} is not open: ${steps.join(', ')}`);
    });

  describe('after the point of no return', () => {
    const plan = { noReturnAfter: 4 };

    it.each([5, 6])('a failure at step %i waits for the maintenance manager, who goes back', async (step) => {
      const caseId = await play.begun(step - 1, plan);
      await play.fails(caseId, step);
      await h.mails.expect('tang', '【待办】', caseId);
      expect(await openSteps(caseId)).toEqual(['direction', 'watch']);
      await h.as('tang').rejects(caseId, 'direction', '无法在窗口内修复');
      await play.rollsBack(caseId, step);
      await play.reported(caseId);
      expect((await h.ended(caseId)).state).toBe('rolled-back');
      expect((await runOf(caseId)).troubles).toMatchObject([{ step, isPastNoReturn: true }]);
      expect(await undos(caseId)).toEqual(Array.from({ length: step }, (_, index) => `${step - index} approve`));
    });

    it('goes forward: the step is tried again, and then the next', async () => {
      const caseId = await play.begun(4, plan);
      await play.fails(caseId, 5);
      await h.as('tang').approves(caseId, 'direction');
      await h.as('li').approves(caseId, 'execute');
      await play.does(caseId, 6, 6);
      await h.as('ma').approves(caseId, 'verify');
      await h.as('ma').approves(caseId, 'observed');
      await play.reported(caseId);
      await play.documented(caseId);
      // The manager decided for going on: whether that was right is asked of QA.
      await h.as('shen').submits(caseId, 'audit', { form: { answer: 'no', basis: '应当回退', signature: true } });
      const row = await h.ended(caseId);
      expect(row.state).toBe('completed');
      const { audit } = row.data as unknown as CutoverData;
      expect(audit.find(({ question }) => question === 'running-3')).toMatchObject({
        answer: 'no',
        basis: '应当回退',
      });
      await h.keepsHistory(caseId, 'change-cutover-forward');
    });

    it('trouble in the observation waits for them as well, and so does a failed verification', async () => {
      const caseId = await play.begun(6, plan);
      await h.as('ma').rejects(caseId, 'verify', '报表打不开');
      expect(await openSteps(caseId)).toEqual(['direction', 'watch']);
      await h.as('tang').approves(caseId, 'direction');
      await h.as('ma').approves(caseId, 'verify');
      await h.as('ma').rejects(caseId, 'observed', '夜间批处理失败');
      expect(await openSteps(caseId)).toEqual(['direction', 'watch']);
      await h.as('tang').rejects(caseId, 'direction', '回退');
      await play.rollsBack(caseId, 6);
      expect((await runOf(caseId)).troubles.map(({ cause }) => cause)).toEqual(['verification', 'observation']);
    });

    it('before it nobody is asked: the fourth step rolls back by itself', async () => {
      const caseId = await play.begun(3, plan);
      await play.fails(caseId, 4);
      await opens(caseId, 'backup-before-undo');
      expect((await runOf(caseId)).troubles).toMatchObject([{ isPastNoReturn: false }]);
    });
  });

  it.each([6, 5, 4, 3, 2, 1])(
    'a failing undo of step %i pages the maintenance manager and stays open',
    async (step) => {
      const caseId = await play.begun(5);
      await play.fails(caseId, 6);
      await h.as('zhao').submits(caseId, 'backup-before-undo');
      const hand = (of: number) => h.as(of % 2 === 1 ? 'li' : 'zhao');
      for (let other = 6; other > step; other -= 1) await hand(other).approves(caseId, 'undo');
      await hand(step).rejects(caseId, 'undo', '脚本报错');
      expect(await openSteps(caseId)).toEqual(['undo-trouble']);
      await h.mails.expect('tang', '【待办】', caseId);
      await h.as('tang').submits(caseId, 'undo-trouble');
      await hand(step).rejects(caseId, 'undo', '仍然报错');
      await h.as('tang').submits(caseId, 'undo-trouble', {
        form: { way: 'otherwise', how: '从备份恢复该表', signature: true },
      });
      for (let other = step - 1; other >= 1; other -= 1) await hand(other).approves(caseId, 'undo');
      await h.as('zhao').approves(caseId, 'restore');
      await h.as('ma').approves(caseId, 'verify-restored');
      const expected = [6, 5, 4, 3, 2, 1].flatMap((one) =>
        one === step ? [`${one} reject`, `${one}.2 reject`] : [`${one} approve`],
      );
      expect(await undos(caseId)).toEqual(expected);
      expect((await runOf(caseId)).undone).toEqual([6, 5, 4, 3, 2, 1]);
    },
  );

  it('who is on watch calls a halt: the step under way is taken back, and undone with the others', async () => {
    const caseId = await play.begun(2);
    await h.as('wang').submits(caseId, 'watch');
    await opens(caseId, 'backup-before-undo');
    const third = await h.db.tasks.findOne({ caseId, step: 'execute', 'item.key': '3' }).lean();
    expect(third?.status).toBe('withdrawn');
    await h.mails.expect('liu', '【回退】', caseId);
    await play.rollsBack(caseId, 3);
    await play.reported(caseId);
    expect((await h.ended(caseId)).state).toBe('rolled-back');
    expect((await runOf(caseId)).troubles).toMatchObject([
      { cause: 'halted', reason: '交易失败率升高', by: { name: '王经理' } },
    ]);
    await h.keepsHistory(caseId, 'change-cutover-halted');
  });

  it('a step over its time rolls back, and is counted against who had it in hand', async () => {
    const caseId = await play.begun(0, { minutes: 0.1, steps: 2 });
    await h.as('li').post(`/tasks/${await h.as('li').taskOf(caseId, 'execute')}/claim`, {});
    await opens(caseId, 'backup-before-undo');
    expect((await runOf(caseId)).troubles).toMatchObject([{ cause: 'over-time', step: 1, by: null }]);
    expect(await h.db.overruns.findOne({ caseId }).lean()).toMatchObject({ name: 'execute' });
    await h.mails.expect('li', '【撤销】', caseId);
    await play.rollsBack(caseId, 1);
  });

  it('its limit is not paused', async () => {
    const caseId = await play.begun(0);
    const task = await h.as('li').taskOf(caseId, 'execute');
    const answer = await h.as('li').post(`/tasks/${task}/pause`, { reason: '等客户' });
    expect(answer).toMatchObject({ status: 409, body: { detail: '此任务的时限不能暂停' } });
  });

  it('the end of the window is announced, and rolls back what is not done', async () => {
    const caseId = await play.begun(1, { steps: 2, minutes: 0.1, to: new Date(Date.now() + 14_000) });
    for (const who of ['wang', 'li', 'zhao', 'tang']) await h.mails.expect(who, '【窗口将尽】', caseId);
    await opens(caseId, 'backup-before-undo');
    const { troubles } = await runOf(caseId);
    expect(['window-ended', 'over-time']).toContain(troubles[0]?.cause);
    await play.rollsBack(caseId, 2);
  });

  it('without a backup nothing is begun, and there is nothing to undo', async () => {
    const caseId = await play.approved();
    await h.as('zhao').rejects(caseId, 'backup', '磁盘空间不足');
    await play.reported(caseId);
    expect((await h.ended(caseId)).state).toBe('rolled-back');
    expect(await undos(caseId)).toEqual([]);
  });

  it('trouble in the observation rolls back to the former program', async () => {
    const caseId = await play.begun(6, { observationHours: 1 });
    await h.as('ma').approves(caseId, 'verify');
    expect((await h.caseRow(caseId)).waiting).toMatchObject({ kind: 'instant', name: 'observation-end' });
    await h.as('wang').submits(caseId, 'watch', { form: { reason: '夜间批处理失败' } });
    await play.rollsBack(caseId, 6);
    expect((await runOf(caseId)).isRolledBack).toBe(true);
  });

  it('a worker that is killed between a step and its confirmation loses nothing and does nothing twice', async () => {
    const caseId = await play.begun(2);
    await h.killWorker();
    const confirmed = play.does(caseId, 3, 3);
    await h.startWorker();
    await confirmed;
    await h.killWorker();
    const failed = play.fails(caseId, 4);
    await h.startWorker();
    await failed;
    await play.rollsBack(caseId, 4);
    expect(await undos(caseId)).toEqual(['4 approve', '3 approve', '2 approve', '1 approve']);
    const executed = await h.db.tasks.find({ caseId, step: 'execute' }).sort({ openedAt: 1 }).lean();
    expect(executed.map(({ item, outcome }) => `${item?.key} ${outcome}`)).toEqual([
      '1 approve',
      '2 approve',
      '3 approve',
      '4 reject',
    ]);
  });
});
