import { roleKey } from '../../models/codes';
import { paused, running } from '../../models/clocks';
import type { Participant, Task } from '../../models/contracts/task';
import type { MailDraft } from '../../models/contracts/record';
import { checkNudge, nudge } from '../../workflows/human-task/nudge';
import type { Recorder } from '../../workflows/human-task/recorder';
import { actor, AT, from, LI, progress, refusalOf, seat, task } from './case-in-progress';

const APPLICANT = actor(LI.id);
const LEADER = actor('U-feng', roleKey('maintenance-manager', null));
const WANG = actor('U-wang', roleKey('project-manager', 'C-0001'));
const clock = running({ id: task().id, time: 'open', budgetInMs: 3_600_000, atPercent: [] }, AT);
const heldBy = (id: string): Partial<Participant> => ({ assignee: { id, name: id } });

function tries(who: typeof WANG, change: Partial<Task>, at = AT): string | null {
  const of = task(change);
  return refusalOf(() => checkNudge(progress({ openTasks: [of] }), { ...from(who), at, taskId: of.id, reason: '' }));
}

describe('nudging', () => {
  test('is for who applied and who leads', () => {
    expect(tries(APPLICANT, {})).toBeNull();
    expect(tries(LEADER, {})).toBeNull();
    expect(tries(actor('U-zhao', roleKey('engineer', 'C-0001')), {})).toBe('not-allowed');
  });

  test('is not about what is one’s own to do, alone or among others who could', () => {
    expect(tries(WANG, {})).toBe('wrong-state');
    expect(tries(WANG, { participants: [seat(heldBy(WANG.id))] })).toBe('wrong-state');
    expect(tries(WANG, { participants: [seat(heldBy('U-gao'))] })).toBeNull();
  });

  test('rests while the clock is paused, and after the task is closed', () => {
    expect(tries(APPLICANT, { clock: paused(clock, AT, '等配件') })).toBe('wrong-state');
    expect(tries(APPLICANT, { status: 'completed' })).toBe('task-closed');
  });

  test('happens once in half an hour', () => {
    const nudgedAt = '2026-11-21T01:00:00.000Z';
    expect(tries(APPLICANT, { nudgedAt }, '2026-11-21T01:29:59.999Z')).toBe('too-often');
    expect(tries(LEADER, { nudgedAt }, '2026-11-21T01:29:59.999Z')).toBe('too-often');
    expect(tries(APPLICANT, { nudgedAt }, '2026-11-21T01:30:00.000Z')).toBeNull();
  });

  test('writes to those who have not voted yet, but for oneself', () => {
    const of = task({
      quorum: { kind: 'all', hasVeto: false },
      participants: [
        seat({ seat: '1', ...heldBy(WANG.id) }),
        seat({ seat: '2', ...heldBy('U-sun') }),
        seat({
          seat: '3',
          ...heldBy('U-wu'),
          vote: { outcome: 'approve', by: { id: 'U-wu', name: '吴总' }, forWhom: null, at: AT, comment: '' },
        }),
      ],
    });
    const sent: MailDraft[] = [];
    const recorder = {
      now: () => AT,
      note: (_: string, __: unknown, mails: readonly MailDraft[]) => void sent.push(...mails),
    } as unknown as Recorder;
    nudge(progress({ openTasks: [of] }), recorder, { ...from(WANG), taskId: of.id, reason: '客户在等' });
    expect(sent.map(({ kind, to, details }) => [kind, to, details.reason])).toEqual([
      ['task-nudged', { kind: 'persons', ids: ['U-sun'] }, '客户在等'],
    ]);
    expect(of.nudgedAt).toBe(AT);
  });
});
