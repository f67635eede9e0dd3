import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import type { Answer, Person } from '../harness/person';

const STEPS = [
  ['chen', 'receipt', 'submit'],
  ['wang', 'manager-review', 'approve'],
  ['chen', 'department-review', 'approve'],
  ['zhou', 'finance-review', 'approve'],
  ['li', 'wipe', 'submit'],
] as const;

const PATIENCE_IN_MS = 300_000;
/** Each step's worker is killed a little later after the request than the one before, so that the kills hit different moments. */
const KILL_LATER_BY_MS = 25;
const KILL_AT_THE_LATEST_MS = 3_000;

/** Sends a decision again and again with the same key, as a client should while the answer is 503 or no answer at all. */
async function insists(who: Person, caseId: string, step: string, outcome: string, key: string): Promise<Answer> {
  return await eventually(async () => {
    const answer = await who.decides(caseId, step, outcome, { key });
    if (answer.status === 503) throw new Error('503');
    return answer;
  }, 400);
}

describe('kills', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start({ UPDATE_DEADLINE_MS: '3000' });
  });
  afterAll(async () => {
    await h.stop();
  });

  async function hasAllOnce(caseId: string): Promise<void> {
    const row = await h.ended(caseId);
    expect(row).toMatchObject({ state: 'completed', attention: null });
    expect(row.documents).toHaveLength(1);
    const story = await h.story(caseId);
    for (const [, step] of STEPS) {
      expect(story.filter((line) => line === `task-completed ${step}`)).toHaveLength(1);
      expect(story.filter((line) => line === `task-opened ${step}`)).toHaveLength(1);
    }
    expect(await h.db.documents.countDocuments({ caseId })).toBe(1);
    expect(await h.db.tasks.countDocuments({ caseId })).toBe(STEPS.length);
    await hasEachMail(caseId);
  }

  /** Each mail arrived, and twice only where an attempt was cut off after the last dot; always with the same Message-ID. */
  async function hasEachMail(caseId: string): Promise<void> {
    const mails = await eventually(async () => {
      const rows = await h.db.mails.find({ caseId }).lean();
      expect(rows.map((row) => row.state)).toEqual(rows.map(() => 'sent'));
      return rows;
    }, 700);
    expect(mails).toHaveLength(STEPS.length + 2);
    const arrived = h.mails.about(caseId).map((mail) => mail.messageId);
    for (const mail of mails) {
      const times = arrived.filter((id) => id === mail.messageId).length;
      const unknown = mail.attempts.filter((attempt) => attempt.result === 'unknown').length;
      expect(times).toBeGreaterThanOrEqual(1);
      expect(times).toBeLessThanOrEqual(1 + unknown);
    }
  }

  it(
    'the worker, killed before and during each step, loses nothing and does nothing twice',
    async () => {
      const caseId = await h.as('li').startsScrap(await h.device({ valueInYuan: 20_000 }));
      for (const [index, [who, step, outcome]] of STEPS.entries()) {
        const isCommitted = h.nextJournalEntry(caseId);
        const asked = insists(h.as(who), caseId, step, outcome, randomUUID());
        if (index % 2 === 0) await Promise.race([isCommitted, pause(KILL_AT_THE_LATEST_MS)]);
        else await pause(index * KILL_LATER_BY_MS);
        await h.killWorker();
        await h.startWorker();
        expect(await asked).toMatchObject({ status: 200 });
      }
      await hasAllOnce(caseId);
      await h.keepsHistory(caseId, 'scrap-worker-killed');
    },
    PATIENCE_IN_MS,
  );

  it(
    'the worker, killed inside the transaction of a record, writes that record once',
    async () => {
      const caseId = await h.as('li').startsScrap(await h.device({ valueInYuan: 20_000 }));
      for (const [who, step, outcome] of STEPS) {
        if (!['manager-review', 'wipe'].includes(step)) {
          expect((await insists(h.as(who), caseId, step, outcome, randomUUID())).status).toBe(200);
          continue;
        }
        const goOn = await h.standsStillAt('insert', 'journal');
        const asked = insists(h.as(who), caseId, step, outcome, randomUUID());
        await pause(400);
        expect((await h.story(caseId)).some((line) => line === `task-completed ${step}`)).toBe(false);
        await h.killWorker();
        await goOn();
        await h.startWorker();
        expect(await asked).toMatchObject({ status: 200 });
      }
      await hasAllOnce(caseId);
    },
    PATIENCE_IN_MS,
  );

  it(
    'the API, killed between request and answer, has the answer for the same key when it is back',
    async () => {
      const caseId = await h.as('li').startsScrap(await h.device());
      const task = await h.as('chen').taskOf(caseId, 'receipt');
      const key = randomUUID();
      const goOn = await h.standsStillAt('insert', 'journal');
      const asked = h
        .as('chen')
        .decides(caseId, 'receipt', 'submit', { key })
        .catch(() => null);
      await pause(400);
      await h.restartApi();
      expect(await asked).toBeNull();
      await goOn();
      const again = await insists(h.as('chen'), caseId, 'receipt', 'submit', key);
      expect(again).toMatchObject({ status: 200, body: { taskId: task, outcome: 'submit' } });
      const once = (await h.story(caseId)).filter((line) => line === 'task-completed receipt');
      expect(once).toHaveLength(1);
      expect(await h.as('chen').decides(caseId, 'receipt', 'submit', { key: randomUUID() })).toMatchObject({
        status: 409,
      });
    },
    PATIENCE_IN_MS,
  );

  it(
    'the API, killed while a case starts, has started it once for the same key',
    async () => {
      const device = await h.device();
      const body = await h.as('li').scrapBody(device);
      const key = randomUUID();
      const goOn = await h.standsStillAt('insert', 'journal');
      const asked = h
        .as('li')
        .post('/cases', body, { key })
        .catch(() => null);
      await pause(400);
      await h.restartApi();
      expect(await asked).toBeNull();
      await goOn();
      const again = await eventually(async () => {
        const answer = await h.as('li').post<{ caseId: string }>('/cases', body, { key });
        if (answer.status === 503) throw new Error('503');
        return answer;
      }, 400);
      expect(again.status).toBe(201);
      expect(await h.db.cases.countDocuments({ subject: (await h.caseRow(again.body.caseId)).subject })).toBe(1);
      expect(await h.as('li').post('/cases', body)).toMatchObject({
        status: 403,
        body: { code: 'not-your-attachment' },
      });
    },
    PATIENCE_IN_MS,
  );

  it('a case that the API reserved and did not live to start is started by the sweeper', async () => {
    const model = await h.db.intake.findOne({ state: 'started' }).lean();
    if (!model) throw new Error('no case has started');
    const _id = `${model._id}9`;
    const answerKey = randomUUID();
    const input = { ...model.input, head: { ...model.input.head, id: _id }, answerKey, locks: [], attachments: [] };
    await h.db.intake.create([
      { _id, process: 'scrap', answerKey, bodyHash: 'x', input, state: 'reserved', createdAt: new Date(0) },
    ]);
    await eventually(async () => expect(await h.caseRow(_id)).toMatchObject({ state: 'open', stage: 'hand-back' }));
    await eventually(async () => expect(await h.db.intake.findById(_id).lean()).toMatchObject({ state: 'started' }));
  });

  it('fifty people who approve one step at once: one is accepted, the others are told so', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const crowd = await h.crowd('project-manager', 50);
    const answers = await Promise.all(
      crowd.map((who) => insists(who, caseId, 'manager-review', 'approve', randomUUID())),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
    for (const answer of answers.filter(({ status }) => status === 409)) expect(answer.body.code).toBe('task-closed');
    expect((await h.story(caseId)).filter((line) => line === 'task-completed manager-review')).toHaveLength(1);
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
  });
});
