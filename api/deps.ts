import type { Logger } from 'pino';
import type { Config } from '../models/config';
import type { Database } from '../models/db';
import type { Calendar } from '../models/published-calendars';
import type { AccessLog } from './access-log';
import type { Admission } from './admission';
import type { Gateway } from './gateway';

/** What the API works with; made once at start. */
export interface Deps {
  readonly config: Config;
  readonly db: Database;
  readonly calendar: Calendar;
  /** Through which whatever writes to cases has to pass. */
  readonly admission: Admission;
  readonly gateway: Gateway;
  readonly log: Logger;
  readonly accessLog: AccessLog;
  readonly now: () => Date;
}
