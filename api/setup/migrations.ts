import { createCollections, type Database } from '../../models/db';
import { freezeHolidays } from './frozen-holidays';
import { hideAddresses } from './hidden-addresses';
import { keepLastSteps } from './last-steps';
import { renewIndexes, renewIndexesOfOverruns, renewIndexesOfSubstitutes } from './renewed-indexes';
import { rollUpAnswers } from './rolled-up-answers';
import { addSearchTerms, renewSearchTerms } from './search-terms';
import { tellWhoVoted } from './voters';

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
  { id: '0003-comments', run: async (db) => await createCollections(db, ['comments']) },
  {
    id: '0004-teams',
    run: async (db) => {
      await createCollections(db, ['teams', 'users']);
      await db.users.updateMany({ teamId: { $exists: false } }, { $set: { teamId: null, managerId: null } });
    },
  },
  { id: '0005-search-terms', run: addSearchTerms },
  {
    id: '0006-leaving',
    run: async (db) => {
      await db.users.updateMany({ leavingUntil: { $exists: false } }, { $set: { leavingUntil: null } });
    },
  },
  {
    id: '0007-access-log-anchor',
    run: async (db) => {
      await createCollections(db, ['access']);
      const last = await db.access.findOne().sort({ _id: -1 }).lean();
      if (last && !(await db.counters.exists({ _id: 'access-log' })))
        await db.counters.create([{ _id: 'access-log', value: last._id, hash: last.hash }]);
    },
  },
  // 0008 was given up before it was released.
  { id: '0009-indexes-of-figures', run: async (db) => await createCollections(db, ['tasks', 'mails', 'cases']) },
  { id: '0010-steps', run: keepLastSteps },
  { id: '0011-indexes-of-lists', run: renewIndexes },
  { id: '0012-search-terms-of-numbers', run: renewSearchTerms },
  { id: '0013-calendars', run: async (db) => await createCollections(db, ['calendars', 'cases']) },
  { id: '0014-calendar-drafts', run: async (db) => await createCollections(db, ['calendarDrafts']) },
  { id: '0015-clocks', run: async (db) => await createCollections(db, ['overruns', 'serviceLevels', 'cases']) },
  {
    id: '0016-calendars-of-contracts',
    run: async (db) => {
      await db.contracts.updateMany({ calendarId: { $exists: false } }, { $set: { calendarId: null } });
    },
  },
  { id: '0017-list-of-overruns', run: renewIndexesOfOverruns },
  { id: '0018-frozen-holidays', run: freezeHolidays },
  { id: '0019-votes', run: tellWhoVoted },
  { id: '0020-absences', run: async (db) => await createCollections(db, ['absences', 'tasks']) },
  { id: '0021-decision-links', run: async (db) => await createCollections(db, ['decisionLinks']) },
  { id: '0022-rosters', run: async (db) => await createCollections(db, ['rosters', 'dutyChanges']) },
  { id: '0023-webhooks', run: async (db) => await createCollections(db, ['webhooks', 'deliveries']) },
  { id: '0030-copies', run: async (db) => await createCollections(db, ['copies']) },
  { id: '0031-substitutes-of-open-tasks', run: renewIndexesOfSubstitutes },
  { id: '0032-shown-addresses', run: hideAddresses },
  { id: '0033-pace', run: async (db) => await createCollections(db, ['comments', 'copies']) },
  { id: '0034-case-windows', run: async (db) => await createCollections(db, ['cases']) },
  { id: '0035-hidden-cases', run: async (db) => await createCollections(db, ['cases']) },
  { id: '0036-complaint-register', run: async (db) => await createCollections(db, ['cases']) },
  {
    id: '0040-emergency-visits',
    run: async (db) => {
      await db.customers.updateMany({ emergencyVisit: { $exists: false } }, { $set: { emergencyVisit: 'at-once' } });
    },
  },
  {
    id: '0042-intake',
    run: async (db) => {
      await createCollections(db, ['intakeSources', 'intakeCounts', 'intakeMails']);
      // By numbers, by addresses, and by Message-IDs.
      await createCollections(db, ['devices', 'users', 'customers', 'mails']);
    },
  },
  { id: '0044-register-of-faults', run: async (db) => await createCollections(db, ['faultFigures', 'cases']) },
  { id: '0045-grades-of-answers', run: rollUpAnswers },
  { id: '0050-register-of-callbacks', run: async (db) => await createCollections(db, ['cases']) },
];
