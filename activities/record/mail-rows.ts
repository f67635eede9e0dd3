import type { ArmedClock } from '../../models/contracts/clock';
import type { MailDraft, StepRecord } from '../../models/contracts/record';
import type { MailRow } from '../../models/db';
import { hashOf } from '../../models/hash';
import type { Directory, KnownPerson } from './directory';
import { dateOf } from './rows';

/** The outbox rows of a step: one for each person whom a mail means, each with a Message-ID that never changes. */
export function mailRows(
  step: StepRecord,
  directory: Directory,
  armed: readonly ArmedClock[],
  mailDomain: string,
): MailRow[] {
  return step.mails.flatMap((draft, index) => {
    const recipients = directory.meant(draft.to, draft.excluded).filter((person) => person.email !== '');
    return recipients.map((recipient) => rowOf(step, draft, index, recipient, armed, mailDomain));
  });
}

function rowOf(
  step: StepRecord,
  draft: MailDraft,
  index: number,
  recipient: KnownPerson,
  armed: readonly ArmedClock[],
  mailDomain: string,
): MailRow {
  const { head } = step;
  const id = hashOf([head.id, step.seq, index, recipient.id]).slice(0, 32);
  const now = new Date(step.at);
  return {
    _id: id,
    messageId: `<${head.id}.${draft.step}.${draft.kind}.${id.slice(0, 12)}@${mailDomain}>`,
    caseId: head.id,
    taskId: draft.taskId,
    step: draft.step,
    kind: draft.kind,
    process: head.process,
    subject: head.subject,
    customerName: head.customer?.name ?? null,
    applicant: head.applicant,
    recipient: { id: recipient.id, name: recipient.name, address: recipient.email, language: recipient.language },
    details: draft.details,
    dueAt: dateOf(armed.find((clock) => clock.id === draft.taskId)?.dueAt ?? null),
    state: 'queued',
    attempts: [],
    leaseUntil: null,
    nextAttemptAt: now,
    createdAt: now,
    sentAt: null,
  };
}
