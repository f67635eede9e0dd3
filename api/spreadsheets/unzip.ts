import { Transform } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { said } from '../../models/faults';
import { UnreadableFile, type Limits } from './cells';

const MOST_PARTS = 500;

/** The parts of a workbook; each is unpacked while it is read, and reading ends where the file unpacks to more than it may. */
export interface Parts {
  has(name: string): boolean;
  /** Calls with one piece after the other until there are no more, or until it answers false. */
  read(name: string, onPiece: (piece: Buffer) => boolean): Promise<void>;
}

/** Opens a zip file in memory. */
export async function partsOf(bytes: Buffer, limits: Limits): Promise<Parts> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  if (zip.entryCount > MOST_PARTS) throw new UnreadableFile('file-unreadable', said('too-many-parts'));
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry);
  const budget = { left: limits.unpackedBytes };
  return {
    has: (name) => entries.has(name.toLowerCase()),
    read: async (name, onPiece) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw new UnreadableFile('file-unreadable', said('part-missing', { name }));
      if (entry.isEncrypted()) throw new UnreadableFile('file-encrypted', said('workbook-encrypted'));
      await readPiecewise(zip, entry, metered(budget), onPiece);
    },
  };
}

async function readPiecewise(
  zip: ZipFile,
  entry: Entry,
  meter: Transform,
  onPiece: (piece: Buffer) => boolean,
): Promise<void> {
  const source = await zip.openReadStreamPromise(entry);
  source.on('error', (error) => meter.destroy(error));
  for await (const piece of source.pipe(meter)) if (!onPiece(piece as Buffer)) break;
  source.destroy();
}

function metered(budget: { left: number }): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      budget.left -= piece.length;
      if (budget.left < 0) done(new UnreadableFile('too-large', said('unpacks-too-large')));
      else done(null, piece);
    },
  });
}
