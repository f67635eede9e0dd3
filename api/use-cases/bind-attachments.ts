import type { ClientSession } from 'mongoose';
import type { AttachmentRow, Database } from '../../models/db';
import { Problem } from '../http/problem';

/** The rows of files that a person hands in; each must be theirs and not yet expired, or belong to that case already. */
export async function checkAttachments(
  db: Database,
  ids: readonly string[],
  meId: string,
  now: Date,
  caseId?: string,
): Promise<AttachmentRow[]> {
  const mine = { ownerId: meId, caseId: null, expiresAt: { $gt: now } };
  const usable = caseId === undefined ? [mine] : [mine, { caseId }];
  const rows = await db.attachments.find({ _id: { $in: [...ids] }, $or: usable }).lean<AttachmentRow[]>();
  return [...new Set(ids)].map((id) => {
    const row = rows.find(({ _id }) => _id === id);
    if (!row) throw new Problem('not-your-attachment', id);
    return row;
  });
}

/** Gives files to a case that is about to begin; refuses when another case was faster. */
export async function takeAttachments(
  db: Database,
  ids: readonly string[],
  caseId: string,
  session: ClientSession,
): Promise<void> {
  for (const id of new Set(ids)) {
    const taken = { $set: { caseId, expiresAt: null } };
    const { matchedCount } = await db.attachments.updateOne({ _id: id, caseId: null }, taken, { session });
    if (matchedCount === 0) throw new Problem('not-your-attachment', id);
  }
}
