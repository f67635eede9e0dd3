import type { CutoverData } from '../../models/contracts/change-cutover-run';
import { CutoverPlay } from '../harness/cutover';
import { planForm, type Planned } from '../harness/cutover-forms';
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

    it('a limit that is overrun is theirs as well; going on past it is not by the plan, as the audit says', async () => {
      const to = new Date(Date.now() + 600_000);
      const caseId = await play.begun(1, { steps: 2, minutes: 0.1, noReturnAfter: 1, to });
      const mail = await h.mails.expect('zhao', '【窗口将尽】', caseId);
      expect(mail.text).toContain('窗口结束');
      expect(mail.text).not.toContain('自动恢复');
      await opens(caseId, 'direction');
      await h.as('tang').approves(caseId, 'direction');
      await h.as('zhao').approves(caseId, 'execute');
      await h.as('ma').approves(caseId, 'verify');
      await h.as('ma').approves(caseId, 'observed');
      await play.reported(caseId);
      await play.documented(caseId);
      // Whether going on was right is asked of QA; that it was not by the plan is on record.
      await h.as('shen').submits(caseId, 'audit');
      await h.ended(caseId);
      const { audit } = (await h.caseRow(caseId)).data as unknown as CutoverData;
      expect(audit.find(({ question }) => question === 'change-2')?.answer).toBe('no');
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
      await h.as('zhao').approves(caseId, 'backup-before-undo');
      const hand = (of: number) => h.as(of % 2 === 1 ? 'li' : 'zhao');
      for (let other = 6; other > step; other -= 1) await hand(other).approves(caseId, 'undo');
      await hand(step).rejects(caseId, 'undo', '脚本报错');
      expect(await openSteps(caseId)).toEqual(['undo-trouble']);
      await h.mails.expect('tang', '【待办】', caseId);
      await h.as('tang').submits(caseId, 'undo-trouble');
      await hand(step).rejects(caseId, 'undo', '仍然报错');
      const stuck = await h.db.tasks.findOne({ caseId, step: 'undo-trouble', status: 'open' }).lean();
      expect(stuck?.item).toMatchObject({
        key: `${step}.2`,
        title: { zh: `第 ${step} 步 执行回退脚本 ${step}（第 2 次）` },
      });
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
      if (step !== 3) return;
      await play.reported(caseId);
      await h.ended(caseId);
      await h.keepsHistory(caseId, 'change-cutover-undo-trouble');
    },
  );

  it('data that cannot be backed up do not hold up the roll-back: the maintenance manager decides, which is on record', async () => {
    const caseId = await play.begun(0, { steps: 1 });
    await play.fails(caseId, 1);
    await h.as('zhao').rejects(caseId, 'backup-before-undo', '备份盘损坏');
    await h.as('tang').submits(caseId, 'backup-trouble');
    await h.as('zhao').rejects(caseId, 'backup-before-undo', '仍然写不进去');
    await h.as('tang').submits(caseId, 'backup-trouble', {
      form: { way: 'without', how: '数据没有改动', signature: true },
    });
    await h.as('li').approves(caseId, 'undo');
    await h.as('zhao').approves(caseId, 'restore');
    await h.as('ma').approves(caseId, 'verify-restored');
    await play.reported(caseId);
    const { data } = await h.ended(caseId);
    const running = (data as unknown as CutoverData).audit.find(({ question }) => question === 'running-3');
    expect(running?.answer).toBe('no');
    const cited = running?.cites.map(({ id }) => id.split('.').slice(1).join('.'));
    expect(cited).toEqual(expect.arrayContaining(['backup-trouble.1', 'backup-trouble.2', 'backup-before-undo.2']));
  });

  it('what is not as before is restored, undone again or put right otherwise, and verified each time', async () => {
    const caseId = await play.begun(1, { steps: 3 });
    await play.fails(caseId, 2);
    await h.as('zhao').approves(caseId, 'backup-before-undo');
    await h.as('zhao').approves(caseId, 'undo');
    await h.as('li').approves(caseId, 'undo');
    await h.as('zhao').rejects(caseId, 'restore', '归档日志缺失');
    const restoring = await h.db.tasks.findOne({ caseId, step: 'undo-trouble', status: 'open' }).lean();
    expect(restoring?.item).toMatchObject({ key: 'restore', title: { zh: '恢复数据' } });
    await h.as('tang').submits(caseId, 'undo-trouble');
    await h.as('zhao').approves(caseId, 'restore');
    const settles = async (form: object) =>
      await h
        .as('tang')
        .decides(caseId, 'restore-trouble', 'submit', { form: { how: '见记录', signature: true, ...form } });

    await h.as('ma').rejects(caseId, 'verify-restored', '报表打不开');
    for (const [form, pointer] of [
      [{ way: 'undo' }, '/form/step'],
      [{ way: 'restore', step: 1 }, '/form/step'],
      [{ way: 'undo', step: 3 }, '/form/step'],
    ] as const)
      expect(await settles(form)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    await settles({ way: 'undo', step: 2 });
    await h.as('zhao').approves(caseId, 'undo');
    await h.as('ma').rejects(caseId, 'verify-restored', '数据少了一天');
    await settles({ way: 'restore' });
    await h.as('zhao').approves(caseId, 'restore');
    await h.as('ma').rejects(caseId, 'verify-restored', '打印机没有恢复');
    await settles({ way: 'otherwise' });
    await h.as('ma').approves(caseId, 'verify-restored');
    expect(await undos(caseId)).toEqual(['2 approve', '1 approve', '2.2 approve']);
    const checks = await h.db.tasks.find({ caseId, step: 'verify-restored' }).sort({ openedAt: 1 }).lean();
    expect(checks.map(({ outcome }) => outcome)).toEqual(['reject', 'reject', 'reject', 'approve']);
    await play.reported(caseId);
    expect((await h.ended(caseId)).state).toBe('rolled-back');
    await h.keepsHistory(caseId, 'change-cutover-not-restored');
  });

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
    await play.reported(caseId);
    // Nobody answered the step, and still it was begun: the audit knows, and the report prints it.
    const { data } = await h.ended(caseId);
    const { audit } = data as unknown as CutoverData;
    expect(audit.find(({ question }) => question === 'change-1')?.answer).toBe('yes');
    expect(audit.find(({ question }) => question === 'running-1')?.answer).toBe('yes');
    await h.keepsHistory(caseId, 'change-cutover-over-time');
  });

  it('its limit is not paused', async () => {
    const caseId = await play.begun(0);
    const task = await h.as('li').taskOf(caseId, 'execute');
    const { body } = await h.as('li').get<{ may: { pause: boolean } }>(`/tasks/${task}`);
    expect(body.may.pause).toBe(false);
    const answer = await h.as('li').post(`/tasks/${task}/pause`, { reason: '等客户' });
    expect(answer).toMatchObject({ status: 409, body: { detail: '此任务的时限不能暂停' } });
  });

  it('the end of the window is announced, and rolls back what is not done', async () => {
    const caseId = await play.begun(1, { steps: 2, minutes: 0.5, to: new Date(Date.now() + 15_000) });
    for (const who of ['wang', 'li', 'zhao', 'tang']) await h.mails.expect(who, '【窗口将尽】', caseId);
    await opens(caseId, 'backup-before-undo');
    expect((await runOf(caseId)).troubles).toMatchObject([{ cause: 'window-ended', step: 2, by: null }]);
    await play.rollsBack(caseId, 2);
    await play.reported(caseId);
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'change-cutover-window-end');
  });

  describe('before anything is begun there is nothing to roll back: it is planned anew', () => {
    const goesOn = async (caseId: string, plan: Planned = {}) => {
      await opens(caseId, 'plan');
      expect(await openSteps(caseId)).toEqual(['plan']);
      const { state, data } = await h.caseRow(caseId);
      expect(state).toBe('open');
      expect((data as unknown as CutoverData).run).toMatchObject({ begun: [], troubles: [], isRolledBack: false });
      await h.as('li').submits(caseId, 'plan', { form: planForm({ steps: 1, ...plan }) });
      await opens(caseId, 'user-approval');
      await h.as('liu').approves(caseId, 'user-approval');
      await opens(caseId, 'backup');
      await h.as('zhao').approves(caseId, 'backup');
      // Who is on watch may call a halt again.
      expect(await openSteps(caseId)).toEqual(['execute', 'watch']);
    };

    it('without a backup, which all who counted on the window are told', async () => {
      const caseId = await play.approved({ steps: 1 });
      await h.as('zhao').rejects(caseId, 'backup', '磁盘空间不足');
      for (const who of ['li', 'wang', 'zhao', 'liu', 'ma', 'tang']) {
        const mail = await h.mails.expect(who, '【退回】', caseId);
        expect(mail.text).toContain('割接尚未开始即中止：备份未完成（磁盘空间不足）');
        expect(mail.text).not.toContain('已回退');
      }
      await goesOn(caseId);
      await play.does(caseId, 1, 1);
      await play.ends(caseId);
      expect((await h.caseRow(caseId)).state).toBe('completed');
      expect(await undos(caseId)).toEqual([]);
      await h.keepsHistory(caseId, 'change-cutover-called-off');
    });

    it('where who is on watch calls a halt', async () => {
      const caseId = await play.approved({ steps: 1 });
      await h.as('wang').submits(caseId, 'watch');
      await goesOn(caseId);
      await h.as('wang').submits(caseId, 'watch');
      await play.rollsBack(caseId, 1);
    });

    it('where the window went by while nobody worked', async () => {
      const caseId = await play.approved({ steps: 1, minutes: 0.1, to: new Date(Date.now() + 12_000) });
      await opens(caseId, 'backup');
      await h.killWorker();
      await new Promise((over) => setTimeout(over, 12_000));
      await h.startWorker();
      await goesOn(caseId, { minutes: 0.1 });
      const { calledOff } = (await h.caseRow(caseId)).data as unknown as CutoverData;
      expect(calledOff).toMatchObject([{ cause: 'window-ended', step: null }]);
    });
  });

  it('trouble in the observation rolls back to the former program', async () => {
    const caseId = await play.begun(6, { observationHours: 1 });
    await h.as('ma').approves(caseId, 'verify');
    expect((await h.caseRow(caseId)).waiting).toMatchObject({ kind: 'instant', name: 'observation-end' });
    await h.as('wang').submits(caseId, 'watch', { form: { reason: '夜间批处理失败' } });
    // What is being rolled back stands in the way of what begins within a day.
    await opens(caseId, 'backup-before-undo');
    expect((await h.caseRow(caseId)).window?.until).toBeNull();
    await play.rollsBack(caseId, 6);
    expect((await runOf(caseId)).isRolledBack).toBe(true);
    expect((await h.caseRow(caseId)).window?.until).toBeInstanceOf(Date);
    await play.reported(caseId);
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'change-cutover-observation');
  });

  it.each([6, 5, 4, 3, 2, 1])(
    'a worker that is killed between the undo of step %i and its confirmation keeps the order and the evidence',
    async (step) => {
      const caseId = await play.begun(5);
      await play.fails(caseId, 6);
      await h.as('zhao').approves(caseId, 'backup-before-undo');
      const hand = (of: number) => h.as(of % 2 === 1 ? 'li' : 'zhao');
      for (let other = 6; other > step; other -= 1) await hand(other).approves(caseId, 'undo');
      await opens(caseId, 'undo');
      await h.killWorker();
      const file = await hand(step).uploads('回退记录.txt', '脚本输出');
      const form = { result: '已回退', files: [file], signature: true };
      const confirmed = hand(step).approves(caseId, 'undo', { form });
      await h.startWorker();
      await confirmed;
      for (let other = step - 1; other >= 1; other -= 1) await hand(other).approves(caseId, 'undo');
      await h.as('zhao').approves(caseId, 'restore');
      await h.as('ma').approves(caseId, 'verify-restored');
      expect(await undos(caseId)).toEqual([6, 5, 4, 3, 2, 1].map((one) => `${one} approve`));
      const task = await h.db.tasks.findOne({ caseId, step: 'undo', 'item.key': `${step}` }).lean();
      expect(task?.decision?.form.files).toEqual([file]);
      expect((await h.db.attachments.findById(file).lean())?.caseId).toBe(caseId);
    },
  );

  it('a window in a public holiday is asked about also where the calendar of company and case keeps none', async () => {
    const caseId = await play.planned({
      from: new Date('2027-01-01T14:00:00Z'),
      to: new Date('2027-01-01T15:30:00Z'),
    });
    await opens(caseId, 'clash-review');
    const { body } = await h
      .as('li')
      .get<{ daysOff: { date: string }[] }>('/cutovers?from=2026-12-31T16:00:00Z&to=2027-01-01T16:00:00Z');
    expect(body.daysOff.map(({ date }) => date)).toEqual(['2027-01-01']);
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
