import { isDuplicateKey, type AttachmentRow, type Database } from '../../../../models/db';
import { storeFile } from '../../../../models/db/files';
import { hashOf, sha256Of } from '../../../../models/hash';
import { LARGEST_FILE_IN_BYTES } from '../../../http/upload';
import { safeFileName } from '../../file-name';
import { typeOfFile } from '../../file-types';
import type { ReceivedFile } from './received';

const MOST_FILES = 20;
const STAGED_FOR_MS = 24 * 3_600_000;

/** The files of a mail that are kept, and the names of those that are not. */
export interface Kept {
  readonly ids: readonly string[];
  readonly left: readonly string[];
}

/** Keeps the files of a mail under the rules of any upload, for a case or until one has them; kept again they are the same. */
export async function keepFiles(
  db: Database,
  files: readonly ReceivedFile[],
  { mailId, ownerId, caseId, now }: { mailId: string; ownerId: string; caseId: string | null; now: Date },
): Promise<Kept> {
  const [ids, left]: [string[], string[]] = [[], []];
  for (const [index, { fileName: sent, contentType: said, bytes }] of files.entries()) {
    const fileName = safeFileName(sent);
    const type = fileName === null ? null : typeOfFile(fileName, said, bytes);
    const fits = bytes.length > 0 && bytes.length <= LARGEST_FILE_IN_BYTES && ids.length < MOST_FILES;
    if (fileName === null || !type || !fits) {
      left.push(fileName ?? said);
      continue;
    }
    const row: AttachmentRow = {
      ...{ _id: `A-${hashOf(['mail', mailId, index]).slice(0, 12)}`, ownerId, caseId, fileName },
      ...{ contentType: type.contentType, sizeInBytes: bytes.length, sha256: sha256Of(bytes), createdAt: now },
      expiresAt: caseId === null ? new Date(now.getTime() + STAGED_FOR_MS) : null,
    };
    await addOnce(db, row);
    await storeFile(db.connection, 'attachments', row._id, bytes);
    ids.push(row._id);
  }
  return { ids, left };
}

async function addOnce(db: Database, row: AttachmentRow): Promise<void> {
  try {
    await db.attachments.create([row]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
