import type { Priority } from './codes';
import { dayNumber } from './calendar/days';
import { zoneClock } from './calendar/zone';
import { MAIL_URGENCY, NO_CHOICES, type MailChoices, type QuietHours } from './contracts/mail-choices';
import type { MailKind } from './contracts/record';
import { dateIn } from './contracts/time';

const MINUTES_AN_HOUR = 60;

/** A mail as far as its recipient's choices go. */
export interface ChosenAbout {
  readonly kind: MailKind;
  /** Of the case that it is about; null: of none. */
  readonly priority: Priority | null;
  /** True for somebody without an account, who is asked by mail alone. */
  readonly hasNoAccount: boolean;
  /** True where it cannot wait by whatever kind of mail: it calls whoever is on duty, or is about a step that is urgent. */
  readonly cannotWait: boolean;
}

/** True when somebody does not want such mails, and may do without them. */
export function isMuted(mail: ChosenAbout, { mutedMails }: MailChoices = NO_CHOICES): boolean {
  return !mail.hasNoAccount && urgencyOf(mail) === 'optional' && mutedMails.includes(mail.kind);
}

/** Until when a mail waits for the end of its recipient's quiet hours; null where it goes at once, as what is urgent does. */
export function heldUntil(
  mail: ChosenAbout,
  { quietHours }: MailChoices = NO_CHOICES,
  at: Date,
  timeZone: string,
): Date | null {
  const isUrgent = urgencyOf(mail) === 'urgent' || mail.priority === 'urgent';
  return isUrgent || quietHours === null ? null : endOfQuiet(quietHours, at, timeZone);
}

function urgencyOf({ kind, cannotWait }: ChosenAbout) {
  return cannotWait ? 'urgent' : MAIL_URGENCY[kind];
}

/** The end of the quiet hours in which an instant is, in a zone; null where it is in none. */
export function endOfQuiet({ from, to }: QuietHours, at: Date, timeZone: string): Date | null {
  const clock = zoneClock(timeZone);
  const today = dayNumber(dateIn(at, timeZone));
  const instant = (day: number, time: string) => new Date(clock.instantAt(day, minuteOf(time)));
  const isOverMidnight = to <= from;
  // Those that began yesterday may still last.
  for (const day of [today - 1, today]) {
    const [begins, ends] = [instant(day, from), instant(isOverMidnight ? day + 1 : day, to)];
    if (begins <= at && at < ends) return ends;
  }
  return null;
}

function minuteOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * MINUTES_AN_HOUR + Number(minutes);
}
