import type { Model } from 'mongoose';
import type { CaseHead } from '../../models/contracts/record';
import { createCollections, type CaseRow, type Database, type Searched } from '../../models/db';
import { caseTerms, withTerms } from '../../models/search/rows';
import type { Progress } from './migrations';

const ROWS_AT_ONCE = 500;

type Row = Searched & { readonly _id: string };
type TermsOf = (rows: readonly Row[]) => Promise<readonly string[][]>;

/** Gives every row that has none the terms by which it is found, then makes the indexes; broken off, it goes on where it was. */
export async function addSearchTerms(db: Database, progress: Progress): Promise<void> {
  await writeTerms(db, progress, withoutTerms);
  await createCollections(db, ['customers', 'contracts', 'devices', 'users', 'teams', 'cases']);
}

/** Makes the terms of every row again, after they have come to be made otherwise; broken off, it begins anew. */
export async function renewSearchTerms(db: Database, progress: Progress): Promise<void> {
  await writeTerms(db, progress, {});
}

async function writeTerms(db: Database, progress: Progress, which: Filter): Promise<void> {
  const all = [db.customers, db.contracts, db.devices, db.users, db.teams] as unknown as Model<Row>[];
  const plain = (rows: Model<Row>): TermsOf => {
    return (some) => Promise.resolve(some.map((row) => [...(withTerms(rows.modelName, row).search ?? [])]));
  };
  const work: [Model<Row>, TermsOf][] = all.map((rows) => [rows, plain(rows)]);
  work.push([db.cases as unknown as Model<Row>, async (rows) => await termsOfCases(db, rows as never)]);
  const counts = await Promise.all(work.map(async ([rows]) => await rows.countDocuments(which)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const [rows, termsOf] of work) {
    for await (const batch of batchesOf(rows, which)) {
      await addTo(rows, batch, await termsOf(batch));
      done += batch.length;
      progress(Math.min(done, total), total);
    }
  }
}

type Filter = Readonly<Record<string, unknown>>;
const withoutTerms: Filter = { search: { $exists: false } };

async function* batchesOf(rows: Model<Row>, which: Filter): AsyncGenerator<readonly Row[]> {
  for (let last = ''; ;) {
    const batch = await rows
      .find({ _id: { $gt: last }, ...which })
      .sort({ _id: 1 })
      .limit(ROWS_AT_ONCE)
      .lean<Row[]>();
    const end = batch.at(-1);
    if (!end) return;
    yield batch;
    last = end._id;
  }
}

async function addTo(rows: Model<Row>, batch: readonly Row[], terms: readonly string[][]): Promise<void> {
  const updates = batch.map(({ _id, search }, index) => ({
    // Who changed the row meanwhile has written its terms as well.
    updateOne: {
      filter: { _id, search: search ?? { $exists: false } },
      update: { $set: { search: terms[index] ?? [] } },
    },
  }));
  await rows.bulkWrite(updates, { ordered: false });
}

/** Cases of before say in their request which device they are about. */
async function termsOfCases(db: Database, rows: readonly CaseRow[]): Promise<readonly string[][]> {
  const deviceOf = ({ data }: CaseRow) => (data.request as { device?: string } | undefined)?.device ?? null;
  const ids = rows.map(deviceOf).filter((id) => id !== null);
  const fields = { serialNumber: 1, assetNumber: 1, model: 1 };
  const devices = await db.devices.find({ _id: { $in: ids } }, fields).lean();
  const byId = new Map(devices.map((device) => [device._id, device]));
  return rows.map((row) => {
    const device = byId.get(deviceOf(row) ?? '');
    const head: CaseHead = { ...row, id: row._id, startedAt: row.startedAt.toISOString() };
    if (!device) return caseTerms(head);
    const { _id, serialNumber, assetNumber, model } = device;
    return caseTerms({ ...head, about: { deviceIds: [_id], numbers: [serialNumber, assetNumber], words: [model] } });
  });
}
