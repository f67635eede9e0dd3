import type { CaseClock } from '../../models/contracts/case-clock';
import type { Whom } from '../../models/contracts/people';
import type { MailDraft, MailKind } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';
import { keysOf } from '../../models/whom';

/** The mail about a task to those whom a rule names. */
export function mailAbout(task: Task, kind: MailKind, to: Whom, details: MailDraft['details'] = {}): MailDraft {
  return { kind, step: task.step, taskId: task.id, to, excluded: task.excluded, details };
}

/** The mail about a clock of the whole case to those whom a rule names. */
export function mailAboutClock(of: CaseClock, kind: MailKind, to: Whom, details: MailDraft['details']): MailDraft {
  return { kind, step: `clock.${of.name}`, taskId: null, clockId: of.clock.id, to, excluded: [], details };
}

/** Who has a seat's work at hand: the one who took it, or all who could. */
export function whoActs(seat: Participant): Whom {
  if (seat.assignee) return { kind: 'persons', ids: [seat.assignee.id] };
  // Escalation may have added people to those whom the rule means.
  const meant = keysOf(seat.whom);
  return seat.keys.every((key) => meant.includes(key)) ? seat.whom : { kind: 'holders', keys: seat.keys };
}
