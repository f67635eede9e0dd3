import type { Logger } from 'pino';
import type { Config } from '../../models/config';
import type { Database } from '../../models/db';
import { mustKnowCompanyCalendar, publishStandardCalendars } from './calendars';
import { createDemoData } from './demo-data';
import { createFirstAdmin } from './first-admin';
import { migrate } from './migrate';

/** Makes a database ready for the product; every start does it, and only what is missing is done. */
export async function setUp(db: Database, config: Config, log: Logger, now: () => Date): Promise<void> {
  await migrate(db, log);
  await publishStandardCalendars(db, config, log, now());
  await mustKnowCompanyCalendar(db, config);
  if (config.DEMO_MODE) await createDemoData(db, config, now());
  await createFirstAdmin(db, config, log, now());
}
