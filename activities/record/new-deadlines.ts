import type { ArmedClock } from '../../models/contracts/clock';
import type { JournalDraft } from '../../models/contracts/record';

/** A deadline as a change of calendar tells it: the step, and when it was due under the old version. */
interface MovedDeadline {
  readonly taskId: string;
  readonly step: string;
  readonly was: string | null;
}

/** Completes the line of a change of calendar: the workflow knows the old deadlines, only the calendar knows the new ones. */
export function withNewDeadlines(draft: JournalDraft, armed: readonly ArmedClock[]): JournalDraft {
  if (draft.kind !== 'calendar-changed') return draft;
  const moved = draft.details.deadlines as readonly MovedDeadline[];
  const deadlines = moved.map((deadline) => {
    const clock = armed.find(({ id }) => id === deadline.taskId);
    return { ...deadline, is: clock?.dueAt ?? null, isProvisional: clock?.isProvisional ?? false };
  });
  return { ...draft, details: { ...draft.details, deadlines } };
}
