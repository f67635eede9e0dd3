import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import type { Person } from '../harness/person';
import { hires, refused } from './refusals';

const SIGNED = { signature: true };

describe('设备报废审批: decisions that are refused', () => {
  let h: Installation;
  /** Cases that wait for the receipt, for the project manager, and for the wiping. */
  const at = { receipt: '', review: '', wipe: '' };
  beforeAll(async () => {
    h = await Installation.start();
    at.receipt = await h.as('li').startsScrap(await h.device());
    at.review = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(at.review, 'receipt');
    at.wipe = await h.as('zhao').startsScrap(await h.device());
    await h.as('chen').submits(at.wipe, 'receipt');
    await h.as('wang').approves(at.wipe, 'manager-review');
    await h.as('chen').approves(at.wipe, 'department-review');
  });
  afterAll(async () => {
    await h.stop();
  });

  const sends = (who: string, path: string, body: unknown) => async () => await h.as(who).post(path, body);
  const completes = (who: string, task: string, body: unknown) => sends(who, `/tasks/${task}/complete`, body);

  describe('the project manager', () => {
    it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
      ['gives an outcome that is not offered', { outcome: 'submit', form: SIGNED }, ['/outcome']],
      ['gives an outcome that does not exist', { outcome: 'constructor', form: SIGNED }, ['/outcome']],
      ['gives none', { form: SIGNED }, ['/outcome']],
      ['rejects without a word', { outcome: 'reject' }, ['/comment']],
      ['rejects with nothing but spaces', { outcome: 'reject', comment: ' \n ' }, ['/comment']],
      ['sends back without a word', { outcome: 'return', returnTo: 'register' }, ['/comment']],
      ['sends back to nowhere', { outcome: 'return', comment: '请补充' }, ['/returnTo']],
      ['sends back to a later stage', { outcome: 'return', comment: '请', returnTo: 'wipe' }, ['/returnTo']],
      [
        'sends back to this very stage',
        { outcome: 'return', comment: '请', returnTo: 'manager-review' },
        ['/returnTo'],
      ],
      [
        'sends back to a stage there is not',
        { outcome: 'return', comment: '请', returnTo: '__proto__' },
        ['/returnTo'],
      ],
      ['sends back without both', { outcome: 'return' }, ['/comment', '/returnTo']],
      ['approves without a signature', { outcome: 'approve', form: {} }, ['/form/signature']],
      ['approves and does not sign', { outcome: 'approve', form: { signature: false } }, ['/form/signature']],
      ['signs in words', { outcome: 'approve', form: { signature: 'true' } }, ['/form/signature']],
      [
        'rejects and does not sign',
        { outcome: 'reject', comment: '不', form: { signature: false } },
        ['/form/signature'],
      ],
      ['fills in what was not asked', { outcome: 'approve', form: { ...SIGNED, value: 1 } }, ['/form/value']],
      ['comments at too great length', { outcome: 'approve', form: SIGNED, comment: '长'.repeat(4001) }, ['/comment']],
      ['comments with a bell in it', { outcome: 'approve', form: SIGNED, comment: '叮\u0007' }, ['/comment']],
      ['adds what nobody knows', { outcome: 'approve', form: SIGNED, decidedBy: 'U-wang' }, ['/decidedBy']],
    ])('%s', async (_, body, pointers) => {
      await refused(h, completes('wang', `${at.review}.manager-review.1`, body), 'invalid-input', ...pointers);
    });
  });

  describe('the department that signs for the device', () => {
    const receipt = { receivedOn: '2026-11-21', place: '库房', condition: '齐全', signature: true };

    it.each<[string, string, Readonly<Record<string, unknown>>, readonly string[]]>([
      ['approves, where there is nothing to approve', 'approve', {}, ['/outcome']],
      ['rejects, where there is nothing to reject', 'reject', {}, ['/outcome']],
      ['received it on a day that does not exist', 'submit', { receivedOn: '2026-02-30' }, ['/form/receivedOn']],
      ['received it on a day to come', 'submit', { receivedOn: '2999-01-01' }, ['/form/receivedOn']],
      ['keeps it on two lines', 'submit', { place: '库房\r\nBcc: all@example.com' }, ['/form/place']],
      ['keeps it behind a null character', 'submit', { place: '库房\u0000' }, ['/form/place']],
      ['keeps it nowhere', 'submit', { place: ' ' }, ['/form/place']],
      ['says nothing about its state', 'submit', { condition: undefined }, ['/form/condition']],
      ['does not sign', 'submit', { signature: false }, ['/form/signature']],
    ])('%s', async (_, outcome, change, pointers) => {
      const body = { outcome, comment: '见表', form: { ...receipt, ...change } };
      await refused(h, completes('chen', `${at.receipt}.receipt.1`, body), 'invalid-input', ...pointers);
    });

    it('sends an empty form, and is shown every field', async () => {
      const pointers = ['receivedOn', 'place', 'condition', 'signature'].map((field) => `/form/${field}`);
      await refused(
        h,
        completes('chen', `${at.receipt}.receipt.1`, { outcome: 'submit' }),
        'invalid-input',
        ...pointers,
      );
    });
  });

  describe('the engineer who wipes the data', () => {
    const wiped = { method: 'destroy', wipedBy: '李工', wipedOn: '2026-11-22', signature: true };

    it.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
      ['leaves a check open', { checks: { backedUp: true } }, ['/form/checks/unreadable']],
      ['denies a check', { checks: { backedUp: true, unreadable: false } }, ['/form/checks/unreadable']],
      ['invents a check', { checks: { backedUp: true, unreadable: true, tea: true } }, ['/form/checks/tea']],
      [
        'has wiped them on a day to come',
        { checks: { backedUp: true, unreadable: true }, wipedOn: '2999-01-01' },
        ['/form/wipedOn'],
      ],
      ['invents a method', { checks: { backedUp: true, unreadable: true }, method: 'prayer' }, ['/form/method']],
      ['names two people on two lines', { wipedBy: '李工\n赵工' }, ['/form/wipedBy', '/form/checks']],
    ])('%s', async (_, change, pointers) => {
      const body = { outcome: 'submit', form: { ...wiped, ...change } };
      await refused(h, completes('li', `${at.wipe}.wipe.1`, body), 'invalid-input', ...pointers);
    });
  });

  describe('the wrong person', () => {
    const approval = { outcome: 'approve', form: SIGNED };

    it.each([
      ['an engineer', 'zhao', 'not-allowed'],
      ["the customer's department, before its turn", 'chen', 'not-allowed'],
      ['finance', 'zhou', 'not-allowed'],
      ['the deputy, before the task was handed over', 'sun', 'not-allowed'],
      ['the administrator, while somebody holds the role', 'admin-demo', 'not-allowed'],
      ["another customer's project manager, who does not even see it", 'qian', 'not-found'],
      ["another customer's department", 'he', 'not-found'],
    ] as const)('%s', async (_, who, code) => {
      const task = `${at.review}.manager-review.1`;
      await refused(h, completes(who, task, approval), code);
      await refused(h, sends(who, `/tasks/${task}/claim`, {}), code);
      expect((await h.as(who).inbox(at.review)).map(({ id }) => id)).toEqual([]);
    });
  });

  it('what was tried without right is on record, with who, what and when', async () => {
    const task = `${at.review}.manager-review.1`;
    const from = new Date().toISOString();
    await refused(h, completes('sun', task, { outcome: 'approve', form: SIGNED }), 'not-allowed');
    await eventually(async () => {
      const [entry] = await h.db.access.find({ personId: 'U-sun', at: { $gte: from } }).lean();
      expect(entry).toMatchObject({
        ...{ action: 'POST /tasks/{id}/complete', target: expect.stringContaining(task), result: 'not-allowed' },
      });
    });
  });

  describe('an applicant who could also approve', () => {
    let gao: Person;
    const mine = { caseId: '', task: '' };
    beforeAll(async () => {
      gao = await hires(
        h,
        'gao',
        { role: 'engineer', customerId: 'C-0001' },
        { role: 'project-manager', customerId: 'C-0001' },
        { role: 'admin', customerId: null },
      );
      mine.caseId = await gao.startsScrap(await h.device());
      await h.as('chen').submits(mine.caseId, 'receipt');
      mine.task = `${mine.caseId}.manager-review.1`;
    });

    it('does not decide, claim or hand on the own request, and has it in no inbox', async () => {
      await h.mails.expect('wang', '【待办】', mine.caseId);
      expect(await gao.inbox(mine.caseId)).toEqual([]);
      expect((await gao.get(`/tasks/${mine.task}`)).body).toMatchObject({ mayAct: false });
      await refused(
        h,
        () => gao.post(`/tasks/${mine.task}/complete`, { outcome: 'approve', form: SIGNED }),
        'own-request',
      );
      await refused(h, () => gao.post(`/tasks/${mine.task}/claim`, {}), 'own-request');
      const to = await h.as('wang').id();
      await refused(h, () => gao.post(`/tasks/${mine.task}/transfer`, { to, reason: '请帮忙' }), 'own-request');
    });

    it('is not given it by the manager or by an administrator', async () => {
      const to = await gao.id();
      for (const who of ['wang', 'admin-demo'])
        await refused(h, sends(who, `/tasks/${mine.task}/transfer`, { to, reason: '请您定' }), 'own-request');
      await h.as('wang').approves(mine.caseId, 'manager-review');
      await refused(
        h,
        completes('gao', `${mine.caseId}.department-review.1`, { outcome: 'approve', form: SIGNED }),
        'own-request',
      );
    });

    it('decides on what others applied for', async () => {
      const caseId = await h.as('li').startsScrap(await h.device());
      await h.as('chen').submits(caseId, 'receipt');
      await gao.approves(caseId, 'manager-review');
      expect((await h.caseRow(caseId)).stage).toBe('department-review');
    });
  });

  describe('too late', () => {
    it('a task that was decided is not decided again, by nobody', async () => {
      const task = `${at.review}.receipt.1`;
      const form = { receivedOn: '2026-11-21', place: '库房', condition: '齐全', signature: true };
      await refused(h, completes('chen', task, { outcome: 'submit', form }), 'task-closed');
      await refused(h, sends('chen', `/tasks/${task}/claim`, {}), 'task-closed');
      const to = await h.as('wang').id();
      await refused(h, sends('chen', `/tasks/${task}/transfer`, { to, reason: '晚了' }), 'task-closed');
    });

    it('a case that has ended takes no decision, claim, transfer, withdrawal or cancel', async () => {
      const caseId = await h.as('li').startsScrap(await h.device());
      await h.as('chen').submits(caseId, 'receipt');
      await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '已修复' });
      await h.ended(caseId);
      const task = `${caseId}.manager-review.1`;
      const to = await h.as('sun').id();
      await refused(h, completes('wang', task, { outcome: 'approve', form: SIGNED }), 'task-closed');
      await refused(h, sends('wang', `/tasks/${task}/claim`, {}), 'task-closed');
      await refused(h, sends('wang', `/tasks/${task}/transfer`, { to, reason: '出差' }), 'task-closed');
      await refused(h, sends('li', `/cases/${caseId}/withdraw`, { reason: '再撤' }), 'case-closed');
      await refused(h, sends('wang', `/cases/${caseId}/cancel`, { reason: '取消' }), 'case-closed');
    });
  });

  describe('an amendment', () => {
    it('takes files of its own case and of its applicant, and no others', async () => {
      const kept = await h.as('li').uploads('原件.txt');
      const caseId = await h.as('li').startsScrap(await h.device(), { evidence: [kept] });
      await h.as('chen').submits(caseId, 'receipt');
      await h.as('wang').returns(caseId, 'manager-review', 'register', '请补充');
      const form = { reason: '无法修理', evidenceKind: 'test-report', valueInYuan: 10 };
      const theirs = [await h.as('zhao').uploads('别人的.txt')];
      const elsewhere = (await h.caseRow(at.review)).data as { request: { evidence: string[] } };
      for (const evidence of [theirs, elsewhere.request.evidence, [kept, 'A-nowhere']]) {
        const body = { outcome: 'submit', form: { ...form, evidence } };
        await refused(h, completes('li', `${caseId}.amend.1`, body), 'not-your-attachment', '/form/evidence');
      }
      const again = { outcome: 'submit', form: { ...form, evidence: [kept], device: await h.device() } };
      await refused(h, completes('li', `${caseId}.amend.1`, again), 'invalid-input', '/form/device');
      const added = await h.as('li').uploads('补充.txt');
      await h.as('li').submits(caseId, 'amend', { form: { ...form, evidence: [kept, added] } });
      expect((await h.db.attachments.findById(added).lean())?.caseId).toBe(caseId);
    });
  });

  describe('a transfer', () => {
    const manager = () => `/tasks/${at.review}.manager-review.1/transfer`;
    const department = () => `/tasks/${at.receipt}.receipt.1/transfer`;

    it.each([
      ['nobody', 'U-nobody', '不能把此任务交给这个人'],
      ["the customer's side, where staff decide", 'U-chen', '此步骤须由该客户的项目经理办理'],
      ["another customer's department", 'U-he', '此步骤须由该客户的项目经理办理'],
      ['a colleague without the role', 'U-zhao', '此步骤须由该客户的项目经理办理'],
      ['the deputy, before it was handed over to them', 'U-sun', '此步骤须由该客户的项目经理办理'],
      ["another customer's manager", 'U-qian', '此步骤须由该客户的项目经理办理'],
      ['no id', '$ne', '不是有效的编号'],
    ])('to %s, and says why', async (_, to, why) => {
      const { body } = await refused(h, sends('wang', manager(), { to, reason: '出差' }), 'invalid-input', '/to');
      expect(body.errors).toMatchObject([{ detail: expect.stringContaining(why) as string }]);
    });

    it('to somebody who no longer works here', async () => {
      const leaver = await hires(h, 'leaver', { role: 'project-manager', customerId: 'C-0001' });
      await h.db.users.updateOne({ _id: await leaver.id() }, { $set: { isActive: false } });
      const { body } = await refused(
        h,
        sends('wang', manager(), { to: 'U-leaver', reason: '出差' }),
        'invalid-input',
        '/to',
      );
      expect(body.errors).toMatchObject([{ detail: '此人已停用或正在移交任务' }]);
    });

    it('of a customer’s task to staff, or to another customer', async () => {
      for (const to of ['U-wang', 'U-li', 'U-he']) {
        const { body } = await refused(h, sends('chen', department(), { to, reason: '出差' }), 'invalid-input', '/to');
        // Nor are they told anything of them.
        expect(body.errors).toMatchObject([{ detail: '不能把此任务交给这个人' }]);
      }
    });

    it('of a customer’s task to staff is refused also to the second who has it', async () => {
      await hires(h, 'tan', { role: 'competent-department', customerId: 'C-0001' });
      const caseId = await h.as('li').startsScrap(await h.device());
      const path = `/tasks/${caseId}.receipt.1/transfer`;
      expect((await h.as('chen').post(path, { to: 'U-tan', reason: '出差' })).status).toBe(200);
      for (const to of ['U-wang', 'U-li', 'U-he'])
        await refused(h, sends('tan', path, { to, reason: '我也出差' }), 'invalid-input', '/to');
      await refused(h, sends('admin-demo', path, { to: 'U-wang', reason: '代办' }), 'invalid-input', '/to');
      expect((await h.as('tan').post(path, { to: 'U-chen', reason: '您回来了' })).status).toBe(200);
      await h.as('chen').submits(caseId, 'receipt');
    });

    it('without a reason, or with nothing but one', async () => {
      await refused(h, sends('wang', manager(), { to: 'U-sun', reason: ' ' }), 'invalid-input', '/reason');
      await refused(h, sends('wang', manager(), { to: 'U-sun' }), 'invalid-input', '/reason');
      await refused(h, sends('wang', manager(), { reason: '出差' }), 'invalid-input', '/to');
    });

    it.each([
      ['who applied', 'li', 'own-request'],
      ['who does another step', 'chen', 'not-allowed'],
      ['who serves another customer', 'qian', 'not-found'],
    ] as const)('by somebody %s', async (_, who, code) => {
      await refused(h, sends(who, manager(), { to: 'U-wang', reason: '请' }), code);
    });

    it('by the one who has given it away already', async () => {
      await hires(h, 'lou', { role: 'project-manager', customerId: 'C-0001' });
      const caseId = await h.as('li').startsScrap(await h.device());
      await h.as('chen').submits(caseId, 'receipt');
      const task = `${caseId}.manager-review.1`;
      expect((await h.as('wang').post(`/tasks/${task}/transfer`, { to: 'U-lou', reason: '出差' })).status).toBe(200);
      await refused(h, sends('wang', `/tasks/${task}/transfer`, { to: 'U-wang', reason: '还是我来' }), 'not-allowed');
      await refused(h, completes('wang', task, { outcome: 'approve', form: SIGNED }), 'not-allowed');
      expect(await h.as('wang').inbox(caseId)).toEqual([]);
      for (const to of ['U-sun', 'U-zhao'])
        await refused(h, sends('lou', `/tasks/${task}/transfer`, { to, reason: '我也出差' }), 'invalid-input', '/to');
      await h.as('lou').approves(caseId, 'manager-review');
    });
  });

  describe('the end of a case', () => {
    it.each([
      ['the project manager', 'wang', 'not-allowed'],
      ['a colleague', 'zhao', 'not-allowed'],
      ['the administrator', 'admin-demo', 'not-allowed'],
      ["another customer's department", 'he', 'not-found'],
    ] as const)('is not withdrawn by %s', async (_, who, code) => {
      await refused(h, sends(who, `/cases/${at.receipt}/withdraw`, { reason: '撤回' }), code);
    });

    it.each([
      ['the applicant', 'li', 'not-allowed'],
      ['the service desk', 'zheng', 'not-allowed'],
      ["the customer's department", 'chen', 'not-allowed'],
      ["another customer's project manager", 'qian', 'not-found'],
    ] as const)('is not cancelled by %s', async (_, who, code) => {
      await refused(h, sends(who, `/cases/${at.receipt}/cancel`, { reason: '取消' }), code);
    });

    it.each(['withdraw', 'cancel'])('needs a reason to %s', async (verb) => {
      const who = verb === 'withdraw' ? 'li' : 'wang';
      for (const body of [{}, { reason: '' }, { reason: ' \n ' }, { reason: null }, { reason: ['撤'] }])
        await refused(h, sends(who, `/cases/${at.receipt}/${verb}`, body), 'invalid-input', '/reason');
    });

    it('is not withdrawn once somebody has approved', async () => {
      await refused(h, sends('zhao', `/cases/${at.wipe}/withdraw`, { reason: '算了' }), 'already-decided');
    });
  });
});
