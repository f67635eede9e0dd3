import { pauseOf } from '../../models/clocks';
import type { Away } from '../../models/absences';
import type { Policy } from '../../models/contracts/policy';
import { rosterInput } from '../../models/contracts/roster';
import { scrapProcess } from '../../models/contracts/scrap';
import type { JournalDraft } from '../../models/contracts/record';
import { whoIsOnDuty } from '../../models/contracts/waiting';
import { nextToServe, servedBetween, servingAt, type RosterFacts } from '../../models/roster/serving';
import { nextRung, timedOf } from '../../workflows/human-task/ladder';
import { followWatches, learnHeard } from '../../workflows/human-task/watch';
import { HOUR_IN_MS, inShanghai, office, shanghai } from './calendar-samples';
import { progress as caseWith, seat, task } from './case-in-progress';

const text = (zh: string) => ({ zh, en: zh });
const ROSTER = rosterInput.parse({
  ...{ title: text('值班表'), calendarId: '5x8', entries: [] },
  shifts: [
    { id: 'day', title: text('白班'), begins: '08:30' },
    { id: 'night', title: text('夜班'), begins: '20:30' },
  ],
  everyDay: { from: '2026-09-01', daysEach: 1, turns: { day: ['U-a', 'U-b', 'U-c'], night: ['U-d', 'U-e'] } },
  daysOff: { from: '2026-10-01', daysEach: 1, turns: { day: ['U-x', 'U-y'], night: ['U-d'] } },
});
const PEOPLE = ['U-a', 'U-b', 'U-c', 'U-d', 'U-e', 'U-x', 'U-y', 'U-m'];
const facts = (change: Partial<RosterFacts> = {}): RosterFacts => ({
  ...{ teamId: 'T', teamName: '一组', plan: { roster: ROSTER, calendar: office() }, changes: [], managerId: 'U-m' },
  ...{ names: new Map([...PEOPLE, 'U-s'].map((id) => [id, id])), members: new Set(PEOPLE), absences: [] },
  ...change,
});
const away = (personId: string, from: string, to: string, substituteId = 'U-s'): Away => ({
  ...{ personId, substituteId },
  from: new Date(shanghai(from)).toISOString(),
  to: new Date(shanghai(to)).toISOString(),
});
const serving = (local: string, change: Partial<RosterFacts> = {}, excluded: readonly string[] = []) =>
  servingAt(facts(change), shanghai(local), excluded).map(
    ({ id, by, substituteId }) => `${id} ${by}${substituteId ? ` ${substituteId}` : ''}`,
  );

describe('who serves', () => {
  test('over 国庆 those of the holiday roster, each in turn, and whoever is absent there is replaced', () => {
    const days = ['10-01', '10-02', '10-03', '10-07', '10-08'].map((day) => serving(`2026-${day} 10:00`)[0]);
    expect(days).toEqual(['U-x day-off-turn', 'U-y day-off-turn', 'U-x day-off-turn', 'U-x day-off-turn', 'U-b turn']);
    const absences = [away('U-y', '2026-10-02 00:00', '2026-10-03 00:00')];
    expect(serving('2026-10-02 10:00', { absences })).toEqual(['U-y day-off-turn U-s']);
  });

  test('changes at the very instant at which a shift begins', () => {
    const at = shanghai('2026-09-02 08:30');
    const ids = [at - 1, at].map((one) => servingAt(facts(), one)[0]?.id);
    expect(ids).toEqual(['U-d', 'U-b']);
  });

  test('is the manager where nobody is, all are absent, have left, or may not act; and nobody without a manager', () => {
    expect(serving('2026-08-01 10:00')).toEqual(['U-m manager']);
    expect(serving('2026-09-01 10:00', { plan: null })).toEqual(['U-m manager']);
    expect(serving('2026-09-01 10:00', { members: new Set(['U-m']) })).toEqual(['U-m manager']);
    expect(serving('2026-09-01 10:00', {}, ['U-a'])).toEqual(['U-m manager']);
    const absences = [away('U-a', '2026-09-01 00:00', '2026-09-02 00:00', 'U-left')];
    expect(serving('2026-09-01 10:00', { absences })).toEqual(['U-m manager']);
    expect(serving('2026-08-01 10:00', { managerId: null })).toEqual([]);
  });

  test('is told as stretches that end where an absence begins or ends, without gaps', () => {
    const absences = [away('U-a', '2026-09-01 12:00', '2026-09-01 14:00')];
    const [from, to] = [shanghai('2026-09-01 08:30'), shanghai('2026-09-02 08:30')];
    const served = servedBetween(facts({ absences }), from, to);
    expect(
      served.map(({ from: at, people }) => `${inShanghai(at).slice(11)} ${people[0]?.substituteId ?? people[0]?.id}`),
    ).toEqual(['08:30 U-a', '12:00 U-s', '14:00 U-a', '20:30 U-d']);
    for (const [index, one] of served.slice(1).entries()) expect(one.from).toBe(served[index]?.to);
  });

  test('next is who is on duty by now, then the turns of the shift in their order, then the manager, then nobody', () => {
    const at = shanghai('2026-09-01 10:00');
    const called: string[] = [];
    for (let next = nextToServe(facts(), at, called); next; next = nextToServe(facts(), at, called))
      called.push(next.id);
    expect(called).toEqual(['U-a', 'U-b', 'U-c', 'U-m']);
    expect(nextToServe(facts(), shanghai('2026-09-01 20:30'), ['U-a'])?.id).toBe('U-d');
    expect(nextToServe(facts(), at, ['U-a'], ['U-b'])?.id).toBe('U-c');
  });
});

