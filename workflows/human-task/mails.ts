import type { CaseClock } from '../../models/contracts/case-clock';
import type { Whom } from '../../models/contracts/people';
import type { MailDraft, MailKind } from '../../models/contracts/record';
import type { Participant, Task, Vote } from '../../models/contracts/task';
import { tallyOf, votersOf } from '../../models/quorum';
import { keysOf } from '../../models/whom';

/** The mail about a task to those whom a rule names. */
export function mailAbout(task: Task, kind: MailKind, to: Whom, details: MailDraft['details'] = {}): MailDraft {
  const item = task.item && { item: task.item.title };
  return { kind, step: task.step, taskId: task.id, to, excluded: task.excluded, details: { ...details, ...item } };
}

/** The mail about a task to those who have a seat's work at hand; who has voted on it already is not written to. */
export function mailToSeat(
  task: Task,
  kind: MailKind,
  seat: Participant,
  details: MailDraft['details'] = {},
): MailDraft {
  const mail = mailAbout(task, kind, whoActs(seat), details);
  const tally = tallyOf(task);
  if (!tally) return mail;
  return besideVoters(task, { ...mail, details: { ...details, quorum: task.quorum, tally } });
}

/** The same mail, but not to those who have voted on the task. */
export function besideVoters(task: Task, mail: MailDraft): MailDraft {
  const voters = votersOf(task);
  return voters.length === 0 ? mail : { ...mail, excluded: [...mail.excluded, ...voters] };
}

/** Tells somebody who is absent what was said in their name; nobody, where it was not. */
export function mailToAbsent(task: Task, { forWhom, by, outcome, comment }: Vote): MailDraft[] {
  if (forWhom === null) return [];
  const tally = tallyOf(task);
  const voting = tally ? { quorum: task.quorum, tally } : {};
  const details = { by: by.name, outcome, reason: comment, ...voting };
  return [mailAbout(task, 'substitute-decided', { kind: 'persons', ids: [forWhom.id] }, details)];
}

/** Which seat a line of the journal is about; nothing where there is one. */
export function seatName(task: Task, { seat }: Participant): { readonly seat?: string } {
  return task.quorum ? { seat } : {};
}

/** The mail about a clock of the whole case to those whom a rule names. */
export function mailAboutClock(of: CaseClock, kind: MailKind, to: Whom, details: MailDraft['details']): MailDraft {
  return { kind, step: `clock.${of.name}`, taskId: null, clockId: of.clock.id, to, excluded: [], details };
}

/** Tells who was asked for an opinion that it is not needed any more; nobody, where nobody was. */
export function mailOver(task: Task, { delegation }: Participant, details: MailDraft['details']): MailDraft[] {
  if (!delegation) return [];
  return [mailAbout(task, 'delegation-over', { kind: 'persons', ids: [delegation.to.id] }, details)];
}

/** Who has a seat's work at hand: the one who took it, with whom they asked first; or all who could. */
export function whoActs(seat: Participant): Whom {
  if (seat.assignee && seat.delegation) return { kind: 'persons', ids: [seat.assignee.id, seat.delegation.to.id] };
  if (seat.assignee) return { kind: 'persons', ids: [seat.assignee.id] };
  // Escalation may have added people to those whom the rule means.
  const meant = keysOf(seat.whom);
  return seat.keys.every((key) => meant.includes(key)) ? seat.whom : { kind: 'holders', keys: seat.keys };
}
