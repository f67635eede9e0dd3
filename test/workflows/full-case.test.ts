import { FaultPlay } from '../harness/fault';
import { handling } from '../harness/fault-forms';
import { Installation } from '../harness/installation';

const PATIENCE_IN_MS = 240_000;
const MANY = 60;
const SOME = 15;
const LONGEST_ACTION = 1000;

describe('a case in which very much is said', () => {
  let h: Installation;
  let play: FaultPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new FaultPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const at = new Date().toISOString();
  const saying = (actions: number) => ({
    actions: Array.from({ length: actions }, () => ({ at, what: '查'.repeat(LONGEST_ACTION) })),
  });

  it(
    'takes long answers while it has room for them, then only short ones, and ends with all its papers',
    async () => {
      const caseId = await play.answered();
      const answers = async (form: Readonly<Record<string, unknown>>) => {
        await play.waitsFor(caseId, 'handle');
        return await h.as('li').decides(caseId, 'handle', 'submit', { form });
      };
      const answersWhileItMay = async (actions: number): ReturnType<typeof answers> => {
        const answer = await answers(handling('on', saying(actions)));
        return answer.status === 200 ? await answersWhileItMay(actions) : answer;
      };
      const refused = await answersWhileItMay(MANY);
      expect(refused).toMatchObject({ status: 422 });
      expect(refused.body.detail).toMatch(/最多 \d+ 个字符，请缩短后再提交/);
      const asks = async () => {
        const task = await play.waitsFor(caseId, 'handle');
        const body = { to: await h.as('zhao').id(), reason: '请看一下' };
        return await h.as('li').post(`/tasks/${task._id}/delegate`, body);
      };
      await answersWhileItMay(SOME);
      expect(await asks()).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('往来意见已达上限') },
      });
      expect(await answers(handling('on'))).toMatchObject({ status: 200 });
      expect(await answers(handling('solved'))).toMatchObject({ status: 200 });
      await play.does('li', caseId, 'cause');
      await play.does('liu', caseId, 'confirm');
      expect(await play.ended(caseId)).toMatchObject({ state: 'completed', attention: null });
    },
    PATIENCE_IN_MS,
  );
});
