import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

describe('commands that reach a case in the same moment', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start({ UPDATE_DEADLINE_MS: '3000' });
  });
  afterAll(async () => {
    await h.stop();
  });

  it('have a record each, in which order they come', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const task = `/tasks/${caseId}.manager-review.1`;
    const commands = [
      async () => await h.as('li').post(`${task}/nudge`, {}, { key: 'nudge' }),
      async () => await h.as('wang').post(`${task}/claim`, {}, { key: 'claim' }),
      async () => await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '另行处理' }, { key: 'cancel' }),
    ];
    const all = async () => await Promise.all(commands.map(async (send) => await send()));
    // All of them wait in Temporal for a worker, which gets them in one task.
    await h.killWorker();
    expect((await all()).map(({ status }) => status)).toEqual([503, 503, 503]);
    await h.startWorker();
    const ended = await h.ended(caseId);
    const steps = await h.db.steps.find({ caseId }).sort({ seq: 1 }).lean();
    expect(steps.map(({ commands: carriedOut }) => carriedOut.length).filter((count) => count > 1)).toEqual([]);
    expect(ended).toMatchObject({ state: 'cancelled', attention: null });
    await eventually(async () => {
      // Whatever came before the cancellation was done, the rest is refused; nothing is left open.
      expect((await all()).map(({ status }) => [200, 409].includes(status))).toEqual([true, true, true]);
    });
    expect((await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '另行处理' }, { key: 'cancel' })).status).toBe(
      200,
    );
  });
});
