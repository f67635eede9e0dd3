import type { PersonName } from '../../models/contracts/people';
import type {
  JournalDraft,
  JournalKind,
  MailDraft,
  MailKind,
  Outsider,
  ResolvedSeat,
  StepRecord,
} from '../../models/contracts/record';
import type { Participant, Substitute } from '../../models/contracts/task';
import type { Directory, KnownPerson } from './directory';

/** The lines of the journal that tell who acts for whom. */
const TELLING: readonly JournalKind[] = [
  'task-opened',
  'task-transferred',
  'handed-over',
  'duty-called',
  'voter-added',
  'substitute-called',
];

/** The mails that concern nobody but whom they name. */
const TO_THEM_ALONE: readonly MailKind[] = [
  'substitution-over',
  'substitute-decided',
  'task-delegated',
  'delegation-over',
];

type Found = Pick<ResolvedSeat, 'substitutes' | 'unserved'>;

/** Who acts for those who are absent among the people that a seat waits for, and for whom of them nobody may. */
export function substitutesFor(
  excluded: readonly string[],
  { assignee, substitutes: known = [] }: Participant,
  candidates: readonly PersonName[],
  directory: Directory,
): Found {
  const absences = (assignee ? [assignee] : candidates).flatMap(({ id, name }) => {
    const absent = directory.absenceOf({ id, name }, excluded);
    return absent ? [{ ...absent, forWhom: { id, name } }] : [];
  });
  const found = absences.flatMap(({ substitute, until, forWhom }): Substitute[] =>
    substitute ? [{ id: substitute.id, name: substitute.name, forWhom, until }] : [],
  );
  // What a substitute has claimed stays with them, until the absence is over and it goes back.
  const claimed = known.filter(({ id }) => id === assignee?.id);
  const substitutes = [...claimed, ...found];
  const unserved = absences.filter(({ substitute }) => !substitute).map(({ forWhom }) => forWhom);
  return { ...(substitutes.length > 0 && { substitutes }), ...(unserved.length > 0 && { unserved }) };
}

/** Completes a line of the journal: who acts for whom on the task that it is about. */
export function withSubstitutes(draft: JournalDraft, resolved: readonly ResolvedSeat[]): JournalDraft {
  if (!TELLING.includes(draft.kind)) return draft;
  const seats = resolved.filter(({ taskId }) => taskId === draft.taskId);
  const substitutes = seats.flatMap((seat) => seat.substitutes ?? []);
  const unserved = seats.flatMap((seat) => seat.unserved ?? []);
  if (substitutes.length === 0 && unserved.length === 0) return draft;
  return { ...draft, details: { ...draft.details, substitutes, unserved } };
}

/** Somebody to write to, with what they are told of whose work it is. */
export interface Told {
  readonly recipient: KnownPerson;
  readonly details: { readonly forWhom?: string; readonly substitutedBy?: string; readonly isUnserved?: true };
}

/** Whom a mail goes to: what is about a task reaches those who act for the absent too, and both are told. */
export function toldBy(draft: MailDraft, step: Pick<StepRecord, 'tasks'>, directory: Directory): Told[] {
  const { taskId, excluded, toOutside } = draft;
  if (toOutside) return [{ recipient: outsider(toOutside), details: {} }];
  const meant = directory.meant(draft.to, excluded);
  if (taskId === null || TO_THEM_ALONE.includes(draft.kind))
    return meant.map((recipient) => ({ recipient, details: {} }));
  const absences = meant.flatMap((person) => {
    // Nobody gives another's opinion.
    const absent = isOnlyAsked(person, draft, step) ? null : directory.absenceOf(person, excluded);
    return absent ? [{ person, substitute: absent.substitute }] : [];
  });
  const toAll = [...meant.map((recipient) => toldToMeant(recipient, absences)), ...toldToOthers(meant, absences)];
  return draft.kind === 'task-substituted' && isToldAlready(draft, step, absences) ? [] : toAll;
}

/** Somebody of no directory has no account either, and has chosen nothing. */
function outsider({ name, email }: Outsider): KnownPerson {
  return { ...{ id: 'outside', name, email, phone: '', language: 'zh', keys: [], grants: [] }, hasNoAccount: true };
}

function isOnlyAsked({ id }: KnownPerson, { taskId }: MailDraft, { tasks }: Pick<StepRecord, 'tasks'>): boolean {
  const seats = tasks.find((task) => task.id === taskId)?.participants ?? [];
  return seats.some(({ delegation, assignee }) => delegation?.to.id === id && assignee?.id !== id);
}

interface Absence {
  readonly person: KnownPerson;
  readonly substitute: KnownPerson | null;
}

function toldToMeant(recipient: KnownPerson, absences: readonly Absence[]): Told {
  const own = absences.find(({ person }) => person.id === recipient.id);
  if (!own) return { recipient, details: {} };
  return { recipient, details: own.substitute ? { substitutedBy: own.substitute.name } : { isUnserved: true } };
}

/** One letter to each who acts, though it be for several. */
function toldToOthers(meant: readonly KnownPerson[], absences: readonly Absence[]): Told[] {
  const acting = absences.flatMap(({ substitute }) => substitute ?? []);
  const others = acting.filter(({ id }, index) => acting.findIndex((one) => one.id === id) === index);
  return others
    .filter(({ id }) => !meant.some((person) => person.id === id))
    .map((recipient) => {
      const forWhom = absences.filter(({ substitute }) => substitute?.id === recipient.id);
      return { recipient, details: { forWhom: forWhom.map(({ person }) => person.name).join('、') } };
    });
}

/** True when whoever acts now was acting before, and nothing but the time has changed. */
function isToldAlready(
  { taskId }: MailDraft,
  { tasks }: Pick<StepRecord, 'tasks'>,
  absences: readonly Absence[],
): boolean {
  const seats = tasks.find(({ id }) => id === taskId)?.participants ?? [];
  const known = seats.flatMap(({ substitutes = [] }) => substitutes);
  return absences.some(({ person, substitute }) =>
    known.some(({ id, forWhom }) => id === substitute?.id && forWhom.id === person.id),
  );
}
