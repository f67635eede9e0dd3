import type { MailDraft, ResolvedSeat } from '../../models/contracts/record';
import type { OnDutyStep } from '../../models/contracts/policy';
import type { DutyCalls, Participant, Task } from '../../models/contracts/task';
import { personKey } from '../../models/codes';
import { waitingSeats } from '../../models/quorum';
import { mailAbout, mailOver } from './mails';
import type { Recorder } from './recorder';

const NOBODY = { kind: 'persons', ids: [] } as const;

/** The seat of whoever is on duty at an instant; the record of the step asks the roster. */
export function dutySeat(seat: string, { team }: OnDutyStep, at: string): Participant {
  const duty: DutyCalls = { team, called: [], wanted: { at, whom: 'on-duty' } };
  return { seat, whom: NOBODY, keys: [], eligible: [], assignee: null, owner: null, vote: null, duty };
}

/** A mail about a seat goes to whom the roster calls to it by this step, where it calls anybody. */
export function toCalled(seat: Participant, mail: MailDraft): MailDraft {
  return seat.duty?.wanted ? { ...mail, toCalled: seat.seat } : mail;
}

/** Who is next is called to a task: those of the roster who have not been called yet, at last the manager; it is free to take again. */
export function callNext(
  recorder: Recorder,
  task: Task,
  whom: 'next' | 'manager',
  details: Readonly<Record<string, unknown>>,
): void {
  const at = recorder.now();
  const called = waitingSeats(task).flatMap((seat) => {
    if (!seat.duty) return [];
    const from = untaken(seat);
    const over = mailOver(task, seat, {});
    const mail = callTo(task, seat, seat.duty, { at, whom }, { ...details, untakenBy: from.join('、') });
    release(seat);
    return [{ from, mails: [mail, ...over] }];
  });
  // Of the seats that the roster fills none may be left.
  if (called.length === 0) return;
  const from = called.flatMap((one) => one.from);
  const mails = called.flatMap((one) => one.mails);
  recorder.note('duty-called', { at, task, details: { ...details, from } }, mails);
}

function callTo(
  task: Task,
  seat: Participant,
  duty: DutyCalls,
  wanted: NonNullable<DutyCalls['wanted']>,
  details: Readonly<Record<string, unknown>>,
): MailDraft {
  duty.wanted = wanted;
  return toCalled(seat, mailAbout(task, 'duty-called', NOBODY, details));
}

/** Who was to take it and has not, or has not gone on with it. */
function untaken({ assignee, duty }: Participant): string[] {
  return assignee ? [assignee.name] : (duty?.called ?? []).map(({ name }) => name);
}

function release(seat: Participant): void {
  seat.assignee = null;
  delete seat.delegation;
}

/** Takes in whom the roster called, as the record found them. */
export function learnCalls(seat: Participant, { called }: ResolvedSeat): void {
  if (!seat.duty || !called) return;
  delete seat.duty.wanted;
  seat.duty.called = [...seat.duty.called, ...called];
  const keys = called.map(({ id }) => personKey(id));
  seat.keys.push(...keys.filter((key) => !seat.keys.includes(key)));
  seat.whom = { kind: 'persons', ids: seat.duty.called.map(({ id }) => id) };
}
