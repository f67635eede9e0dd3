import { ApplicationFailure } from '@temporalio/common';
import type { Recorded, StepRecord } from '../../models/contracts/record';
import type { Database } from '../../models/db';

/** The type of the failure of a record whose place another step has, and what its case is marked with. */
export const DIVERGED = 'diverged';

/** The id under which a step is kept. */
export function stepId(caseId: string, seq: number): string {
  return `${caseId}#${seq}`;
}

/**
 * The result of a step that is recorded already, however many were recorded after it: a workflow that lost what it had not yet
 * told Temporal writes all of them once more. When another step stands in its place, marks the case 需要处理 and fails.
 */
export async function repeatedOrDiverged(db: Database, step: StepRecord, stepHash: string): Promise<Recorded> {
  const caseId = step.head.id;
  const known = await db.steps.findById(stepId(caseId, step.seq)).lean();
  if (known?.stepHash === stepHash) return known.result;
  const row = await db.cases.findById(caseId, { recordSeq: 1 }).lean();
  const detail = `the workflow records step ${step.seq}, the record stands at ${row?.recordSeq ?? 0} with other contents`;
  await db.cases.updateOne(
    { _id: caseId },
    { $set: { attention: { code: DIVERGED, detail, since: new Date(step.at) } } },
  );
  throw ApplicationFailure.create({ type: DIVERGED, message: `${caseId}: ${detail}` });
}
