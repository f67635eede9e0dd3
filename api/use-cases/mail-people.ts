import type { MailKind } from '../../models/contracts/record';
import type { CaseRow, UserRow } from '../../models/db';
import { mailSettingOf, queuedMail, type MailToQueue } from '../../models/db/queued-mail';
import { isMuted } from '../../models/mail-choices';
import { hasNoAccount } from '../../models/whom';
import type { AnyCall } from './master-data';

/** What people are told about a case by somebody, not by its procedure. */
interface Told {
  readonly kind: MailKind;
  readonly cause: readonly unknown[];
  readonly reason: string;
}

/** Leaves a mail to each of these people in the outbox, in the transaction of the call; who has no address gets none. */
export async function mailPeople(
  { deps, me, session }: Pick<AnyCall, 'deps' | 'me' | 'session'>,
  { _id: id, process, subject, customer, applicant, priority }: CaseRow,
  people: readonly UserRow[],
  { kind, cause, reason }: Told,
): Promise<void> {
  const about = {
    head: { id, process, subject, customer, applicant, priority },
    ...{ kind, cause: [kind, ...cause], step: '', taskId: null, dueAt: null, at: deps.now() },
    details: { by: me.name, reason },
  };
  const setting = mailSettingOf(deps.config);
  const chosenAbout = (person: UserRow) => ({ kind, priority, hasNoAccount: hasNoAccount(person), cannotWait: false });
  const mails = people
    .filter(({ email }) => email !== '')
    .filter((person) => !isMuted(chosenAbout(person), person.mailChoices))
    .map((person) => queuedMail({ ...about, ...addressedTo(person) }, setting));
  if (mails.length > 0) await deps.db.mails.insertMany(mails, { session });
}

/** Somebody as a mail is addressed to them, with what they have chosen about theirs. */
export function addressedTo(person: UserRow): Pick<MailToQueue, 'recipient' | 'choices'> {
  const { _id: id, name, email, language, mailChoices } = person;
  const recipient = {
    id,
    name,
    address: email,
    language,
    ...(hasNoAccount(person) && { hasNoAccount: true as const }),
  };
  return { recipient, choices: mailChoices };
}
