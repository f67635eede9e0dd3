import type { Logger } from 'pino';
import type { Config } from '../../models/config';
import { databaseOf, type Database } from '../../models/db';
import { connectToMongo } from '../../models/db/connection';

/** Connects a process to its database; at log level debug every command to MongoDB is a line, without its values. */
export async function connectToDatabase(config: Config, log: Logger): Promise<Database> {
  const isWatched = log.isLevelEnabled('debug');
  const uri = config.MONGODB_URI;
  return databaseOf(
    await (isWatched ? connectToMongo(uri, (sent) => log.debug(sent, 'mongodb')) : connectToMongo(uri)),
  );
}
