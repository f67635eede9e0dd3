import { learnSubstitutes } from '../../models/absences';
import { personKey } from '../../models/codes';
import { claimedFor } from '../../models/whom';
import { pauseOf } from '../../models/clocks';
import type { ArmedClock } from '../../models/contracts/clock';
import type { ResolvedSeat, StepRecord } from '../../models/contracts/record';
import type { PersonName } from '../../models/contracts/people';
import type { Participant, Task, Vote } from '../../models/contracts/task';
import type { NextOfLadder, OnDuty, WaitingRow } from '../../models/contracts/waiting';
import type { TaskRow } from '../../models/db';
import { tallyOf, waitingSeats } from '../../models/quorum';
import { contactsIn, type Directory } from './directory';

const WITHOUT_DEADLINE = new Date('9999-12-31T00:00:00Z');

/** The inbox's row of a task. */
export function taskRow(
  task: Task,
  step: StepRecord,
  armed: readonly ArmedClock[],
  resolved: readonly ResolvedSeat[],
): TaskRow {
  const { id, openedAt, closedAt, ...shared } = task;
  const participants = task.participants.map((seat) => learned(seat, id, resolved));
  const due = armed.find((clock) => clock.id === task.clock?.id);
  const dueAt = dateOf(due?.dueAt ?? null);
  return {
    ...shared,
    participants,
    _id: id,
    process: step.head.process,
    customerId: step.head.customer?.id ?? null,
    subject: step.head.subject,
    applicant: step.head.applicant,
    priority: step.head.priority,
    openedAt: new Date(openedAt),
    closedAt: dateOf(closedAt),
    dueAt,
    isDueProvisional: task.status === 'open' && (due?.isProvisional ?? false),
    sortAt: dueAt ?? WITHOUT_DEADLINE,
    calendar: step.calendar,
    pause: task.clock && task.status === 'open' ? pauseOf(task.clock) : null,
    watchNext: task.watch && task.status === 'open' ? firstRung([task.watch], armed) : null,
    breachedAt: dateOf(task.clock?.breachedAt ?? null),
    isVoid: false,
    decidedBy: deciderOf(task),
    ...inboxOf({ ...task, participants }),
    outcome: task.decision?.outcome ?? null,
  };
}

/** A task that names contacts, with what the directory says of them. */
export function withContacts(task: Task, directory: Directory): Task {
  if (!task.item?.contacts) return task;
  const { contacts, facts = [], ...item } = task.item;
  const known = { label: { zh: '联系人', en: 'Contact' }, value: contactsIn(directory, contacts) };
  return { ...task, item: { ...item, facts: [...facts, known] } };
}

/** What the case waits for, with the people and instants known now. */
export function waitingRow(
  step: StepRecord,
  armed: readonly ArmedClock[],
  resolved: readonly ResolvedSeat[],
): WaitingRow {
  if (step.state !== 'open') return { kind: 'nothing' };
  const { waiting } = step;
  if (waiting.kind !== 'task') return waiting;
  const task = step.tasks.find((candidate) => candidate.id === waiting.taskId);
  if (!task) throw new Error(`the step waits for ${waiting.taskId}, which it does not hold`);
  const turn = waitingSeats(task);
  const asked = turn.flatMap(({ delegation }) => (delegation ? [{ to: delegation.to, by: delegation.by }] : []));
  const seats = resolved.filter((seat) => seat.taskId === task.id && turn.some((one) => one.seat === seat.seat));
  const tally = tallyOf(task);
  const substitutes = seats.flatMap((seat) => seat.substitutes ?? []);
  const unserved = seats.flatMap((seat) => seat.unserved ?? []);
  const clock = armed.find((candidate) => candidate.id === task.clock?.id);
  const onDuty = onDutyOf(turn);
  return {
    kind: 'task',
    taskId: task.id,
    step: task.step,
    assignee: turn.length > 1 ? null : (turn[0]?.delegation?.to ?? turn[0]?.assignee ?? null),
    candidates: each(seats.flatMap((seat) => candidatesOf(turn, seat))),
    ...(substitutes.length > 0 && { substitutes }),
    ...(unserved.length > 0 && { unserved }),
    ...(onDuty && { onDuty }),
    isFallback: seats.some((seat) => seat.addedKeys.length > 0),
    dueAt: clock?.dueAt ?? null,
    ...(tally ? { tally } : {}),
    ...(tally && asked.length > 0 && { asked }),
    ...(turn.length === 1 && turn[0]?.delegation && { delegatedBy: turn[0].delegation.by }),
    isDueProvisional: clock?.isProvisional ?? false,
    pause: task.clock ? pauseOf(task.clock) : null,
    next: firstRung([task, ...(task.watch ? [task.watch] : [])], armed),
    ...(task.item && { item: task.item.title }),
    ...(waiting.besides !== undefined && { besides: waiting.besides }),
  };
}

