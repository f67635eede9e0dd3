import { MAIL_URGENCY, MUTABLE_MAILS, NO_CHOICES } from '../../models/contracts/mail-choices';
import { ownPatch } from '../../models/contracts/directory';
import { MAIL_KINDS } from '../../models/contracts/record';
import { endOfQuiet, heldUntil, isMuted } from '../../models/mail-choices';

const SHANGHAI = 'Asia/Shanghai';
const NIGHT = { from: '22:00', to: '07:00' };
const at = (text: string) => new Date(`${text}+08:00`);
const until = (quiet: { from: string; to: string }, text: string) =>
  endOfQuiet(quiet, at(text), SHANGHAI)?.toISOString();
const utc = (text: string) => at(text).toISOString();

describe('quiet hours', () => {
  test.each([
    ['2026-11-24T22:00:00', '2026-11-25T07:00:00'],
    ['2026-11-24T23:59:59', '2026-11-25T07:00:00'],
    ['2026-11-25T00:00:00', '2026-11-25T07:00:00'],
    ['2026-11-25T06:59:59', '2026-11-25T07:00:00'],
  ])('over midnight last at %s until %s', (now, end) => {
    expect(until(NIGHT, now)).toBe(utc(end));
  });

  test.each(['2026-11-25T07:00:00', '2026-11-25T12:00:00', '2026-11-25T21:59:59'])('are over at %s', (now) => {
    expect(until(NIGHT, now)).toBeUndefined();
  });

  test('within a day end on it', () => {
    const noon = { from: '12:00', to: '13:30' };
    expect(until(noon, '2026-11-25T12:00:00')).toBe(utc('2026-11-25T13:30:00'));
    expect(until(noon, '2026-11-25T13:30:00')).toBeUndefined();
    expect(until(noon, '2026-11-25T00:00:00')).toBeUndefined();
  });

  test('follow the clock on the wall where that is changed', () => {
    const end = (text: string) => endOfQuiet(NIGHT, new Date(text), 'Europe/Berlin')?.toISOString();
    expect(end('2026-03-28T23:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(end('2026-10-24T22:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
  });

  test('hold what is not urgent, and nothing of an urgent case', () => {
    const choices = { mutedMails: [], quietHours: NIGHT };
    const now = at('2026-11-24T23:00:00');
    for (const kind of MAIL_KINDS) {
      const held = (priority: 'normal' | 'urgent' | null) =>
        heldUntil({ kind, priority, hasNoAccount: false, cannotWait: false }, choices, now, SHANGHAI);
      expect(held('urgent')).toBeNull();
      expect([kind, held('normal') === null]).toEqual([kind, MAIL_URGENCY[kind] === 'urgent']);
    }
    expect(
      heldUntil(
        { kind: 'task-opened', priority: 'normal', hasNoAccount: false, cannotWait: false },
        undefined,
        now,
        SHANGHAI,
      ),
    ).toBeNull();
  });
});

describe('mails that somebody does not want', () => {
  const choices = { ...NO_CHOICES, mutedMails: [...MAIL_KINDS] };

  test('are only those that one may do without', () => {
    const muted = MAIL_KINDS.filter((kind) =>
      isMuted({ kind, priority: 'normal', hasNoAccount: false, cannotWait: false }, choices),
    );
    expect([...muted].sort()).toEqual([...MUTABLE_MAILS].sort());
    for (const kind of ['task-escalated', 'task-late', 'case-late', 'task-reminder', 'webhook-disabled'] as const)
      expect(muted).not.toContain(kind);
  });

  test('come all the same to who has no account and decides by them', () => {
    expect(isMuted({ kind: 'task-opened', priority: 'normal', hasNoAccount: true, cannotWait: false }, choices)).toBe(
      false,
    );
  });
});

test('a call to who is on duty comes always and at once, the first of them too, which is a task that is opened', () => {
  const call = { kind: 'task-opened', priority: 'normal', hasNoAccount: false, cannotWait: true } as const;
  const choices = { mutedMails: ['task-opened'], quietHours: NIGHT } as const;
  expect(isMuted(call, choices)).toBe(false);
  expect(heldUntil(call, choices, at('2026-11-24T23:00:00'), SHANGHAI)).toBeNull();
  const other = { ...call, cannotWait: false };
  expect(isMuted(other, choices)).toBe(true);
  expect(heldUntil(other, choices, at('2026-11-24T23:00:00'), SHANGHAI)).not.toBeNull();
});

test.each([
  [{ mutedMails: ['task-escalated'] }],
  [{ mutedMails: ['no-such'] }],
  [{ quietHours: { from: '22:00', to: '22:00' } }],
  [{ quietHours: { from: '25:00', to: '07:00' } }],
  [{ quietHours: { from: '22:00' } }],
])('%j cannot be chosen', (wanted) => {
  expect(ownPatch.safeParse(wanted).success).toBe(false);
});
