import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import pino from 'pino';
import { createAdmission } from '../../api/admission';
import { createGateway, type Gateway } from '../../api/gateway';
import { setUp } from '../../api/setup';
import { findBinary } from '../../embedded/binaries/find-binary';
import { TIME_SERVER } from '../../embedded/binaries/time-server';
import { MONGOD } from '../../embedded/binaries/tool';
import { startMongo } from '../../embedded/mongo/server';
import type { Say } from '../../embedded/say';
import { STOPS, Teardown } from '../../embedded/supervisor/teardown';
import { standingClock, type StandingClock } from '../../embedded/time-skipping/clock';
import { startTimeServer } from '../../embedded/time-skipping/server';
import { readConfig, type Config } from '../../models/config';
import { databaseOf, type Database } from '../../models/db';
import { connectToMongo } from '../../models/db/connection';
import { publishedCalendars } from '../../models/published-calendars';
import { SEARCH_ATTRIBUTES } from '../../workflows/messages';
import { serveApi } from './api';
import { startWorker, type Recording } from './worker';

/** A whole installation in one process, whose every clock is the year's. */
export interface YearHouse {
  readonly config: Config;
  readonly db: Database;
  readonly clock: StandingClock;
  readonly temporal: Client;
  readonly gateway: Gateway;
  readonly apiUrl: string;
  readonly log: pino.Logger;
  /** Ends everything and removes its folder. */
  readonly close: () => Promise<void>;
}

const KEYWORD = 2;
/** Nobody waits in vain in a year of seconds, also on a busy machine. */
const PATIENCE = { UPDATE_DEADLINE_MS: '120000', CACHED_WORKFLOWS: '400' };

/** Starts MongoDB, the time-skipping server, API and worker; their clocks show `beginsAt`. */
export async function openHouse(beginsAt: Date, say: Say, onRecorded: Recording): Promise<YearHouse> {
  const teardown = new Teardown(say);
  try {
    return await open(beginsAt, say, onRecorded, teardown);
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function open(beginsAt: Date, say: Say, onRecorded: Recording, teardown: Teardown): Promise<YearHouse> {
  const home = mkdtempSync(join(tmpdir(), 'opsflow-year-'));
  teardown.add(STOPS.home, '', async () => await rm(home, { recursive: true, force: true, maxRetries: 5 }));
  const binary = await findBinary(MONGOD, process.env, say);
  const timeBinary = await findBinary(TIME_SERVER, process.env, say);
  const mongo = await startMongo({ home, binary, port: 0, say });
  teardown.add(STOPS.mongo, '', mongo.stop);
  const server = await startTimeServer({ home, binary: timeBinary, beginsAt, say });
  teardown.add(STOPS.temporal, '', server.stop);

  const config = readConfig({
    ...{ MONGODB_URI: mongo.uri, TEMPORAL_ADDRESS: server.address, SMTP_URL: 'smtp://127.0.0.1' },
    ...{ DEMO_MODE: 'true', PORT: '0', ...PATIENCE },
  });
  const log = pino({ level: 'warn' }, pino.destination(2));
  const db = databaseOf(await connectToMongo(config.MONGODB_URI));
  teardown.add(STOPS.temporal, '', async () => await db.connection.close());
  // MongoDB removes by the real clock what has expired.
  await db.connection.getClient().db('admin').command({ setParameter: 1, ttlMonitorEnabled: false });
  const clock = standingClock(server.connection, beginsAt);
  await setUp(db, config, log, () => clock.now());

  const temporal = new Client({ connection: server.connection, namespace: config.TEMPORAL_NAMESPACE });
  await registerSearchAttributes(temporal, config);
  const gateway = createGateway(temporal, config);
  const now = () => clock.now();
  const calendar = publishedCalendars(db);
  const worker = await startWorker({ config, db, calendar, log, now, onRecorded });
  teardown.add(STOPS.product, '', worker.stop);
  const admission = createAdmission(config.CASES_AT_ONCE, config.CASES_QUEUED);
  const api = await serveApi({ config, db, calendar, log, gateway, admission, now });
  teardown.add(STOPS.product, '', api.stop);
  const close = async () => await teardown.run();
  return { ...{ config, db, clock, temporal, gateway, log, close }, apiUrl: api.url };
}

/** The time-skipping server can add search attributes, but cannot list them. */
async function registerSearchAttributes({ connection }: Client, config: Config): Promise<void> {
  const names = Object.values(SEARCH_ATTRIBUTES).map((key) => key.name);
  await connection.operatorService.addSearchAttributes({
    namespace: config.TEMPORAL_NAMESPACE,
    searchAttributes: Object.fromEntries(names.map((name) => [name, KEYWORD])),
  });
}