/** What comes first of the ladders of a task: that of its deadline, and of the limit to take it in hand. */
function firstRung(of: readonly Pick<Task, 'clock' | 'ladder'>[], armed: readonly ArmedClock[]): NextOfLadder | null {
  const next = of.flatMap(({ clock, ladder }): NextOfLadder[] => {
    const rung = ladder.find((walked) => walked.walkedAt === null)?.rung;
    const instants = armed.find(({ id }) => id === clock?.id)?.instants ?? [];
    const at = instants.find((instant) => instant.atPercent === rung?.atPercent)?.at;
    return rung && at ? [{ at, does: rung.does, to: 'to' in rung ? rung.to : null }] : [];
  });
  return next.reduce<NextOfLadder | null>((first, one) => (first === null || one.at < first.at ? one : first), null);
}

/** What the sentence says of the roster, while nobody has claimed what it called them to. */
function onDutyOf(turn: readonly Participant[]): OnDuty | undefined {
  const called = turn.find(({ duty, assignee }) => duty && !assignee)?.duty?.called ?? [];
  const last = called.at(-1);
  return last && { shift: last.shift, isManager: called.every(({ by }) => by === 'manager') };
}

/** Who decided a task; nobody, where a seat was taken away and the votes decided by it. */
function deciderOf({ decision }: Task): PersonName | null {
  return decision && !decision.isByRemoval ? decision.by : null;
}

/** A date of an ISO instant, null of null. */
export function dateOf(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}

/** Who could answer for a seat; of several, not who only waits for an opinion. */
function candidatesOf(turn: readonly Participant[], { seat, candidates }: ResolvedSeat): readonly PersonName[] {
  const of = turn.length > 1 ? turn.find((one) => one.seat === seat) : undefined;
  if (of?.delegation) return [];
  return of?.assignee ? [of.assignee] : candidates;
}

/** Somebody with two roles is asked once. */
function each(people: readonly PersonName[]): PersonName[] {
  return people.filter(({ id }, index) => people.findIndex((other) => other.id === id) === index);
}

/** Whose inbox it is in; and who answered it, themselves or by who acted for them, and when last: what they find among what they have decided. */
export function inboxOf(task: Task): Pick<TaskRow, 'openTo' | 'votedBy' | 'decidedAt'> {
  const { participants, decision, closedAt, status } = task;
  const deciding = decision && !decision.isByRemoval ? [decision] : [];
  const votes = participants.flatMap(({ vote }) => vote ?? []);
  const last = votes.reduce<string | null>((latest, { at }) => (latest === null || at > latest ? at : latest), null);
  return {
    openTo: status === 'open' ? openTo(task) : [],
    votedBy: [...new Set([...votes, ...deciding].flatMap(voicesOf))],
    decidedAt: dateOf(closedAt ?? last),
  };
}

function voicesOf({ by, forWhom }: Pick<Vote, 'by' | 'forWhom'>): string[] {
  return forWhom ? [by.id, forWhom.id] : [by.id];
}

/** The seat as the workflow will know it once it has learned from this record. */
function learned(seat: Participant, taskId: string, resolved: readonly ResolvedSeat[]): Participant {
  const found = resolved.find((one) => one.taskId === taskId && one.seat === seat.seat);
  if (!found) return seat;
  const keys = [...seat.keys, ...found.addedKeys.filter((key) => !seat.keys.includes(key))];
  const anew = { ...seat, keys };
  learnSubstitutes(anew, found);
  return anew;
}

function openTo(task: Task): string[] {
  const keys = waitingSeats(task).flatMap((seat) => {
    const { assignee, substitutes = [] } = seat;
    const acting = substitutes.filter(({ forWhom }) => assignee === null || assignee.id === forWhom.id);
    const actingKeys = acting.map(({ id }) => personKey(id));
    // Who is absent may still do what another has claimed for them.
    const absent = claimedFor(seat);
    const asked = [absent, seat.delegation?.to].flatMap((one) => (one ? [personKey(one.id)] : []));
    if (assignee) return [personKey(assignee.id), ...actingKeys, ...asked];
    return [...seat.keys, ...actingKeys];
  });
  return [...new Set(keys)];
}
