import type { StepAnswer } from '../../models/contracts/record';
import type { LinkedClosed } from '../messages';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';

/** Refuses the news of a linked case once the case has closed, or knows it. */
export function checkLinkedClosed({ state, links }: Progress<unknown>, { caseId }: LinkedClosed): void {
  if (state !== 'open') refuse('case-closed');
  if (links.some((link) => link.caseId === caseId && link.state !== 'open')) refuse('wrong-state');
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
