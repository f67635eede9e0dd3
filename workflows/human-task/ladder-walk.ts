import { stopped } from '../../models/clocks';
import { assertNever, type Role } from '../../models/codes';
import type { Whom } from '../../models/contracts/people';
import type { Rung } from '../../models/contracts/policy';
import type { MailDraft, MailKind } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';
import { waitingSeats } from '../../models/quorum';
import { keysOf } from '../../models/whom';
import { isTask, type NextRung, type Timed } from './ladder';
import { besideVoters, mailAbout, mailAboutClock, mailOver, mailToSeat } from './mails';
import { nameOf, noteOverruns } from './overruns';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** Walks the rung whose instant has come: remind, hand to the next, tell the manager, or expire; an overrun is noted before. */
export function walkRung(progress: Progress<unknown>, recorder: Recorder, { of, walked, at: instant }: NextRung): void {
  if ((isTask(of) && of.status !== 'open') || (walked && walked.walkedAt !== null)) return;
  recorder.happensAt(new Date(instant).toISOString());
  noteOverruns(progress, recorder);
  if (!walked) return;
  walked.walkedAt = recorder.now();
  // What may not be ended any more does not expire either: there is only the filing left.
  const isPastEnding = walked.rung.does === 'expire' && !progress.mayBeEnded;
  act(progress, recorder, of, isPastEnding ? { ...walked.rung, does: 'remind' } : walked.rung);
}

function act(progress: Progress<unknown>, recorder: Recorder, of: Timed, rung: Rung): void {
  const at = recorder.now();
  const details = { ...nameOf(of), atPercent: rung.atPercent };
  const about = isTask(of) ? { task: of } : {};
  // What the whole case is late with is the work of all who have a task of it.
  const tasks = isTask(of) ? [of] : progress.openTasks.filter((task) => task.status === 'open');
  const mail = (task: Task | null, kind: MailKind, to: Whom) => mailOf(of, task, kind, to, details);
  switch (rung.does) {
    case 'remind': {
      const kind = isTask(of) ? 'task-reminder' : 'case-reminder';
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
      const told = mail(
        isTask(of) ? of : null,
        isTask(of) ? 'task-late' : 'case-late',
        everybodyWith(rung.to, progress),
      );
      recorder.note('told', { at, ...about, details: { ...details, role: rung.to } }, [told]);
      return;
    }
    case 'expire':
      if (isTask(of)) {
        of.status = 'expired';
        of.closedAt = at;
        if (of.clock) of.clock = stopped(of.clock, at);
      }
      progress.state = 'expired';
      progress.closing = isTask(of) ? of.step : of.name;
      recorder.note(isTask(of) ? 'task-expired' : 'clock-expired', { at, ...about, details });
      return;
    default:
      assertNever(rung);
  }
}

function reminder(of: Timed, task: Task, kind: MailKind, details: MailDraft['details']) {
  return (seat: Participant) => aboutClock(of, mailToSeat(task, kind, seat, details));
}

function mailOf(of: Timed, task: Task | null, kind: MailKind, to: Whom, details: MailDraft['details']): MailDraft {
  if (isTask(of)) return mailAbout(of, kind, to, details);
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
