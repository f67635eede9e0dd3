import mongoose, { type Connection } from 'mongoose';

const SELECTION_TIMEOUT_IN_MS = 5_000;

/** Connects to MongoDB; the caller closes the connection. Fails when no server answers within five seconds. */
export async function connectToMongo(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: SELECTION_TIMEOUT_IN_MS,
    autoIndex: false,
    autoCreate: false,
  });
  return await connection.asPromise();
}
