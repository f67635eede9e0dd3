import { createCollections, type Database } from '../../models/db';
import { addSearchTerms } from './search-terms';

/** Tells how far a long migration is. */
export type Progress = (done: number, of: number) => void;

/** A change of the data that each database sees once; it must stand being broken off and run again. */
export interface Migration {
  readonly id: string;
  readonly run: (db: Database, progress: Progress) => Promise<void>;
}

/** Every migration, in the order in which they run; one that has been released is never changed or removed. */
export const MIGRATIONS: readonly Migration[] = [
  {
    id: '0001-collections',
    run: async (db) => {
      await createCollections(db);
      await db.connection.collection('attachments.files').createIndex({ uploadDate: 1 }, {}, {});
    },
  },
  {
    id: '0002-sessions-tell-where-they-are-used',
    run: async (db) => {
      const $set = { lastSeenAt: '$createdAt', address: '', agent: '' };
      await db.sessions.updateMany({ lastSeenAt: { $exists: false } }, [{ $set }], { updatePipeline: true });
    },
  },
  { id: '0003-comments', run: createCollections },
  {
    id: '0004-teams',
    run: async (db) => {
      await createCollections(db);
      await db.users.updateMany({ teamId: { $exists: false } }, { $set: { teamId: null, managerId: null } });
    },
  },
  { id: '0005-search-terms', run: addSearchTerms },
  { id: '0009-indexes-of-figures', run: createCollections },
  {
    id: '0006-leaving',
    run: async (db) => {
      await db.users.updateMany({ leavingUntil: { $exists: false } }, { $set: { leavingUntil: null } });
    },
  },
];
