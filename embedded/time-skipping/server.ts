import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection';
import { homeAt } from '../home';
import { choosePort } from '../ports';
import { lastWords, startProcess } from '../processes/managed';
import type { ManagedProcess } from '../processes/managed';
import type { Say } from '../say';
import { until } from '../wait';

/** How the time-skipping server is started. */
export interface TimeServerOptions {
  home: string;
  binary: string;
  /** What its clock shows until it is told to move on. */
  beginsAt: Date;
  say: Say;
}

/** A running time-skipping server. */
export interface TimeServer extends ManagedProcess {
  readonly address: string;
  /** Leads also to what moves its clock. */
  readonly connection: Connection;
}

const NAME = 'time-server';
const GRACE_IN_MS = 5_000;
const READY_WITHIN_MS = 180_000;

/** Starts the server in a JVM of its own and waits until it answers; it keeps everything in memory. */
export async function startTimeServer({ home, binary, beginsAt, say }: TimeServerOptions): Promise<TimeServer> {
  const place = homeAt(home);
  const port = await choosePort('Temporal', 0, say);
  const address = `127.0.0.1:${port}`;
  const server = await startProcess({
    ...{ name: NAME, command: binary, args: [String(port), beginsAt.toISOString()], env: process.env },
    ...{ pidFile: place.pid(NAME), logFile: place.log(NAME), graceInMs: GRACE_IN_MS },
  });
  const options = {
    ...{ address, connectTimeout: '5s' as const },
    // The SDK gives this only to its own test environment, which cannot start a server of ours.
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  };
  const connect = async () => await Connection.connect(options);
  try {
    const hopeless = () => {
      const ending = server.hasExited();
      return ending === undefined ? undefined : `the time-skipping server ended (${ending})\n${lastWords(server)}`;
    };
    const connection = await until(connect, { timeoutInMs: READY_WITHIN_MS, pauseInMs: 100, hopeless });
    const stop = async () => {
      await connection.close();
      await server.stop();
    };
    return { ...server, address, connection, stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