test('the sentence says that somebody is on duty, or that nobody is', () => {
  expect(whoIsOnDuty({ shift: text('白班'), isManager: false }, 'zh')).toBe('（值班，白班）');
  expect(whoIsOnDuty({ shift: null, isManager: true }, 'en')).toContain('nobody else is on duty');
  expect(whoIsOnDuty(undefined, 'zh')).toBe('');
});

describe('the limits to acknowledge a task and to go on with it', () => {
  const limit = { budgetInMs: HOUR_IN_MS, time: 'open', ladder: [{ atPercent: 100, does: 'call-next' }] } as const;
  const policy: Policy = {
    ...scrapProcess.policy,
    onDuty: {
      'manager-review': {
        team: 'T-0001',
        acknowledge: { ...limit, ladder: [...limit.ladder] },
        progress: { ...limit, ladder: [...limit.ladder] },
      },
    },
  };
  const line = (kind: JournalDraft['kind'], by: string | null): JournalDraft => ({
    ...{ kind, at: '', stage: '', taskId: null, details: {} },
    by: by === null ? null : { id: by, name: by },
  });
  const open = (assignee: string | null = null) => {
    const of = task({
      participants: [seat({ assignee: assignee === null ? null : { id: assignee, name: assignee } })],
    });
    const progress = caseWith({ openTasks: [of] });
    const input = { ...progress.input, policy };
    return { of, progress: { ...progress, input } };
  };

  test('the first runs while nobody has claimed it, the second from then on; both end with the task', () => {
    const { of, progress } = open();
    expect(followWatches(progress, [])).toEqual([of]);
    expect(of.watch).toMatchObject({ kind: 'acknowledge', clock: { id: `${of.id}.acknowledge` } });
    expect(timedOf(progress)).toHaveLength(1);
    expect(followWatches(progress, [line('task-claimed', 'U-a')])).toEqual([]);
    of.participants[0]!.assignee = { id: 'U-a', name: 'U-a' };
    progress.now = '2026-11-21T02:00:00.000Z';
    followWatches(progress, [line('task-claimed', 'U-a')]);
    expect(of.watch).toMatchObject({ kind: 'progress', clock: { intervals: [{ from: progress.now }] } });
    of.status = 'completed';
    expect(followWatches(progress, [])).toEqual([of]);
    expect(of).not.toHaveProperty('watch');
  });

  test('what people do begins the second anew; what the system does by itself, and a nudge, does not', () => {
    const { of, progress } = open('U-a');
    followWatches(progress, []);
    const first = of.watch;
    progress.now = '2026-11-21T03:00:00.000Z';
    expect(followWatches(progress, [line('reminded', null), line('nudged', 'U-li')])).toEqual([]);
    expect(of.watch).toBe(first);
    followWatches(progress, [line('task-delegated', 'U-a')]);
    expect(of.watch?.clock.intervals).toMatchObject([{ from: progress.now }]);
  });

  test('they stand still while the clock of the task does', () => {
    const { of, progress } = open('U-a');
    const clock = {
      id: of.id,
      time: 'open',
      budgetInMs: 1,
      isStopped: false,
      atPercent: [],
      breachedAt: null,
    } as const;
    of.clock = { ...clock, intervals: [{ from: of.openedAt, to: of.openedAt, pauseReason: '等配件' }] };
    followWatches(progress, []);
    expect(of.watch && pauseOf(of.watch.clock)).toMatchObject({ reason: '等配件' });
    of.clock = { ...clock, intervals: [{ from: of.openedAt, to: null, pauseReason: null }] };
    followWatches(progress, []);
    expect(of.watch && pauseOf(of.watch.clock)).toBeNull();
  });

  test('what was heard begins it anew, and silence is certain only as far as it was looked up', () => {
    const { of, progress } = open('U-a');
    followWatches(progress, []);
    const result = { journalHead: progress.journalHead, armed: [], resolved: [], mailIds: [], sentence: '' };
    learnHeard(progress, { ...result, heard: [{ taskId: of.id, at: '2026-11-21T01:30:00.000Z' }] });
    expect(of.watch?.clock.intervals).toEqual([{ from: '2026-11-21T01:30:00.000Z', to: null, pauseReason: null }]);
    expect(of.watch).not.toHaveProperty('silentUntil');
    learnHeard(progress, { ...result, heard: [{ taskId: of.id, at: null }] });
    expect(of.watch?.silentUntil).toBe(progress.now);
  });

  test('their rungs come like others, but they are no overrun of the deadline', () => {
    const { of, progress } = open();
    followWatches(progress, []);
    const at = '2026-11-21T02:00:00.000Z';
    const armed = { id: `${of.id}.acknowledge`, dueAt: at, instants: [], calendar: 'x', isProvisional: false };
    expect(nextRung(timedOf(progress), [armed])).toBeNull();
    const withRung = { ...armed, instants: [{ atPercent: 100, at }] };
    expect(nextRung(timedOf(progress), [withRung])?.walked?.rung.does).toBe('call-next');
  });
});
