import { randomUUID } from 'node:crypto';
import { deactivateAnswer, openTasks } from '../../models/contracts/open-tasks';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { hires, refused } from './refusals';

const CASES = 6;
const PATIENCE_IN_MS = 300_000;

describe('somebody who has tasks leaves the company', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  const leave = (id: string, successorId: string | null, key?: string) => async () =>
    await h
      .as('admin-demo')
      .post(`/users/${id}/deactivate`, { successorId, reason: '已离职' }, key === undefined ? {} : { key });
  /** As every client should: repeats the request with its key while the answer is 503. */
  const leaves = async (id: string, successorId: string, key: string = randomUUID()) =>
    await eventually(async () => {
      const answer = await leave(id, successorId, key)();
      expect(answer.status).toBe(200);
      return answer;
    });
  const left = async (id: string) =>
    openTasks.parse((await h.as('admin-demo').get(`/users/${id}/open-tasks`)).body).items;
  const isActive = async (id: string) => (await h.db.users.findById(id).lean())?.isActive;

  it('only once a successor who may do them has each, as a transfer that the journal tells', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const task = `${caseId}.manager-review.1`;
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.expect('wang', '【待办】', caseId);

    // Nobody else may do it.
    expect(await left('U-wang')).toMatchObject([{ id: task, caseId, step: 'manager-review', why: 'only-one' }]);
    const alone = await refused(h, leave('U-wang', null), 'has-open-tasks');
    expect(alone.body.tasks).toMatchObject([{ id: task, why: 'only-one' }]);
    for (const to of ['U-sun', 'U-qian', 'U-feng']) {
      const unfit = await refused(h, leave('U-wang', to), 'successor-unfit');
      expect(unfit.body.tasks).toMatchObject([{ id: task }]);
    }
    for (const to of ['U-chen', 'U-wang', 'U-nobody'])
      await refused(h, leave('U-wang', to), 'invalid-input', '/successorId');
    const etag = (await h.as('admin-demo').get('/users/U-wang')).headers.get('etag') ?? '';
    const patch = async () =>
      await h.as('admin-demo').send('PATCH', '/users/U-wang', { isActive: false }, { headers: { 'if-match': etag } });
    expect((await refused(h, patch, 'has-open-tasks')).body.tasks).toMatchObject([{ id: task }]);

    // A colleague with the role could, so nothing is left behind; until wang takes it.
    await hires(h, 'lou', { role: 'project-manager', customerId: 'C-0001' });
    expect(await left('U-wang')).toEqual([]);
    expect((await h.as('wang').post(`/tasks/${task}/claim`, {})).status).toBe(200);
    expect(await left('U-wang')).toMatchObject([{ id: task, why: 'assigned' }]);
    expect((await h.as('lou').send('PATCH', '/me', { language: 'en' })).status).toBe(200);

    const key = randomUUID();
    const answer = await leaves('U-wang', 'U-lou', key);
    expect([answer.status, deactivateAnswer.parse(answer.body)]).toMatchObject([
      200,
      {
        ...{ id: 'U-wang', isActive: false, successor: { id: 'U-lou', name: 'lou 先生' }, handedOver: [task] },
        teams: [{ id: 'T-0001', leader: { id: 'U-lou' } }],
      },
    ]);
    expect((await leave('U-wang', 'U-lou', key)()).body).toEqual(answer.body);
    expect((await leave('U-wang', null, key)()).body.code).toBe('idempotency-key-reused');
    expect((await h.as('wang').get('/me')).status).toBe(401);
    expect(await h.db.sessions.countDocuments({ userId: 'U-wang' })).toBe(0);

    const entry = await h.db.journal.findOne({ caseId, kind: 'task-transferred' }).lean();
    expect(entry).toMatchObject({
      by: { id: 'U-admin-demo', name: '演示管理员' },
      details: { to: { id: 'U-lou' }, reason: '已离职' },
    });
    const mail = await h.mails.expect('lou', '[To do]', caseId);
    expect(mail.text).toContain('已离职');
    await h.mails.nothingElse(caseId);
    await h.as('lou').approves(caseId, 'manager-review');
    expect(
      await h.db.access.findOne({ action: 'POST /users/{id}/deactivate', result: 'done', target: 'U-wang' }).lean(),
    ).toMatchObject({
      ...{ personId: 'U-admin-demo' },
      details: { reason: '已离职', successor: { id: 'U-lou' }, handedOver: [task] },
    });
    await refused(h, leave('U-wang', null), 'wrong-state');
    await refused(h, leave('U-admin-demo', 'U-feng'), 'wrong-state');
  });

  it('and what names them in person goes too, to whom it may', async () => {
    const caseId = await h.as('zhao').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('lou').returns(caseId, 'manager-review', 'register', '请补充');
    expect(await left('U-zhao')).toMatchObject([{ id: `${caseId}.amend.1`, why: 'named' }]);
    expect(await h.as('li').inbox(caseId)).toEqual([]);
    await leaves('U-zhao', 'U-li');
    expect((await h.as('li').inbox(caseId)).map(({ step }) => step)).toEqual(['amend']);
  });

  it(
    'also when the API dies in the middle: the same request does the rest, once, and nobody goes before',
    async () => {
      await hires(h, 'tan', { role: 'competent-department', customerId: 'C-0001' });
      const cases: string[] = [];
      for (let count = 0; count < CASES; count += 1) {
        const caseId = await h.as('li').startsScrap(await h.device());
        expect((await h.as('chen').post(`/tasks/${caseId}.receipt.1/claim`, {})).status).toBe(200);
        cases.push(caseId);
      }
      const key = randomUUID();
      const cutOff = leave('U-chen', 'U-tan', key)().catch(() => null);
      await eventually(async () => {
        const moved = await h.db.journal.countDocuments({ caseId: { $in: cases }, kind: 'task-transferred' });
        expect(moved).toBeGreaterThan(0);
      }, 400);
      await h.api.kill();
      await cutOff;
      expect(await isActive('U-chen')).toBe(true);
      expect((await heldByChen()).length).toBeGreaterThan(0);
      await h.restartApi();

      // Meanwhile nobody gives the leaver another task.
      const mine = (await h.as('tan').inbox()).find(({ step }) => step === 'receipt')?.id ?? '';
      const back = async () => await h.as('tan').post(`/tasks/${mine}/transfer`, { to: 'U-chen', reason: '还给您' });
      await refused(h, back, 'invalid-input', '/to');

      const answer = await leaves('U-chen', 'U-tan', key);
      expect(answer.body.handedOver).toEqual(cases.map((caseId) => `${caseId}.receipt.1`).sort());
      expect(await isActive('U-chen')).toBe(false);
      const receipts = (await h.as('tan').inbox()).filter(({ step }) => step === 'receipt');
      expect(receipts.map(({ caseId }) => caseId).sort()).toEqual([...cases].sort());
      for (const caseId of cases) {
        expect((await h.story(caseId)).filter((line) => line.startsWith('task-transferred'))).toHaveLength(1);
        await h.mails.expect('chen', '【待办】', caseId);
        // Hired after the case began or before, they are told of the task once more when it becomes theirs.
        const told = await eventually(() => {
          const mails = h.mails.about(caseId).filter((mail) => JSON.stringify(mail.to).includes('tan'));
          expect(mails).toHaveLength(2);
          return mails;
        });
        expect(told.filter((mail) => mail.text.includes('已离职'))).toHaveLength(1);
      }
    },
    PATIENCE_IN_MS,
  );

  async function heldByChen() {
    return await h.db.tasks.find({ status: 'open', openTo: 'person:U-chen' }).lean();
  }
});
