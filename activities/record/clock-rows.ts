import { armedClock, budgetInMsOf, usedInMs } from '../../models/calendar/clock';
import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { beforeItStopped } from '../../models/clocks';
import type { CaseClockRow } from '../../models/contracts/case-clock';
import type { ArmedClock } from '../../models/contracts/clock';
import type { JournalDraft, ResolvedSeat, StepRecord } from '../../models/contracts/record';
import { dayOf } from '../../models/contracts/time';
import { gradeOf } from '../../models/service-levels/grades';
import type { OverrunRow } from '../../models/db';
import type { Calendar } from '../../models/published-calendars';

/** When the closed tasks of a step were due, so that a late decision is still known as one. The workflow does not learn it. */
export function closedTaskClocks({ tasks }: StepRecord, calendar: OpenCalendar | null): ArmedClock[] {
  if (!calendar) return [];
  const clocks = tasks.flatMap(({ status, clock }) => (status !== 'open' && clock ? [clock] : []));
  return clocks.map((clock) => armedClock(calendar, { ...beforeItStopped(clock), atPercent: [] }));
}

/** The clocks of the case with what the calendar makes of them; a stopped one is measured in that in which it stopped. */
export async function caseClockRows(
  step: StepRecord,
  calendar: Calendar,
  armed: readonly ArmedClock[],
): Promise<CaseClockRow[]> {
  const rows = step.caseClocks.map(async (of) => {
    const instants = armed.find(({ id }) => id === of.clock.id);
    const stoppedIn = of.clock.isStopped ? await calendar.opened(of.stoppedIn ?? step.calendar) : null;
    return {
      ...of,
      dueAt: instants?.dueAt ?? null,
      isProvisional: instants?.isProvisional ?? false,
      usedInMs: stoppedIn ? usedInMs(stoppedIn, of.clock, Date.parse(step.at)) : null,
    };
  });
  return await Promise.all(rows);
}

/** Completes the line of a stopped clock: only the calendar knows what it used, and so its grade [001 §3]. */
export function withUse(draft: JournalDraft, rows: readonly CaseClockRow[]): JournalDraft {
  if (draft.kind !== 'clock-stopped') return draft;
  const row = rows.find(({ name }) => name === draft.details.clock);
  if (!row || row.usedInMs === null) return draft;
  const { budgetInMs, breachedAt } = row.clock;
  const grade = gradeOf(row.name, row.usedInMs);
  return { ...draft, details: { ...draft.details, usedInMs: row.usedInMs, budgetInMs, breachedAt, grade } };
}

/** What else is known when a step is recorded. */
export interface OverrunContext {
  readonly timeZone: string;
  readonly measuredBy: OpenCalendar | null;
  readonly resolved: readonly ResolvedSeat[];
}

function budgetOf(step: StepRecord, clockId: string, calendar: OpenCalendar | null): number {
  const clocks = [...step.tasks, ...step.caseClocks].flatMap(({ clock }) => clock ?? []);
  const clock = clocks.find(({ id }) => id === clockId);
  return clock && calendar ? budgetInMsOf(calendar, clock) : 0;
}

/** The rows by which monthly figures count what a step found to be overrun [002 §3.2]. */
export function overrunRows(step: StepRecord, { timeZone, measuredBy, resolved }: OverrunContext): OverrunRow[] {
  const { head, calendar } = step;
  return step.effects.flatMap((effect) => {
    if (effect.kind !== 'count-overrun') return [];
    const { clockId, at, ...overrun } = effect.overrun;
    const asked = resolved.filter(({ taskId }) => overrun.taskId === null || overrun.taskId === taskId);
    return [
      {
        ...overrun,
        // What nobody had taken was late with all who should have.
        people: overrun.people.length > 0 ? overrun.people : asked.flatMap(({ candidates }) => candidates),
        budgetInMs: overrun.budgetInMs ?? budgetOf(step, clockId, measuredBy),
        _id: clockId,
        caseId: head.id,
        process: head.process,
        customerId: head.customer?.id ?? null,
        at: new Date(at),
        month: dayOf(new Date(at), timeZone).slice(0, 6),
        calendar,
      },
    ];
  });
}
