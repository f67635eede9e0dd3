import type { AttachmentRow } from '../../models/db';
import type { NameOf } from '../use-cases/names';

/** A file that was handed in with a case. */
export function caseFile(
  { _id, fileName, contentType, sizeInBytes, createdAt, ownerId }: AttachmentRow,
  nameOf: NameOf,
) {
  return { id: _id, fileName, contentType, sizeInBytes, at: createdAt, owner: nameOf(ownerId) };
}
