import type { ComplaintMinutes } from '../../models/contracts/complaint-forms';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { Whom } from '../../models/contracts/people';
import type { Decision } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';

type Complaint = Desk<ComplaintData>;

/** The complainant is told number and contact, where they can be written to. */
export function tellReceived(desk: Complaint, contact: Whom): void {
  const { complainant, name, mail } = desk.data.request;
  if (complainant !== undefined) desk.tellContacts('complaint-received', contact, desk.persons(complainant));
  else if (name !== undefined && mail !== undefined)
    desk.tellOutside('complaint-received', {}, { name, email: mail }, contact);
}

/** Who is in the directory is asked whether they are satisfied, with the answer; anybody else is written to. */
export function tellAnswered(desk: Complaint, answer: string): void {
  const { complainant, name, mail } = desk.data.request;
  if (complainant === undefined && name !== undefined && mail !== undefined)
    desk.tellOutside('complaint-answered', { reason: answer }, { name, email: mail });
}

/** Each who took part in the meeting gets the minutes, once. */
export function tellMinutes(desk: Complaint, { by, form }: Decision<ComplaintMinutes>): void {
  const { attendees, discussed, resolved } = form;
  const ids = [...new Set(attendees.map(({ person }) => person))];
  desk.tell('minutes-issued', { by: by.name, reason: `${discussed}\n\n${resolved}` }, desk.persons(...ids));
}

/** Who entered it and who followed it last learn that the complainant is not satisfied. */
export function tellRaised(desk: Complaint, reason: string): void {
  const ledBy = desk.data.attempts.at(-1)?.ledBy;
  const [applicant = ''] = desk.applicant.kind === 'persons' ? desk.applicant.ids : [];
  const ids = [...new Set([applicant, ...(ledBy ? [ledBy.id] : [])])];
  desk.tell('complaint-raised', { reason }, desk.persons(...ids));
}

/** The complainant is told that it was cancelled, and why, where they can be written to. */
export function tellEnded(desk: Complaint, reason: string): void {
  const { complainant, name, mail } = desk.data.request;
  if (complainant !== undefined) desk.tell('complaint-ended', { reason }, desk.persons(complainant));
  else if (name !== undefined && mail !== undefined)
    desk.tellOutside('complaint-ended', { reason }, { name, email: mail });
}
