import type { StepAnswer } from '../../models/contracts/record';
import { said } from '../../models/faults';
import type { LinkedClosed } from '../messages';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';

/**
 * Refuses the news of a linked case once the case has closed, or knows it; and a case that wants to be joined to this one before
 * anybody deals with this one, or when it is as good as over.
 */
export function checkLinkedClosed(progress: Progress<unknown>, { caseId, state: how }: LinkedClosed): void {
  const { state, links, joining, input } = progress;
  if (state !== 'open') refuse('case-closed');
  if (links.some((link) => link.caseId === caseId && link.state !== 'open')) refuse('wrong-state');
  const { id } = input.head;
  if (how !== 'joined' || isOwn(progress, caseId)) return;
  if (joining === 'not-yet') refuse('invalid-input', said('not-to-join-yet', { id }));
  if (joining === 'over') refuse('invalid-input', said('not-to-join-any-more', { id }));
}

/** The cases that were joined to this one. */
export function joinedTo(progress: Progress<unknown>): string[] {
  return progress.links
    .filter(({ caseId, state }) => state === 'joined' && !isOwn(progress, caseId))
    .map(({ caseId }) => caseId);
}

/** One that this case has opened; joined to a third, it has come to its end as any other. */
function isOwn({ kept }: Progress<unknown>, caseId: string): boolean {
  return Object.values(kept).includes(caseId);
}

/** A case that the procedure opened has ended; it may have done so before the procedure knew its number. */
export function closeLink(
  { links }: Progress<unknown>,
  recorder: Recorder,
  { caseId, process, state, result }: LinkedClosed,
): Pick<StepAnswer, 'taskId' | 'outcome'> {
  const known = links.findIndex((link) => link.caseId === caseId);
  const link = { caseId, process, state, ...(result && { result }) };
  if (known < 0) links.push(link);
  else links.splice(known, 1, link);
  recorder.note('linked-closed', { details: link });
  return { taskId: null, outcome: 'linked-closed' };
}
