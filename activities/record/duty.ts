import type { JournalDraft, MailDraft, ResolvedSeat, StepRecord } from '../../models/contracts/record';
import type { Called, DutyCalls, Participant, Task } from '../../models/contracts/task';
import { personKey } from '../../models/codes';
import type { Database } from '../../models/db';
import { votersOf } from '../../models/quorum';
import type { Calendar } from '../../models/published-calendars';
import { dutyAt } from '../../models/roster/duty';
import { rosterFacts } from '../../models/roster/facts';
import { managerOf, nextToServe, servingAt, type RosterFacts, type Serving } from '../../models/roster/serving';

/** Whom a roster called to a seat by a step. */
interface CalledToSeat {
  readonly taskId: string;
  readonly seat: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly people: readonly Called[];
}

/** A step with the people whom rosters called by it in their places: on the seats, in the journal, in the mails. */
export async function withCalls(
  deps: { readonly db: Database; readonly calendar: Calendar },
  step: StepRecord,
): Promise<{ readonly step: StepRecord; readonly calls: readonly CalledToSeat[] }> {
  const wanting = step.tasks.flatMap((task) =>
    task.participants.flatMap(({ seat, duty }) => (duty?.wanted ? [{ task, seat, duty }] : [])),
  );
  if (wanting.length === 0) return { step, calls: [] };
  const calls: CalledToSeat[] = [];
  for (const { task, seat, duty } of wanting) calls.push(await callOf(deps, task, seat, duty));
  const tasks = step.tasks.map((task) => ({
    ...task,
    participants: task.participants.map((seat) => calledTo(seat, callFor(calls, task.id, seat.seat))),
  }));
  const journal = step.journal.map((draft) => toldOf(draft, calls));
  const mails = step.mails.map((mail) => addressed(mail, tasks, calls));
  return { step: { ...step, tasks, journal, mails }, calls };
}

async function callOf(
  deps: { readonly db: Database; readonly calendar: Calendar },
  task: Task,
  seat: string,
  { team, called, wanted }: DutyCalls,
): Promise<CalledToSeat> {
  const at = wanted?.at ?? task.openedAt;
  const facts = await rosterFacts(deps, team, { from: at, to: at });
  // Nobody can be called of a team that is gone; the administrators take it, as where nobody holds a role.
  if (!facts) return { taskId: task.id, seat, team: { id: team, name: team }, people: [] };
  const excluded = [...task.excluded, ...votersOf(task)];
  const known = called.map(({ id }) => id);
  const serving = servingFor(facts, wanted?.whom ?? 'on-duty', Date.parse(at), known, excluded);
  const shift = shiftAt(facts, Date.parse(at));
  const people = serving.map(({ id, by }) => ({ id, name: facts.names.get(id) ?? id, at, shift, by }));
  return { taskId: task.id, seat, team: { id: team, name: facts.teamName }, people };
}

function servingFor(
  facts: RosterFacts,
  whom: NonNullable<DutyCalls['wanted']>['whom'],
  at: number,
  called: readonly string[],
  excluded: readonly string[],
): readonly Serving[] {
  if (whom === 'on-duty') return servingAt(facts, at, excluded);
  const next = whom === 'manager' ? managerOf(facts, at, excluded) : nextToServe(facts, at, called, excluded);
  return next && !called.includes(next.id) ? [next] : [];
}

function shiftAt({ plan, changes }: RosterFacts, at: number): Called['shift'] {
  if (!plan) return null;
  const { shift } = dutyAt(plan.roster, changes, plan.calendar, at);
  return plan.roster.shifts.find(({ id }) => id === shift)?.title ?? null;
}

function calledTo(seat: Participant, call: CalledToSeat | undefined): Participant {
  if (!call || !seat.duty) return seat;
  const { wanted: _, ...duty } = seat.duty;
  const called = [...duty.called, ...call.people];
  const keys = [...new Set([...seat.keys, ...call.people.map(({ id }) => personKey(id))])];
  return { ...seat, keys, whom: { kind: 'persons', ids: called.map(({ id }) => id) }, duty: { ...duty, called } };
}

/** The line of the journal says who was called, in which shift, and by what. */
function toldOf(draft: JournalDraft, calls: readonly CalledToSeat[]): JournalDraft {
  if (draft.kind !== 'task-opened' && draft.kind !== 'duty-called') return draft;
  const call = calls.find(({ taskId }) => taskId === draft.taskId);
  if (!call) return draft;
  const people = call.people.map(({ id, name, by }) => ({ id, name, by }));
  const duty = { team: call.team, shift: call.people[0]?.shift ?? null, people };
  return { ...draft, details: { ...draft.details, duty } };
}

/** Where nobody is left to be called, those who have been are told once more. */
function addressed(mail: MailDraft, tasks: readonly Task[], calls: readonly CalledToSeat[]): MailDraft {
  const { toCalled } = mail;
  if (toCalled === undefined) return mail;
  const seat = tasks.find(({ id }) => id === mail.taskId)?.participants.find((one) => one.seat === toCalled);
  const newly = callFor(calls, mail.taskId, toCalled)?.people ?? [];
  const people = newly.length > 0 ? newly : (seat?.duty?.called ?? []);
  return { ...mail, to: { kind: 'persons', ids: people.map(({ id }) => id) } };
}

/** What is known of a seat, with whom the roster called to it by this step. */
export function withCalled(resolved: ResolvedSeat, calls: readonly CalledToSeat[]): ResolvedSeat {
  const call = callFor(calls, resolved.taskId, resolved.seat);
  return call ? { ...resolved, called: call.people } : resolved;
}

/** Whoever was called by a step; they see the case from then on. */
export function calledBy(resolved: readonly ResolvedSeat[]): string[] {
  return resolved.flatMap(({ called = [] }) => called.map(({ id }) => id));
}

function callFor(calls: readonly CalledToSeat[], taskId: string | null, seat: string): CalledToSeat | undefined {
  return calls.find((call) => call.taskId === taskId && call.seat === seat);
}
