import type { ArmedClock } from '../../models/contracts/clock';
import type { JournalDraft } from '../../models/contracts/record';

/** Completes the line of a task that was opened: when it is due, in which version of the calendar, and whether that is certain. */
export function withFirstDeadline(draft: JournalDraft, armed: readonly ArmedClock[]): JournalDraft {
  const clock = draft.kind === 'task-opened' ? armed.find(({ id }) => id === draft.taskId) : undefined;
  if (!clock?.dueAt) return draft;
  const { dueAt, isProvisional, calendar } = clock;
  return { ...draft, details: { ...draft.details, deadline: { dueAt, isProvisional, calendar } } };
}
