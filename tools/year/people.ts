import type { OpenCalendar } from '../../models/calendar/open-calendar';
import type { PersonName } from '../../models/contracts/people';
import { isPaused } from '../../models/clocks';
import type { TaskRow } from '../../models/db';
import type { Act } from './agenda';
import type { Draw } from './draw';
import type { Office } from './office';
import { waitForCustomer, waitsForCustomer } from './pauses';
import type { YearProcedure } from './procedure';
import { afterOfficeTime, afterShareOf, HOUR_IN_MS, inTheEvening, MINUTE_IN_MS } from './times';

/** What makes people look at a task: it came, they were reminded, it was handed over or reported, taken, or its clock goes on. */
const OCCASIONS = ['task-opened', 'reminded', 'handed-over', 'told', 'task-claimed', 'clock-resumed'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** Whether an entry of the journal makes people look at their task. */
export function isOccasion(kind: string): kind is Occasion {
  return OCCASIONS.some((occasion) => occasion === kind);
}

/** How often people are how: of a hundred, so many come early, in time, late, or not at all. */
const MANNERS = { early: 46, 'in-time': 24, late: 20, never: 10 } as const;
const EVENINGS = 0.1;
const CLAIMS_FIRST = 0.12;

/** What comes of an occasion: somebody looks at the task later, or nobody does. */
export function visits(
  procedure: YearProcedure,
  task: TaskRow,
  occasion: { readonly kind: Occasion; readonly at: number; readonly atPercent: number },
  calendar: OpenCalendar,
  seed: Draw,
): readonly Act[] {
  const draw = seed.of(task._id);
  const comesAt = whenSomebodyComes(task, occasion.kind, occasion.at, calendar, draw);
  if (comesAt === null) return [];
  const name = `${occasion.kind} ${occasion.atPercent}`;
  const ofVisit = draw.of(name);
  const isInEvening = ofVisit.chance('evening', EVENINGS);
  const evening = isInEvening ? inTheEvening(calendar, comesAt, ofVisit) : 0;
  const at = evening > occasion.at ? evening : Math.max(comesAt, occasion.at + MINUTE_IN_MS);
  const claims = occasion.kind === 'task-opened' && ofVisit.chance('claim', CLAIMS_FIRST);
  const run = async (office: Office) => await visit(procedure, task._id, claims, office, ofVisit);
  return [{ at, name: `${task._id} ${name}`, run }];
}

function whenSomebodyComes(task: TaskRow, kind: Occasion, at: number, calendar: OpenCalendar, draw: Draw) {
  const manner = draw.weighted('manner', MANNERS);
  const after = (low: number, high: number) =>
    afterShareOf(calendar, task, at, low + (high - low) * draw.share(`share ${kind}`));
  const soon = (probability: number, hours: number) =>
    draw.chance(kind, probability)
      ? afterOfficeTime(calendar, at, (0.1 + draw.share(`soon ${kind}`)) * hours * HOUR_IN_MS)
      : null;
  switch (kind) {
    case 'task-opened':
      if (manner === 'never') return null;
      return manner === 'early' ? after(0.02, 0.45) : manner === 'in-time' ? after(0.5, 0.98) : after(1.02, 2.6);
    case 'reminded':
      return manner === 'in-time' ? null : soon(0.25, 3);
    case 'handed-over':
      return soon(0.6, 4);
    case 'told':
      return soon(0.5, 12);
    // Who takes a task may forget it all the same.
    case 'task-claimed':
      return soon(0.8, 6);
    case 'clock-resumed':
      return soon(0.7, 10);
  }
}

/** Somebody who may do so takes the task, waits for the customer or answers, unless that has been done. */
async function visit(
  procedure: YearProcedure,
  taskId: string,
  claims: boolean,
  office: Office,
  draw: Draw,
): Promise<readonly Act[]> {
  const task = await office.db.tasks.findById(taskId).lean<TaskRow>();
  if (task?.status !== 'open' || (task.clock && isPaused(task.clock))) return [];
  const person = await whoComes(office, task, draw);
  const caller = await office.as(person.id);
  const reason = waitsForCustomer(procedure, task, office, draw);
  if (reason !== null) return await waitForCustomer(office, caller, task, reason, draw);
  if (claims && task.participants.every((seat) => seat.assignee === null)) {
    await caller.post(`/tasks/${taskId}/claim`, {}, [200]);
    return [];
  }
  const calendar = office.calendar();
  const { date } = calendar.day(calendar.dayOf(office.now().getTime()));
  const {
    outcome,
    comment = '',
    returnTo,
    form,
  } = procedure.answer({ task, personName: person.name, day: date, draw });
  const body = { outcome, comment, form, ...(returnTo === undefined ? {} : { returnTo }) };
  await caller.post(`/tasks/${taskId}/complete`, body, [200]);
  return [];
}

async function whoComes(office: Office, task: TaskRow, draw: Draw): Promise<PersonName> {
  const { waiting } = (await office.db.cases.findById(task.caseId, { waiting: 1 }).lean()) ?? {};
  if (waiting?.kind !== 'task') throw new Error(`${task.caseId} does not wait for ${task._id}`);
  const [first, ...more] = waiting.candidates;
  const known = waiting.assignee ?? (first && draw.oneOf('person', [first, ...more]));
  if (!known) throw new Error(`nobody can do ${task._id}`);
  return known;
}
