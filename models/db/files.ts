import { mongo, type Connection } from 'mongoose';
import { sha256Of } from '../hash';
import { isDuplicateKey } from './duplicate';

/** The folders of files in GridFS. */
export type Bucket = 'documents' | 'attachments' | 'histories';

/** Stores bytes under a fixed id; storing the same bytes again changes nothing. Returns their sha256. */
export async function storeFile(connection: Connection, bucket: Bucket, id: string, bytes: Buffer): Promise<string> {
  const sha256 = sha256Of(bytes);
  const grid = gridOf(connection, bucket);
  try {
    await upload(grid, id, bytes, sha256);
  } catch (error) {
    // Something of this id is there already: all of it, or what an interrupted upload left.
    if (!isDuplicateKey(error)) throw error;
    const [present] = await grid.find({ _id: id as never }).toArray();
    if (present?.metadata?.sha256 === sha256) return sha256;
    await removeFile(connection, bucket, id);
    await upload(grid, id, bytes, sha256);
  }
  return sha256;
}

async function upload(grid: mongo.GridFSBucket, id: string, bytes: Buffer, sha256: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const stream = grid.openUploadStreamWithId(id as never, id, { metadata: { sha256 } });
    stream.once('finish', resolve).once('error', reject).end(bytes);
  });
}

/** A stream of a stored file's bytes; it errors when there is no such file. */
export function readFile(connection: Connection, bucket: Bucket, id: string): NodeJS.ReadableStream {
  return gridOf(connection, bucket).openDownloadStream(id as never);
}

/** Removes a file with what an interrupted upload may have left of it; a file that is not there is no error. */
export async function removeFile(connection: Connection, bucket: Bucket, id: string): Promise<void> {
  await connection.collection(`${bucket}.chunks`).deleteMany({ files_id: id });
  await connection.collection(`${bucket}.files`).deleteMany({ _id: id as never });
}

function gridOf(connection: Connection, bucket: Bucket): mongo.GridFSBucket {
  const { db } = connection;
  if (!db) throw new Error('not connected to MongoDB');
  return new mongo.GridFSBucket(db, { bucketName: bucket });
}
