import type { AuditAnswer, CutoverData } from '../../models/contracts/change-cutover-run';
import { CutoverPlay } from '../harness/cutover';
import { Installation } from '../harness/installation';

describe('变更割接', () => {
  let h: Installation;
  let play: CutoverPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new CutoverPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const dataOf = async (caseId: string) => (await h.caseRow(caseId)).data as unknown as CutoverData;
  const done = async (caseId: string, ...steps: readonly string[]) => {
    const rows = await h.db.tasks
      .find({ caseId, step: { $in: steps }, status: 'completed' })
      .sort({ closedAt: 1 })
      .lean();
    return rows.map(({ step, item, outcome }) => [step, item?.key, outcome].filter(Boolean).join(' '));
  };
  const answers = (audit: readonly AuditAnswer[]) => audit.map(({ question, answer }) => `${question} ${answer}`);

  it('goes from the request to the signed report, and answers the twelve questions from its records', async () => {
    const caseId = await play.begun(6);
    await h.as('ma').approves(caseId, 'verify');
    await h.as('ma').approves(caseId, 'observed');
    await play.reported(caseId);
    await play.documented(caseId);

    const row = await h.ended(caseId);
    expect(row.state).toBe('completed');
    expect(row.documents.map(({ title }) => title)).toEqual(['测试报告', '割接计划', '割接报告', '割接报告']);
    const { audit } = await dataOf(caseId);
    expect(answers(audit)).toEqual([
      'change-1 yes',
      'change-2 yes',
      'change-3 yes',
      'cutover-1 yes',
      'cutover-2 yes',
      'cutover-3 yes',
      'cutover-4 yes',
      'cutover-5 yes',
      'cutover-6 yes',
      'running-1 yes',
      'running-2 yes',
      'running-3 not-applicable',
    ]);
    expect(audit.every(({ cites }) => cites.length > 0)).toBe(true);
    await h.keepsHistory(caseId, 'change-cutover-completed');
  });

  it.each([1, 2, 3, 4, 5, 6])('rolls back by itself from step %i, in reverse order', async (step) => {
    const caseId = await play.begun(step - 1);
    await play.fails(caseId, step);
    await play.rollsBack(caseId, step);
    await play.reported(caseId);

    expect(await h.ended(caseId)).toMatchObject({ state: 'rolled-back' });
    const undos = Array.from({ length: step }, (_, index) => `undo ${step - index} approve`);
    expect(await done(caseId, 'backup-before-undo', 'undo', 'restore', 'verify-restored')).toEqual([
      'backup-before-undo approve',
      ...undos,
      'restore approve',
      'verify-restored approve',
    ]);
    const { run } = await dataOf(caseId);
    expect(run).toMatchObject({ isRolledBack: true, troubles: [{ cause: 'check-failed', step, reason: '日志报错' }] });
  });
});
