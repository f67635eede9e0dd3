import type { ArmedClock } from '../../models/contracts/clock';
import type { JournalDraft } from '../../models/contracts/record';

/** A deadline as a change of calendar tells it: whose, and when it was due under the old version. */
interface MovedDeadline {
  readonly clockId: string;
  readonly was: string | null;
}

/** Completes the line of a change of calendar: the workflow knows the old deadlines, only the calendar knows the new ones. */
export function withNewDeadlines(draft: JournalDraft, armed: readonly ArmedClock[]): JournalDraft {
  if (draft.kind !== 'calendar-changed') return draft;
  const moved = draft.details.deadlines as readonly MovedDeadline[];
  const deadlines = moved.map(({ clockId, ...deadline }) => {
    const clock = armed.find(({ id }) => id === clockId);
    return { ...deadline, is: clock?.dueAt ?? null, isProvisional: clock?.isProvisional ?? false };
  });
  return { ...draft, details: { ...draft.details, deadlines } };
}
