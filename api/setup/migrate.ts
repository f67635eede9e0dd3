import type { Logger } from 'pino';
import type { Database } from '../../models/db';
import { whileHoldingLock } from './lock';
import { MIGRATIONS, type Migration, type Progress } from './migrations';

const PROGRESS_EVERY_MS = 2_000;

/** Runs the migrations that this database has not seen, each once, also when several processes start together. */
export async function migrate(db: Database, log: Logger, migrations: readonly Migration[] = MIGRATIONS): Promise<void> {
  if ((await missing(db, migrations)).length === 0) return;
  await whileHoldingLock(db, async () => {
    for (const { id, run } of await missing(db, migrations)) {
      log.info({ event: 'migration', migration: id }, `migration ${id} begins`);
      await run(db, progressTo(log, id));
      await db.migrations.create([{ _id: id, at: new Date() }]);
      log.info({ event: 'migration', migration: id }, `migration ${id} is done`);
    }
  });
}

async function missing(db: Database, migrations: readonly Migration[]): Promise<Migration[]> {
  const ran = await db.migrations.distinct('_id');
  return migrations.filter(({ id }) => !ran.includes(id));
}

function progressTo(log: Logger, migration: string): Progress {
  const last = { saidAtMs: 0 };
  return (done, of) => {
    if (done < of && performance.now() - last.saidAtMs < PROGRESS_EVERY_MS) return;
    last.saidAtMs = performance.now();
    log.info({ event: 'migration', migration, done, of }, `migration ${migration}: ${done} of ${of}`);
  };
}
