import { findBinary } from './binaries/find-binary';
import { MONGOD, TEMPORAL_CLI } from './binaries/tool';
import { startMailCatcher, MAIL_PAGE_PORT, SMTP_PORT } from './mail/catcher';
import type { MailCatcher } from './mail/catcher';
import { MONGO_PORT, startMongo } from './mongo/server';
import type { MongoServer } from './mongo/server';
import { portFor } from './ports';
import type { PortChoice } from './ports';
import type { Say } from './say';
import { startTemporal, TEMPORAL_PORT, TEMPORAL_UI_PORT } from './temporal/server';
import type { TemporalServer } from './temporal/server';

/** What the three servers of one machine are started with. */
export interface ServersOptions {
  home: string;
  ports: PortChoice;
  /** Lets tests inject failures into MongoDB. */
  testCommands: boolean;
  say: Say;
}

/** The three servers of one machine, and the settings that lead the product to them. */
export interface Servers {
  readonly temporal: TemporalServer;
  readonly mongo: MongoServer;
  readonly mail: MailCatcher;
  readonly env: Readonly<Record<'TEMPORAL_ADDRESS' | 'TEMPORAL_UI_URL' | 'MONGODB_URI' | 'SMTP_URL', string>>;
  /** Stops those that still run, Temporal first. */
  readonly stop: () => Promise<void>;
}

/** Starts Temporal, MongoDB and the mail catcher side by side; when one cannot start, none stays behind. */
export async function startServers({ home, ports, testCommands, say }: ServersOptions): Promise<Servers> {
  const [temporal, mongo, mail] = await allOrNone(
    findBinary(TEMPORAL_CLI, process.env, say).then((binary) =>
      startTemporal({
        home,
        binary,
        port: portFor(ports, TEMPORAL_PORT),
        uiPort: portFor(ports, TEMPORAL_UI_PORT),
        say,
      }),
    ),
    findBinary(MONGOD, process.env, say).then((binary) =>
      startMongo({ home, binary, port: portFor(ports, MONGO_PORT), say, testCommands }),
    ),
    startMailCatcher({ home, smtpPort: portFor(ports, SMTP_PORT), httpPort: portFor(ports, MAIL_PAGE_PORT), say }),
  );
  return {
    temporal,
    mongo,
    mail,
    env: {
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_UI_URL: temporal.uiUrl,
      MONGODB_URI: mongo.uri,
      SMTP_URL: mail.smtpUrl,
    },
    stop: async () => {
      await temporal.stop();
      await mongo.stop();
      await mail.stop();
    },
  };
}

interface Stoppable {
  readonly stop: () => Promise<void>;
}

async function allOrNone<A extends Stoppable, B extends Stoppable, C extends Stoppable>(
  ...starts: [Promise<A>, Promise<B>, Promise<C>]
): Promise<[A, B, C]> {
  try {
    return await Promise.all(starts);
  } catch (error) {
    const outcomes = await Promise.allSettled(starts);
    await Promise.all(outcomes.map(async (outcome) => outcome.status === 'fulfilled' && outcome.value.stop()));
    throw error;
  }
}
