import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

const MOST_HANDS = 400;
const HANDS_IN_THE_SECOND_RUN = 5;
const PATIENCE_IN_MS = 240_000;

describe('设备报废审批: a case with a long history', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  it(
    'continues as new in the middle of a stage: the task, the answers and the journal go on as if nothing had happened',
    async () => {
      const caseId = await h.as('li').startsScrap(await h.device());
      await h.as('chen').submits(caseId, 'receipt', { key: 'signed' });
      await h.as('wang').approves(caseId, 'manager-review');
      await h.as('chen').approves(caseId, 'department-review');
      const task = await h.as('li').taskOf(caseId, 'wipe');
      const ids = { li: await h.as('li').id(), zhao: await h.as('zhao').id() };
      const hand = async (number: number) => {
        const [from, to] = number % 2 === 0 ? (['li', 'zhao'] as const) : (['zhao', 'li'] as const);
        const body = { to: ids[to], reason: `第 ${number} 次` };
        return await h.as(from).post(`/tasks/${task}/transfer`, body, { key: `hand-${number}` });
      };
      const handAround = async (from: number, isEnough: (number: number) => Promise<boolean> | boolean) => {
        let number = from;
        for (; !(await isEnough(number)); number += 1) {
          await eventually(async () => expect(await hand(number)).toMatchObject({ status: 200 }));
        }
        return number;
      };
      // How many events a hand takes differs with the load, so the case itself says when it began anew.
      const hasContinued = async () => (await h.caseRow(caseId)).runIds.length > 1;
      const before = await handAround(0, async (number) => number === MOST_HANDS || (await hasContinued()));
      const handed = await handAround(before, (number) => number === before + HANDS_IN_THE_SECOND_RUN);
      expect(await hand(handed - 1)).toMatchObject({ status: 200, body: { outcome: 'transferred' } });
      expect(await h.as('chen').decides(caseId, 'receipt', 'submit', { key: 'signed' })).toMatchObject({ status: 200 });
      await h.as(handed % 2 === 0 ? 'li' : 'zhao').submits(caseId, 'wipe');
      expect(await h.ended(caseId)).toMatchObject({ state: 'completed', attention: null, round: 1 });
      const runs = (await h.caseRow(caseId)).runIds;
      expect(runs.length).toBeGreaterThan(1);
      expect((await h.story(caseId)).filter((line) => line === 'task-transferred wipe')).toHaveLength(handed);
      expect((await h.story(caseId)).filter((line) => line === 'task-opened wipe')).toHaveLength(1);
      await eventually(async () => {
        const filed = await h.db.connection
          .collection('histories.files')
          .countDocuments({ filename: new RegExp(`^${caseId}/`) });
        expect(filed).toBe(runs.length);
      });
    },
    PATIENCE_IN_MS,
  );
});
