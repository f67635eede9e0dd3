import { roleKey } from '../../models/codes';
import type { MailDraft } from '../../models/contracts/record';
import { checkDelegate } from '../../workflows/human-task/delegation';
import { walkRung } from '../../workflows/human-task/ladder-walk';
import type { Recorder } from '../../workflows/human-task/recorder';
import { checkCompletion } from '../../workflows/human-task/rules';
import { actor, AT, from, LI, progress, refusalOf, seat, task } from './case-in-progress';

const WANG = actor('U-wang', roleKey('project-manager', 'C-0001'));
const ZHENG = { id: 'U-zheng', name: '郑服务台' };
const wang = { id: WANG.id, name: WANG.name };
const asked = () =>
  seat({ assignee: wang, owner: wang, delegation: { to: ZHENG, by: wang, reason: '请核对', at: AT } });

describe('a task that is delegated', () => {
  test('is decided by nobody until the answer is there', () => {
    const of = task({ participants: [asked()] });
    const answer = { outcome: 'approve', comment: '', returnTo: null, form: {}, names: {}, attachments: [] } as const;
    const tries = (who: typeof WANG) =>
      refusalOf(() => checkCompletion(progress({ openTasks: [of] }), { ...from(who), taskId: of.id, ...answer }));
    expect([tries(WANG), tries(actor(ZHENG.id))]).toEqual(['wrong-state', 'not-allowed']);
  });

  test('is delegated no further, and never to the applicant', () => {
    const tries = (of: ReturnType<typeof task>, to: typeof ZHENG) =>
      refusalOf(() =>
        checkDelegate(progress({ openTasks: [of] }), { ...from(WANG), taskId: of.id, to, reason: '请核对' }),
      );
    expect(tries(task(), ZHENG)).toBeNull();
    expect(tries(task(), LI)).toBe('own-request');
    expect(tries(task({ participants: [asked()] }), { id: 'U-sun', name: '孙副经理' })).toBe('wrong-state');
  });

  test('reminds both, and when it escalates to somebody else the question is over, which who was asked is told', () => {
    const ladder = (['remind', 'hand-over'] as const).map((does) => ({
      rung: does === 'remind' ? { does, atPercent: 50 } : { does, atPercent: 75, to: 'tech-lead' as const },
      walkedAt: null,
    }));
    const of = task({ participants: [asked()], ladder });
    const sent: MailDraft[] = [];
    const recorder = {
      now: () => AT,
      happensAt: () => undefined,
      note: (_: string, __: unknown, mails: readonly MailDraft[] = []) => void sent.push(...mails),
      buffer: { touch: () => undefined, effect: () => undefined },
    } as unknown as Recorder;
    for (const walked of of.ladder)
      walkRung(progress({ openTasks: [of] }), recorder, { of, walked, at: Date.parse(AT) });
    expect(sent.map(({ kind, to }) => [kind, to.kind === 'persons' ? to.ids : to.kind])).toEqual([
      ['task-reminder', ['U-wang', 'U-zheng']],
      ['task-escalated', 'role'],
      ['delegation-over', ['U-zheng']],
    ]);
    expect(of.participants[0]).not.toHaveProperty('delegation');
  });
});
