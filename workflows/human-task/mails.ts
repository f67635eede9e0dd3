import type { Whom } from '../../models/contracts/people';
import type { MailDraft, MailKind } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';

/** The mail about a task to those whom a rule names. */
export function mailAbout(task: Task, kind: MailKind, to: Whom, details: MailDraft['details'] = {}): MailDraft {
  return { kind, step: task.step, taskId: task.id, to, excluded: task.excluded, details };
}

/** Who has a seat's work at hand: the one who took it, or all who could. */
export function whoActs(seat: Participant): Whom {
  return seat.assignee ? { kind: 'persons', ids: [seat.assignee.id] } : seat.whom;
}
