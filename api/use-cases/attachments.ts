import type { AttachmentRow } from '../../models/db';
import { storeFile } from '../../models/db/files';
import { said } from '../../models/faults';
import { sha256Of } from '../../models/hash';
import { maySeeCase } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { invalidAt } from '../http/invalid';
import { Problem } from '../http/problem';
import { safeFileName } from './file-name';
import { typeOfFile } from './file-types';
import { idOfNew, type AnyCall } from './master-data';

const TYPES = 'pdf, png, jpg, webp, docx, xlsx, csv, txt, log, zip';
const STAGED_FOR_MS = 24 * 3_600_000;

/** Keeps an uploaded file for its owner; without a case it is removed after a day. */
export async function stage(call: AnyCall): Promise<AttachmentRow> {
  const { file } = call.request;
  if (!file || file.size === 0) throw invalidAt('/file', 'no-file');
  const fileName = safeFileName(file.originalname);
  if (fileName === null) throw invalidAt('/file', 'no-file-name');
  const type = typeOfFile(fileName, file.mimetype, file.buffer);
  if (!type) throw new Problem('wrong-type', said('not-a-file-type', { types: TYPES }));
  const { db, now } = call.deps;
  const createdAt = now();
  const row: AttachmentRow = {
    ...{ _id: idOfNew('A', call), ownerId: call.me.id, caseId: null, fileName, contentType: type.contentType },
    ...{ sizeInBytes: file.size, sha256: sha256Of(file.buffer), createdAt },
    expiresAt: new Date(createdAt.getTime() + STAGED_FOR_MS),
  };
  // The row first: of two requests with one key only one gets past it, so nobody else writes these bytes meanwhile.
  await db.attachments.create([row], { session: call.session });
  await storeFile(db.connection, 'attachments', row._id, file.buffer);
  return row;
}

/** The file if the person may read it: its owner until a case has it, then everybody who sees the case. */
export async function readableAttachment(
  { db, now }: Deps,
  me: SignedIn,
  attachmentId: string,
): Promise<AttachmentRow> {
  const row = await db.attachments.findById(attachmentId).lean<AttachmentRow>();
  if (!row) throw new Problem('not-found');
  const isStaged = row.caseId === null && (row.expiresAt === null || row.expiresAt > now());
  if (isStaged && row.ownerId === me.id) return row;
  const ofCase = row.caseId === null ? null : await db.cases.findById(row.caseId).lean();
  if (!ofCase || !maySeeCase(me, ofCase)) throw new Problem('not-found');
  return row;
}

/** An uploaded file as it is answered. */
export function shownAttachment(row: AttachmentRow): Readonly<Record<string, unknown>> {
  const { _id, fileName, contentType, sizeInBytes, sha256, expiresAt } = row;
  return { id: _id, fileName, contentType, sizeInBytes, sha256, expiresAt: expiresAt?.toISOString() ?? null };
}
