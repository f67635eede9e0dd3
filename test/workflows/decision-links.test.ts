import { ByLink, tokenIn } from '../harness/by-link';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

describe('who has no account decides by the link of a mail', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
    // 陈科长 of the first customer is known, but was never given a password.
    await h.db.users.updateOne({ username: 'chen' }, { $set: { passwordHash: '' } });
  });
  afterAll(async () => {
    await h.stop();
  });

  const linkOf = async (caseId: string, tag = '【待办】') =>
    ByLink.of(() => h.url, await h.mails.expect('chen', tag, caseId));
  const receipt = { receivedOn: '2026-11-20', place: 'A-03', condition: '齐全', signature: true };

  async function started(): Promise<{ caseId: string; chen: ByLink }> {
    const caseId = await h.as('li').startsScrap(await h.device());
    return { caseId, chen: await linkOf(caseId) };
  }

  it('to look changes nothing, however often; the button decides, once, and what was decided is shown', async () => {
    const { caseId, chen } = await started();
    const before = await h.story(caseId);
    for (let look = 0; look < 3; look += 1) {
      const { status, body } = await chen.looks();
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: 'open', person: { name: '陈科长' }, task: { caseId, step: 'receipt' } });
    }
    const page = await fetch(`${h.url}/decide/${chen.token}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await h.story(caseId)).toEqual(before);

    const key = 'the-same-key';
    const first = await chen.decides('submit', { form: receipt, key });
    expect(first).toMatchObject({ status: 200, body: { caseId, outcome: 'submit' } });
    expect((await chen.decides('submit', { form: receipt, key })).body).toEqual(first.body);
    expect(await chen.decides('submit', { form: receipt })).toMatchObject({
      status: 409,
      body: { code: 'task-closed' },
    });
    const { body } = await chen.looks();
    expect(body).toMatchObject({ state: 'decided', decided: { outcome: 'submit', by: { name: '陈科长' } } });
    await h.mails.expect('wang', '【待办】', caseId);
    const accesses = await h.db.access.find({ action: 'POST /decision-link/decision' }).lean();
    expect(accesses.map(({ personId, target }) => [personId, target])).toContainEqual([
      'U-chen',
      `${caseId}.receipt.1`,
    ]);
    await h.mails.nothingElse(caseId);
  });

  it('two links that come with the same key at once each decide their own task', async () => {
    const both = [await started(), await started()];
    const key = 'one-key-for-two';
    const answers = await Promise.all(both.map(({ chen }) => chen.decides('submit', { form: receipt, key })));
    expect(answers.map(({ status, body }) => [status, body.caseId])).toEqual(both.map(({ caseId }) => [200, caseId]));
    for (const { caseId } of both) {
      await h.mails.expect('wang', '【待办】', caseId);
      expect((await h.caseRow(caseId)).stage).toBe('manager-review');
    }
  });

  it('a link is of no use once the address that it was sent to is corrected', async () => {
    const { chen } = await started();
    await h.db.users.updateOne({ username: 'chen' }, { $set: { email: 'chen-2@opsflow.example' } });
    expect(await chen.looks()).toMatchObject({ status: 410, body: { code: 'link-withdrawn' } });
    await h.db.users.updateOne({ username: 'chen' }, { $set: { email: 'chen@opsflow.example' } });
    expect((await chen.looks()).status).toBe(200);
  });

  it('approves as in the paper: the approver stands on the form, and each task has a link of its own', async () => {
    const { caseId, chen } = await started();
    await chen.decides('submit', { form: receipt });
    await h.mails.expect('wang', '【待办】', caseId);
    await h.as('wang').approves(caseId, 'manager-review');
    const review = await linkOf(caseId);
    expect((await review.looks()).body).toMatchObject({
      task: { step: 'department-review' },
      decisions: [
        { by: { name: '陈科长' }, filled: { values: { receivedOn: '2026-11-20', place: 'A-03', condition: '齐全' } } },
        { by: { name: '王经理' }, filled: null },
      ],
    });
    const { about } = (await review.looks()).body as { about: { label: { zh: string }; value: string }[] };
    expect(about.map(({ label }) => label.zh)).toEqual(
      expect.arrayContaining(['型号', '资产编号', '物理位置', '业务级别', '台账原值（元）']),
    );
    const files = (await review.looks()).body.files as { id: string }[];
    expect(await review.fetches(files[0]!.id)).toBe(200);
    expect(await review.decides('reject', { comment: '' })).toMatchObject({ status: 422 });
    expect(await review.decides('reject', { comment: '设备仍可使用' })).toMatchObject({ status: 200 });
    expect((await h.ended(caseId)).state).toBe('rejected');
    // Once used, a link shows what was decided by it, and nothing of what came before or after.
    const paper = await eventually(async () => {
      const [document] = (await h.caseRow(caseId)).documents;
      expect(document).toBeDefined();
      return document!;
    });
    for (const [link, outcome] of [[chen, 'submit'] as const, [review, 'reject'] as const]) {
      expect((await link.looks()).body).toMatchObject({
        ...{ state: 'decided', decided: { outcome, by: { name: '陈科长' } }, request: null, decisions: [], files: [] },
        task: { caseId, form: null, dueAt: null, pause: null },
      });
      for (const { id } of [files[0]!, paper]) expect(await link.fetches(id)).toBe(404);
    }
    expect(await chen.decides('approve')).toMatchObject({ status: 409, body: { code: 'task-closed' } });
    await h.mails.expect('li', '【', caseId);
  });

  it('what the company’s people say among themselves is not on the page of a link', async () => {
    const { caseId, chen } = await started();
    await chen.decides('submit', { form: receipt });
    await h.mails.expect('wang', '【待办】', caseId);
    const does = async (who: string, path: string, body: object) =>
      expect((await h.as(who).post(`/tasks/${caseId}.manager-review.1/${path}`, body)).status).toBe(200);
    await does('wang', 'delegate', { to: 'U-zheng', reason: '内部：先问一下' });
    await does('zheng', 'answer-delegation', { comment: '内部：客户很着急' });
    for (const [to, seat] of [['U-sun', '2'] as const, ['U-zhou', '3'] as const]) {
      await does('wang', 'seats', { to, place: 'alongside', reason: '内部：金额较大' });
      await does('wang', `seats/${seat}/remove`, { reason: '内部：不必了' });
    }
    const comment = { text: '内部：尽快', audience: 'internal' };
    expect((await h.as('wang').post(`/cases/${caseId}/comments`, comment)).status).toBe(201);
    await h.as('wang').approves(caseId, 'manager-review', { comment: '同意报废' });
    const { status, body } = await (await linkOf(caseId)).looks();
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('同意报废');
    expect(JSON.stringify(body)).not.toContain('内部');
  });

  it('a case that was withdrawn asks nobody, and shows nothing but that', async () => {
    const { caseId, chen } = await started();
    const files = (await chen.looks()).body.files as { id: string }[];
    await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '填错设备' });
    await h.ended(caseId);
    const { body } = await chen.looks();
    expect(body).toMatchObject({ state: 'closed', request: null, files: [], decisions: [], decided: null });
    expect(await chen.fetches(files[0]!.id)).toBe(404);
    expect((await chen.decides('submit', { form: receipt })).status).toBe(409);
  });

  it('of two people asked, the slower one is told that it is decided', async () => {
    const twin = await h.db.users.findOne({ username: 'chen' }).lean();
    const _id = 'U-twin';
    const keys = [...twin!.keys.filter((key) => key !== 'person:U-chen'), `person:${_id}`];
    await h.db.users.create([{ ...twin!, _id, username: 'twin', name: '林科员', email: 'twin@example.com', keys }]);
    const { caseId, chen } = await started();
    const lin = ByLink.of(() => h.url, await h.mails.expect('twin', '【待办】', caseId));
    expect(lin.token).not.toBe(chen.token);
    const answers = await Promise.all([
      chen.decides('submit', { form: receipt }),
      lin.decides('submit', { form: receipt }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const states = await Promise.all([chen.looks(), lin.looks()]);
    expect(states.map(({ body }) => body.state).sort()).toEqual(['closed', 'decided']);
    await h.db.users.updateOne({ _id }, { $set: { isActive: false } });
    expect(await lin.looks()).toMatchObject({ status: 410, body: { code: 'link-withdrawn' } });
  });

  it('a mail to who has no account names no place where one signs in, and only its hash is kept of a token', async () => {
    const { caseId } = await started();
    const mails = h.mails.about(caseId).filter(({ to }) => to.some((address) => address.includes('chen')));
    for (const mail of mails) {
      expect(mail.text).not.toMatch(/\/(tasks|cases)\//);
      const token = tokenIn(mail);
      const everything = await Promise.all(
        [h.db.decisionLinks, h.db.mails, h.db.journal, h.db.access].map(
          async (model) => await (model as typeof h.db.mails).find().lean(),
        ),
      );
      expect(JSON.stringify(everything)).not.toContain(token);
      const { body } = await h.as('li').get(`/cases/${caseId}/mails`);
      expect(JSON.stringify(body)).not.toContain(token);
    }
  });
});
