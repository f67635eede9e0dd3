import { MAIL_TERMS, PATIENCE_IN_MS, pauseInMs } from '../../activities/mail/patience';
import * as sending from '../../activities/outbox/send-state';
import { LEASE_IN_MS, type SendState, type Verdict } from '../../activities/outbox/send-state';
import { mailRow, NOW } from './mail-row';

const whenTaken = (mail: SendState, now: Date) => sending.whenTaken(mail, MAIL_TERMS, now);
const whenTried = (mail: SendState, how: Verdict, now: Date) => sending.whenTried(mail, MAIL_TERMS, how, now);
const after = (ms: number) => new Date(NOW.getTime() + ms);
const verdict = (result: Verdict['result']): Verdict => ({ result, reply: `says ${result}` });
const results = (mail: SendState | null) => mail?.attempts.map((attempt) => attempt.result);

function take(mail: SendState, at = mail.nextAttemptAt): SendState {
  const taken = whenTaken(mail, at);
  if (!taken) throw new Error('not to be taken');
  return taken;
}

describe('taking a mail', () => {
  test('that is due leases it and begins an attempt', () => {
    const taken = take(mailRow());
    expect(taken.state).toBe('sending');
    expect(taken.leaseUntil).toEqual(after(LEASE_IN_MS));
    expect(taken.attempts).toEqual([{ startedAt: NOW, endedAt: null, result: null, reply: '' }]);
  });

  test('is for one alone until the lease is over', () => {
    const taken = take(mailRow());
    expect(whenTaken(taken, after(LEASE_IN_MS - 1))).toBeNull();
    expect(whenTaken(taken, after(LEASE_IN_MS))).not.toBeNull();
  });

  test('is not possible before it is due or after it is finished', () => {
    expect(whenTaken(mailRow({ nextAttemptAt: after(1) }), NOW)).toBeNull();
    for (const state of ['sent', 'refused', 'unknown'] as const) expect(whenTaken(mailRow({ state }), NOW)).toBeNull();
  });

  test('that somebody left without a result sends it once more and shows both attempts', () => {
    const again = take(take(mailRow()), after(LEASE_IN_MS + 7));
    expect(again.state).toBe('sending');
    expect(results(again)).toEqual(['unknown', null]);
    expect(again.attempts[0]?.endedAt).toEqual(after(LEASE_IN_MS));
    expect(again.leaseUntil).toEqual(after(LEASE_IN_MS + 7 + LEASE_IN_MS));
  });

  test('that was left without a result twice gives it up', () => {
    const second = take(take(mailRow()), after(LEASE_IN_MS));
    const third = take(second, after(2 * LEASE_IN_MS));
    expect(third.state).toBe('unknown');
    expect(third.leaseUntil).toBeNull();
    expect(results(third)).toEqual(['unknown', 'unknown']);
    expect(whenTaken(third, after(PATIENCE_IN_MS))).toBeNull();
  });
});

describe('an attempt', () => {
  test('that was accepted ends it', () => {
    const sent = whenTried(take(mailRow()), verdict('sent'), after(300));
    expect(sent).toMatchObject({ state: 'sent', leaseUntil: null, sentAt: after(300) });
    expect(sent.attempts).toEqual([{ startedAt: NOW, endedAt: after(300), result: 'sent', reply: 'says sent' }]);
  });

  test('that was refused ends it', () => {
    const refused = whenTried(take(mailRow()), verdict('refused'), after(300));
    expect(refused).toMatchObject({ state: 'refused', leaseUntil: null, sentAt: null });
  });

  test('that failed puts it back, each time for longer', () => {
    let mail: SendState = mailRow();
    const pauses: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      const at = mail.nextAttemptAt;
      mail = whenTried(take(mail), verdict('failed'), at);
      expect(mail).toMatchObject({ state: 'queued', leaseUntil: null });
      pauses.push((mail.nextAttemptAt.getTime() - at.getTime()) / 1000);
    }
    expect(pauses).toEqual([5, 30, 120, 600, 3600, 3600, 3600]);
    expect(pauseInMs(0)).toBe(0);
  });

  test('that nobody answered puts it back once; the second time nobody sends it again', () => {
    const once = whenTried(take(mailRow()), verdict('unknown'), NOW);
    expect(once).toMatchObject({ state: 'queued', nextAttemptAt: after(5_000) });
    const twice = whenTried(take(once), verdict('unknown'), after(6_000));
    expect(twice).toMatchObject({ state: 'unknown', leaseUntil: null });
    expect(results(twice)).toEqual(['unknown', 'unknown']);
  });

  test('that certainly failed does not use up the one repetition', () => {
    let mail = whenTried(take(mailRow()), verdict('unknown'), NOW);
    for (const result of ['failed', 'failed'] as const) mail = whenTried(take(mail), verdict(result), NOW);
    expect(mail.state).toBe('queued');
    expect(whenTried(take(mail), verdict('sent'), NOW).state).toBe('sent');
  });
});

describe('after three days of failures', () => {
  const first = (result: Verdict['result']) => whenTried(take(mailRow()), verdict(result), NOW);
  const last = (mail: SendState, at: Date) => whenTried(take(mail, at), verdict('failed'), at);

  test('a mail counts as refused', () => {
    expect(last(first('failed'), after(PATIENCE_IN_MS - 1)).state).toBe('queued');
    expect(last(first('failed'), after(PATIENCE_IN_MS)).state).toBe('refused');
  });

  test('or as unknown, if one of the attempts may have got through', () => {
    expect(last(first('unknown'), after(PATIENCE_IN_MS)).state).toBe('unknown');
  });

  test('counted from the first attempt, not from the day it was written', () => {
    expect(last(mailRow({ createdAt: after(-2 * PATIENCE_IN_MS) }), NOW).state).toBe('queued');
  });
});
