import type { CaseRow, Database, FaultFigureRow } from '../../models/db';
import { answeredIn } from '../../models/fault-figures';

/** Adds to the figures of faults that have ended what the clock of their answer used, for its grade. */
export async function rollUpAnswers({ cases, faultFigures }: Database): Promise<void> {
  const wanting = await faultFigures.find({ answeredInMs: { $exists: false } }, { _id: 1 }).lean<FaultFigureRow[]>();
  for (const { _id } of wanting) {
    const row = await cases.findById(_id, { clocks: 1 }).lean<Pick<CaseRow, 'clocks'>>();
    await faultFigures.updateOne({ _id }, { $set: { answeredInMs: answeredIn(row?.clocks ?? []) } });
  }
}
