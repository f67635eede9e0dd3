import { armedClock, usedInMs } from '../../models/calendar/clock';
import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { beforeItStopped } from '../../models/clocks';
import type { CaseClockRow } from '../../models/contracts/case-clock';
import type { ArmedClock } from '../../models/contracts/clock';
import type { JournalDraft, StepRecord } from '../../models/contracts/record';
import { dayOf } from '../../models/contracts/time';
import { gradeOf } from '../../models/service-levels/grades';
import type { OverrunRow } from '../../models/db';

/** When the closed tasks of a step were due, so that a late decision is still known as one. The workflow does not learn it. */
export function closedTaskClocks({ tasks }: StepRecord, calendar: OpenCalendar | null): ArmedClock[] {
  if (!calendar) return [];
  const clocks = tasks.flatMap(({ status, clock }) => (status !== 'open' && clock ? [clock] : []));
  return clocks.map((clock) => armedClock(calendar, { ...beforeItStopped(clock), atPercent: [] }));
}

/** The clocks of the case with what the calendar makes of them. */
export function caseClockRows(
  step: StepRecord,
  calendar: OpenCalendar | null,
  armed: readonly ArmedClock[],
): CaseClockRow[] {
  return step.caseClocks.map((of) => {
    const instants = armed.find(({ id }) => id === of.clock.id);
    const isMeasured = of.clock.isStopped && calendar !== null;
    return {
      ...of,
      dueAt: instants?.dueAt ?? null,
      isProvisional: instants?.isProvisional ?? false,
      usedInMs: isMeasured ? usedInMs(calendar, of.clock, Date.parse(step.at)) : null,
    };
  });
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

/** The rows by which monthly figures count what a step found to be overrun [002 §3.2]. */
export function overrunRows(step: StepRecord, timeZone: string): OverrunRow[] {
  const { head, calendar } = step;
  return step.effects.flatMap((effect) => {
    if (effect.kind !== 'count-overrun') return [];
    const { clockId, at, ...overrun } = effect.overrun;
    return [
      {
        ...overrun,
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
