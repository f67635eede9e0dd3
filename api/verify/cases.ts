import type { JournalHead } from '../../models/contracts/record';
import type { CaseRow, Database } from '../../models/db';
import { readFile } from '../../models/db/files';
import { sha256Of } from '../../models/hash';
import { entryHash } from '../../models/journal';
import type { Gateway } from '../gateway';
import type { Found } from './fault';
import { rowsApartFromJournal } from './told-by-journal';

type CheckedCase = Pick<CaseRow, '_id' | 'state' | 'stage' | 'round' | 'journalHead' | 'historyFiledAt'>;

const SAY_EVERY = 200;

/**
 * Checks each case: its journal's chain, the journal's head in Temporal, the rows that follow from it, and the bytes of its
 * documents and attachments. The number of cases.
 */
export async function verifyCases(
  db: Database,
  gateway: Gateway,
  found: Found,
  say: (line: string) => void,
): Promise<number> {
  const fields = { state: 1, stage: 1, round: 1, journalHead: 1, historyFiledAt: 1 };
  let count = 0;
  for await (const row of db.cases.find({}, fields).sort({ _id: 1 }).lean<CheckedCase[]>().cursor()) {
    await verifyJournal(db, row, found);
    await verifyHead(db, gateway, row, found);
    await verifyRows(db, row, found);
    await verifyFiles(db, row, found);
    count += 1;
    if (count % SAY_EVERY === 0) say(`  … ${count}`);
  }
  return count;
}

async function verifyJournal(db: Database, { _id: caseId, journalHead }: CheckedCase, found: Found): Promise<void> {
  let last: JournalHead = { seq: 0, hash: '' };
  for await (const entry of db.journal.find({ caseId }).sort({ seq: 1 }).lean().cursor()) {
    const where = `${caseId}#${entry.seq}`;
    if (entry.seq !== last.seq + 1) found({ where, what: `entries ${last.seq + 1} to ${entry.seq - 1} are missing` });
    else if (entry.previousHash !== last.hash) found({ where, what: 'does not follow from the entry before' });
    if (entryHash(entry) !== entry.hash) found({ where, what: 'was changed after it was written' });
    last = { seq: entry.seq, hash: entry.hash };
  }
  if (last.hash !== journalHead.hash && !(await hasMovedOn(db, caseId, journalHead)))
    found({ where: caseId, what: `the journal ends at ${last.seq}, the case says ${journalHead.seq}` });
}

// The case may have gone on while it was being read.
async function hasMovedOn(db: Database, caseId: string, seen: JournalHead): Promise<boolean> {
  const row = await db.cases.findById(caseId, { journalHead: 1 }).lean();
  return row !== null && row.journalHead.seq > seen.seq;
}

async function verifyHead(db: Database, gateway: Gateway, row: CheckedCase, found: Found): Promise<void> {
  const where = row._id;
  try {
    const head = await gateway.journalHead(row._id);
    if (head?.hash === row.journalHead.hash || (head === null && row.historyFiledAt !== null)) return;
    if (await hasMovedOn(db, row._id, row.journalHead)) return;
    found({
      where,
      what: `Temporal's journal ends at ${head?.seq ?? 'no entry'}, the record's at ${row.journalHead.seq}`,
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    found({ where, what: `Temporal cannot be asked for the journal's head (is a worker running?): ${why}` });
  }
}

async function verifyRows(db: Database, caseRow: CheckedCase, found: Found): Promise<void> {
  const caseId = caseRow._id;
  const journal = await db.journal.find({ caseId }).sort({ seq: 1 }).lean();
  const tasks = await db.tasks.find({ caseId }).lean();
  const documents = await db.documents.find({ caseId }).lean();
  const apart = rowsApartFromJournal(journal, { caseRow, tasks, documents });
  if (apart.length === 0 || (await hasMovedOn(db, caseId, caseRow.journalHead))) return;
  for (const what of apart) found({ where: caseId, what });
}

async function verifyFiles(db: Database, { _id: caseId }: CheckedCase, found: Found): Promise<void> {
  const documents = await db.documents.find({ caseId }, { sha256: 1 }).lean();
  const attachments = await db.attachments.find({ caseId }, { sha256: 1 }).lean();
  for (const { _id, sha256 } of documents) await verifyFile(db, 'documents', _id, sha256, caseId, found);
  for (const { _id, sha256 } of attachments) await verifyFile(db, 'attachments', _id, sha256, caseId, found);
}

async function verifyFile(
  db: Database,
  bucket: 'documents' | 'attachments',
  id: string,
  sha256: string,
  where: string,
  found: Found,
): Promise<void> {
  const what = bucket === 'documents' ? `the document ${id}` : `the attachment ${id}`;
  const bytes = await bytesOf(readFile(db.connection, bucket, id)).catch(() => null);
  if (bytes === null) found({ where, what: `${what} cannot be read` });
  else if (sha256Of(bytes) !== sha256) found({ where, what: `${what} was changed after it was filed` });
}

async function bytesOf(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
