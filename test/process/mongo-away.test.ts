import { setTimeout as pause } from 'node:timers/promises';
import { Installation } from '../harness/installation';

const AWAY_FOR_MS = 6_000;
const ACTIVITY_SCHEDULED = 10;

describe('MongoDB is away for a while', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  it('a decision that was accepted meanwhile is recorded when it is back, once, with few events of history', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    const events = async () => (await h.temporal.workflow.getHandle(caseId).fetchHistory()).events ?? [];
    const before = (await events()).length;
    const isBack = await h.refuses('insert', 'journal');
    const key = 'signed-while-away';
    const answers: number[] = [];
    const asked = (async () => {
      for (;;) {
        const { status, body } = await h.as('chen').decides(caseId, 'receipt', 'submit', { key });
        answers.push(status);
        if (status !== 503) return { status, body };
        await pause(500);
      }
    })();
    await pause(AWAY_FOR_MS);
    await isBack();
    expect(await asked).toMatchObject({ status: 200, body: { outcome: 'submit' } });
    expect(answers.length).toBeGreaterThan(1);
    expect((await h.story(caseId)).filter((line) => line === 'task-completed receipt')).toHaveLength(1);
    expect(await h.caseRow(caseId)).toMatchObject({ stage: 'manager-review', attention: null });
    const all = (await events()).slice(before);
    const activities = all.filter((event) => Number(event.eventType) === ACTIVITY_SCHEDULED);
    const records = activities.filter(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'record',
    );
    expect(records).toHaveLength(1);
    expect(all.length).toBeLessThanOrEqual(40);
  });
});
