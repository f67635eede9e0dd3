import { createCollections, type Database } from '../../models/db';

/** The latest record of a case moves from its row into the collection of steps. */
export async function keepLastSteps(db: Database): Promise<void> {
  await createCollections(db, ['steps']);
  const cases = db.connection.collection<{ _id: string }>('cases');
  await cases
    .aggregate([
      { $match: { lastRecord: { $exists: true } } },
      {
        $project: {
          ...{ _id: { $concat: ['$_id', '#', { $toString: '$lastRecord.seq' }] }, caseId: '$_id' },
          ...{ seq: '$lastRecord.seq', stepHash: '$lastRecord.stepHash', result: '$lastRecord.result' },
          ...{ commands: [], at: '$updatedAt' },
        },
      },
      { $merge: { into: 'steps', whenMatched: 'keepExisting' } },
    ])
    .toArray();
  await cases.updateMany({ lastRecord: { $exists: true } }, { $unset: { lastRecord: '' } });
}
