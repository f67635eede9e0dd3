import { stopped } from '../../models/clocks';
import { assertNever, type Role } from '../../models/codes';
import type { Whom } from '../../models/contracts/people';
import type { Lapse, Rung } from '../../models/contracts/policy';
import type { MailDraft, MailKind } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';
import { waitingSeats } from '../../models/quorum';
import { keysOf } from '../../models/whom';
import { callNext } from './duty';
import { isTask, isWatch, taskOf, titleOf, type NextRung, type Timed } from './ladder';
import { besideVoters, mailAbout, mailAboutClock, mailOver, mailToSeat } from './mails';
import { nameOf, noteOverruns } from './overruns';
import { resumeByItself } from './pause';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/**
 * Walks the rung whose instant has come: remind, hand to the next, tell the manager, or expire; an overrun is noted before.
 * Where it is the end of a pause that has come, the clock goes on.
 */
export function walkRung(progress: Progress<unknown>, recorder: Recorder, next: NextRung): void {
  const { of, walked, at: instant } = next;
  const task = taskOf(of);
  if ((task && task.status !== 'open') || (walked && walked.walkedAt !== null)) return;
  recorder.happensAt(new Date(instant).toISOString());
  if (next.endsPause && task) {
    resumeByItself(progress, recorder, task);
    return;
  }
  // Before somebody is called silent, the record looks for what they have said.
  if (isWatch(of) && !isSilent(of.task, instant)) {
    recorder.buffer.listen(of.task);
    return;
  }
  noteOverruns(progress, recorder);
  if (!walked) return;
  walked.walkedAt = recorder.now();
  // What may not be ended any more does not expire either: there is only the filing left.
  const isPastEnding = walked.rung.does === 'expire' && (!progress.mayBeEnded || isWatch(of));
  act(progress, recorder, of, isPastEnding ? { ...walked.rung, does: 'remind' } : walked.rung);
}

/** Nobody has said anything until then; what has not been taken in hand is silent as it is. */
function isSilent({ watch }: Task, instant: number): boolean {
  if (watch?.kind !== 'progress') return true;
  return watch.silentUntil !== undefined && Date.parse(watch.silentUntil) >= instant;
}

function act(progress: Progress<unknown>, recorder: Recorder, of: Timed, rung: Rung | Lapse): void {
  const at = recorder.now();
  const details = { ...nameOf(of), atPercent: rung.atPercent };
  const own = taskOf(of);
  const about = own ? { task: own } : {};
  // What the whole case is late with is the work of all who have a task of it.
  const tasks = own ? [own] : progress.openTasks.filter((task) => task.status === 'open');
  const mail = (task: Task | null, kind: MailKind, to: Whom) => mailOf(of, task, kind, to, details);
  switch (rung.does) {
    case 'remind': {
      const kind = own ? 'task-reminder' : 'case-reminder';
      const mails = tasks.flatMap((task) => waitingSeats(task).map(reminder(of, task, kind, details)));
      recorder.note('reminded', { at, ...about, details }, mails);
      return;
    }
    case 'hand-over': {
      const next = everybodyWith(rung.to, progress);
      const ended: MailDraft[] = [];
      for (const task of tasks) {
        ended.push(...waitingSeats(task).flatMap((seat) => mailOver(task, seat, {})));
        for (const seat of waitingSeats(task)) offerTo(seat, next);
        recorder.buffer.touch(task);
      }
      const mails = tasks.map((task) => besideVoters(task, mail(task, 'task-escalated', next)));
      recorder.note('handed-over', { at, ...about, details: { ...details, role: rung.to } }, [...mails, ...ended]);
      return;
    }
    case 'tell': {
      const told = mail(own, own ? 'task-late' : 'case-late', everybodyWith(rung.to, progress));
      recorder.note('told', { at, ...about, details: { ...details, role: rung.to } }, [told]);
      return;
    }
    case 'call-next':
    case 'call-manager':
      for (const task of tasks) callNext(recorder, task, rung.does === 'call-next' ? 'next' : 'manager', details);
      return;
    case 'lapse':
      if (!isTask(of)) return;
      expire(of, at);
      recorder.note(
        'task-lapsed',
        { at, ...about, details },
        waitingSeats(of).map((seat) => mailToSeat(of, 'task-withdrawn', seat, { goesOn: 'lapsed' })),
      );
      return;
    case 'expire':
      if (isTask(of)) expire(of, at);
      progress.state = 'expired';
      progress.closing = titleOf(of);
      recorder.note(isTask(of) ? 'task-expired' : 'clock-expired', { at, ...about, details });
      return;
    default:
      assertNever(rung);
  }
}

function expire(task: Task, at: string): void {
  task.status = 'expired';
  task.closedAt = at;
  if (task.clock) task.clock = stopped(task.clock, at);
}

function reminder(of: Timed, task: Task, kind: MailKind, details: MailDraft['details']) {
  return (seat: Participant) => aboutClock(of, mailToSeat(task, kind, seat, details));
}

function mailOf(of: Timed, task: Task | null, kind: MailKind, to: Whom, details: MailDraft['details']): MailDraft {
  if (isTask(of)) return mailAbout(of, kind, to, details);
  if (isWatch(of)) return aboutClock(of, mailAbout(of.task, kind, to, details));
  return task ? aboutClock(of, mailAbout(task, kind, to, details)) : mailAboutClock(of, kind, to, details);
}

function aboutClock(of: Timed, mail: MailDraft): MailDraft {
  return isTask(of) ? mail : { ...mail, clockId: of.clock.id };
}

function offerTo(seat: Task['participants'][number], next: Whom): void {
  seat.assignee = null;
  delete seat.delegation;
  const added = keysOf(next);
  seat.keys.push(...added.filter((key) => !seat.keys.includes(key)));
  if (seat.eligible?.length) seat.eligible.push(...added.filter((key) => !seat.eligible?.includes(key)));
}

function everybodyWith(role: Role, progress: Progress<unknown>): Whom {
  return { kind: 'role', role, customerId: progress.input.head.customer?.id ?? null };
}
