import mongoose, { type Connection } from 'mongoose';

const SELECTION_TIMEOUT_IN_MS = 5_000;

/** A command on its way to MongoDB: its name, its collection, and whether it belongs to a transaction; no values. */
export interface CommandSent {
  readonly command: string;
  readonly collection: string;
  readonly isInTransaction: boolean;
}

/** Connects to MongoDB; the caller closes the connection. Fails when no server answers within five seconds. */
export async function connectToMongo(uri: string, watch?: (sent: CommandSent) => void): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: SELECTION_TIMEOUT_IN_MS,
    autoIndex: false,
    autoCreate: false,
    monitorCommands: watch !== undefined,
  });
  await connection.asPromise();
  if (watch) {
    connection.getClient().on('commandStarted', ({ commandName, command }) => {
      const collection = command[commandName] as unknown;
      const isInTransaction = command.autocommit === false;
      watch({ command: commandName, collection: typeof collection === 'string' ? collection : '', isInTransaction });
    });
  }
  return connection;
}
