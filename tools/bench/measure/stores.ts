import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { homeAt } from '../../../embedded/home';
import { DATABASE_FILE } from '../../../embedded/temporal/settings';

/** What is stored at one moment, in bytes. */
export interface Stored {
  /** Documents as they are, before compression, without files. */
  readonly documents: number;
  /** Files in GridFS: uploads, PDFs, filed histories. */
  readonly files: number;
  /** What MongoDB has allocated on disk for data and indexes. */
  readonly mongoOnDisk: number;
  /** Temporal's database file with its write-ahead log. */
  readonly temporalOnDisk: number;
}

const BUCKETS = ['documents', 'attachments', 'histories'];

/** Measures all stores of an installation; `connection` names the database. */
export async function storedBytes(connection: Connection, home: string): Promise<Stored> {
  const { db } = connection;
  if (!db) throw new Error('not connected to MongoDB');
  const all = await db.stats();
  const sizes = await Promise.all(
    BUCKETS.map(async (bucket) => {
      const [found] = await db
        .collection(`${bucket}.chunks`)
        .aggregate<{ storageStats: { size: number } }>([{ $collStats: { storageStats: {} } }])
        .toArray()
        .catch(() => []);
      return found?.storageStats.size ?? 0;
    }),
  );
  const files = sizes.reduce((sum, size) => sum + size, 0);
  return {
    documents: Number(all.dataSize) - files,
    files,
    mongoOnDisk: Number(all.storageSize) + Number(all.indexSize),
    temporalOnDisk: temporalBytes(home),
  };
}

function temporalBytes(home: string): number {
  const file = join(homeAt(home).data('temporal'), DATABASE_FILE);
  return ['', '-wal'].reduce((sum, end) => sum + (statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0), 0);
}
