import { Installation } from '../harness/installation';
import { asks, STEP, votesOn } from './panels';
import { refused } from './refusals';

describe('催办', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  it('is a mail to those who are waited for, a line of the journal, and not to be had again at once', async () => {
    const caseId = await asks(h, { kind: 'all', hasVeto: false });
    for (const who of ['chen', 'wang', 'sun', 'wu']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('sun').approves(caseId, STEP);
    const nudges = async (who: string, reason = '用户在等') =>
      await h.as(who).post(`/tasks/${votesOn(caseId)}/nudge`, { reason });
    expect((await h.as('li').get<Shown>(`/tasks/${votesOn(caseId)}`)).body).toMatchObject({
      may: { nudge: true },
      nudgedAt: null,
    });
    await refused(h, () => nudges('zhou'), 'not-allowed');
    await refused(h, () => nudges('li', '催'.repeat(501)), 'invalid-input', '/reason');
    expect((await nudges('li')).body).toMatchObject({ outcome: 'nudged' });
    for (const who of ['wang', 'wu']) {
      const mail = await h.mails.expect(who, '【催办】', caseId);
      expect(mail.text).toContain('李工请您尽快办理“项目经理审批”');
      expect(mail.text).toContain('用户在等');
    }
    const again = await refused(h, () => nudges('li'), 'too-often');
    const inSeconds = Number(again.headers.get('retry-after'));
    expect([inSeconds > 29 * 60, inSeconds <= 30 * 60, again.body.title]).toEqual([
      ...[true, true],
      '操作过于频繁，请稍后再试',
    ]);
    await refused(h, () => nudges('admin-demo'), 'too-often');
    expect((await h.as('li').get<Shown>(`/tasks/${votesOn(caseId)}`)).body.nudgedAt).toEqual(expect.any(String));
    await h.mails.nothingElse(caseId);
    expect(await h.story(caseId)).toContain(`nudged ${STEP}`);
    for (const who of ['wang', 'wu']) await h.as(who).approves(caseId, STEP);
    await refused(h, () => nudges('li'), 'task-closed');
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed' });
    await h.keepsHistory(caseId, 'scrap-nudged');
  });
});

interface Shown extends Record<string, unknown> {
  readonly nudgedAt: string | null;
}
