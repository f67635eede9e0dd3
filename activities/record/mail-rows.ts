import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { whyThisDeadline } from '../../models/calendar/why';
import { deadlineSentence } from '../../models/contracts/deadline-sentence';
import { processOf } from '../../models/contracts/processes';
import type { ArmedClock } from '../../models/contracts/clock';
import type { MailDraft, MailKind, StepRecord } from '../../models/contracts/record';
import type { MailRow } from '../../models/db';
import { queuedMail, type MailSetting } from '../../models/db/queued-mail';
import { isMuted, type ChosenAbout } from '../../models/mail-choices';
import { contactsIn, type Directory, type KnownPerson } from './directory';
import { dateOf } from './rows';
import { toldBy } from './substitutes';

/** What is known of the clocks of a step: the calendar that was asked, if any clock runs, and their instants. */
export interface KnownClocks {
  readonly calendar: OpenCalendar | null;
  readonly armed: readonly ArmedClock[];
}

/** The mails that say in one sentence why the deadline is what it is. */
const TELLING_WHY: readonly MailKind[] = ['task-reminder', 'task-escalated', 'task-late', 'case-reminder', 'case-late'];

/**
 * The outbox rows of a step: one for each person whom a mail means, each with a Message-ID that never changes. Who could take
 * two seats of a task is told once.
 */
export function mailRows(step: StepRecord, directory: Directory, known: KnownClocks, setting: MailSetting): MailRow[] {
  const told = new Set<string>();
  const isFirst = ({ kind, taskId }: MailDraft, { id }: KnownPerson) => {
    const what = `${kind} ${taskId} ${id}`;
    if (taskId !== null && told.has(what)) return false;
    told.add(what);
    return true;
  };
  return step.mails.flatMap((draft, index) =>
    toldBy(draft, step, directory)
      .filter(({ recipient }) => recipient.email !== '' && isFirst(draft, recipient))
      .filter(({ recipient }) => !isMuted(chosenAbout(step, draft, recipient), recipient.mailChoices))
      .map(({ recipient, details }) =>
        rowOf(
          step,
          { ...draft, details: { ...draft.details, ...contactsOf(draft, directory), ...details } },
          index,
          recipient,
          known,
          setting,
        ),
      ),
  );
}

function contactsOf({ contacts }: MailDraft, directory: Directory): { reason?: string } {
  return contacts ? { reason: contactsIn(directory, contacts) } : {};
}

function rowOf(
  step: StepRecord,
  draft: MailDraft,
  index: number,
  recipient: KnownPerson,
  known: KnownClocks,
  setting: MailSetting,
): MailRow {
  const { id, name, email, language, hasNoAccount } = recipient;
  const mail = {
    head: step.head,
    kind: draft.kind,
    step: draft.step,
    taskId: draft.taskId,
    recipient: { ...{ id, name, address: email, language }, ...(hasNoAccount ? { hasNoAccount: true as const } : {}) },
    details: { ...draft.details, ...whyOf(step, draft, recipient, known) },
    dueAt: dateOf(known.armed.find((clock) => clock.id === clockIdOf(draft))?.dueAt ?? null),
    cause: [step.seq, index],
    at: new Date(step.at),
    cannotWait: cannotWait(step, draft),
    choices: recipient.mailChoices,
  };
  return queuedMail(mail, setting);
}

function chosenAbout({ head }: StepRecord, draft: MailDraft, { hasNoAccount }: KnownPerson): ChosenAbout {
  return { kind: draft.kind, priority: head.priority, hasNoAccount, cannotWait: cannotWait({ head }, draft) };
}

function cannotWait({ head }: Pick<StepRecord, 'head'>, { toCalled, step }: MailDraft): boolean {
  return toCalled !== undefined || processOf(head.process)?.steps[step]?.isUrgent === true;
}

function whyOf(
  step: StepRecord,
  draft: MailDraft,
  { language }: KnownPerson,
  { calendar }: KnownClocks,
): { why?: string } {
  const clock = step.clocks.find(({ id }) => id === clockIdOf(draft));
  if (!clock || !calendar || !TELLING_WHY.includes(draft.kind)) return {};
  return { why: deadlineSentence(whyThisDeadline(calendar, clock), language) };
}

function clockIdOf({ clockId, taskId }: MailDraft): string | null {
  return clockId ?? taskId;
}
