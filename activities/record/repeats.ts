import type { Recorded, StepRecord } from '../../models/contracts/record';
import type { Database } from '../../models/db';

/** The result of a step that is recorded already; when another step stands in its place, marks the case 需要处理 and fails. */
export async function repeatedOrDiverged(db: Database, step: StepRecord, stepHash: string): Promise<Recorded> {
  const caseId = step.head.id;
  const row = await db.cases.findById(caseId, { lastRecord: 1, recordSeq: 1 }).lean();
  if (row?.lastRecord.seq === step.seq && row.lastRecord.stepHash === stepHash) return row.lastRecord.result;
  const detail = `the workflow records step ${step.seq}, the record stands at ${row?.recordSeq ?? 0} with other contents`;
  await db.cases.updateOne(
    { _id: caseId },
    { $set: { attention: { code: 'diverged', detail, since: new Date(step.at) } } },
  );
  throw new Error(`${caseId}: ${detail}`);
}
