import { assertNever, type Role } from '../../models/codes';
import type { Whom } from '../../models/contracts/people';
import type { Task } from '../../models/contracts/task';
import { keysOf } from '../../models/whom';
import type { NextRung } from './ladder';
import { mailAbout, whoActs } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** Walks the rung whose instant has come: remind, hand to the next, tell the manager, or expire. */
export function walkRung(
  progress: Progress<unknown>,
  recorder: Recorder,
  { task, walked, at: instant }: NextRung,
): void {
  if (task.status !== 'open' || walked.walkedAt !== null) return;
  recorder.happensAt(new Date(instant).toISOString());
  const at = recorder.now();
  walked.walkedAt = at;
  const { rung } = walked;
  const details = { step: task.step, atPercent: rung.atPercent };
  switch (rung.does) {
    case 'remind': {
      const mails = task.participants.map((seat) => mailAbout(task, 'task-reminder', whoActs(seat), details));
      recorder.note('reminded', { at, task, details }, mails);
      return;
    }
    case 'hand-over': {
      const next = everybodyWith(rung.to, progress);
      for (const seat of task.participants) offerTo(seat, next);
      const mail = mailAbout(task, 'task-escalated', next, details);
      recorder.note('handed-over', { at, task, details: { ...details, role: rung.to } }, [mail]);
      return;
    }
    case 'tell': {
      const mail = mailAbout(task, 'task-late', everybodyWith(rung.to, progress), details);
      recorder.note('told', { at, task, details: { ...details, role: rung.to } }, [mail]);
      return;
    }
    case 'expire':
      task.status = 'expired';
      task.closedAt = at;
      progress.state = 'expired';
      progress.closing = task.step;
      recorder.note('task-expired', { at, task, details });
      return;
    default:
      assertNever(rung);
  }
}

function offerTo(seat: Task['participants'][number], next: Whom): void {
  seat.assignee = null;
  const added = keysOf(next);
  seat.keys.push(...added.filter((key) => !seat.keys.includes(key)));
  if (seat.eligible?.length) seat.eligible.push(...added.filter((key) => !seat.eligible?.includes(key)));
}

function everybodyWith(role: Role, progress: Progress<unknown>): Whom {
  return { kind: 'role', role, customerId: progress.input.head.customer?.id ?? null };
}
