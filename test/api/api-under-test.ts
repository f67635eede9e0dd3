import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createAccessLog } from '../../api/access-log';
import { createAdmission } from '../../api/admission';
import { createApp } from '../../api/app';
import type { Deps } from '../../api/deps';
import type { Gateway } from '../../api/gateway';
import { setUp } from '../../api/setup';
import { readConfig, type Config } from '../../models/config';
import { databaseOf, type Database } from '../../models/db';
import { publishedCalendars } from '../../models/published-calendars';
import { connectToMongo } from '../../models/db/connection';
import { Person } from '../harness/person';

/** The API in this process over a database of its own, with a clock that a test can move and no engine behind it. */
export interface ApiUnderTest {
  readonly url: string;
  readonly db: Database;
  readonly deps: Deps;
  /** Every line that was logged. */
  readonly logged: readonly string[];
  readonly engine: { temporal: boolean; worker: boolean };
  /** Moves the clock on. */
  pass(ms: number): void;
  as(username: string, password?: string): Person;
  /** The access log, oldest first. */
  accesses(): Promise<{ personId: string | null; action: string; target: string; result: string; details: unknown }[]>;
  stop(): Promise<void>;
}

const ELSEWHERE = { TEMPORAL_ADDRESS: '127.0.0.1:1', SMTP_URL: 'smtp://127.0.0.1:1' };

/** The API for the tests of one file, with the accounts of the demonstration. */
export function apiForThisFile(settings: Partial<Config> = {}): ApiUnderTest {
  const held: { api?: ApiUnderTest } = {};
  beforeAll(async () => {
    held.api = await startApi(settings);
  });
  afterAll(async () => await held.api?.stop());
  const part = <Name extends keyof ApiUnderTest>(name: Name): ApiUnderTest[Name] => {
    if (!held.api) throw new Error('the API runs only while tests do');
    return held.api[name];
  };
  return new Proxy({} as ApiUnderTest, { get: (_, name) => part(name as keyof ApiUnderTest) });
}

async function startApi(settings: Partial<Config>): Promise<ApiUnderTest> {
  const config = {
    ...readConfig({ ...ELSEWHERE, MONGODB_URI: ownDatabase(), DEMO_MODE: 'true', SIGN_IN_ATTEMPTS: '1000' }),
    ...settings,
  };
  const db = databaseOf(await connectToMongo(config.MONGODB_URI));
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (text: string) => void logged.push(text) });
  const moved = { byMs: 0 };
  const now = () => new Date(Date.now() + moved.byMs);
  const engine = { temporal: true, worker: true };
  const deps: Deps = {
    ...{ config, db, log, now, calendar: publishedCalendars(db), gateway: noEngine(engine) },
    admission: createAdmission(config.CASES_AT_ONCE, config.CASES_QUEUED),
    accessLog: createAccessLog(db, log, now),
  };
  await setUp(db, config, log, now);
  const server = createApp(deps).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Person>();
  return {
    ...{ url, db, deps, logged, engine },
    pass: (ms) => void (moved.byMs += ms),
    as: (username, password = config.DEMO_PASSWORD) => {
      const person = people.get(username) ?? new Person(() => url, username, password);
      people.set(username, person);
      return person;
    },
    accesses: async () => await db.access.find().sort({ _id: 1 }).lean(),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await db.connection.dropDatabase();
      await db.connection.close();
    },
  };
}

function ownDatabase(): string {
  const servers = JSON.parse(process.env.OPSFLOW_TEST_SERVERS ?? '{}') as { MONGODB_URI?: string };
  const uri = new URL(servers.MONGODB_URI ?? 'mongodb://missing');
  uri.pathname = `/api${randomBytes(5).toString('hex')}`;
  return uri.toString();
}

function noEngine(engine: { temporal: boolean; worker: boolean }): Gateway {
  const refuse = () => Promise.reject(new Error('these tests have no engine'));
  return {
    ...{
      begin: refuse,
      complete: refuse,
      claim: refuse,
      transfer: refuse,
      delegate: refuse,
      answerDelegation: refuse,
      recall: refuse,
      nudge: refuse,
      withdrawVote: refuse,
      addVoter: refuse,
      removeVoter: refuse,
      pauseClock: refuse,
      resumeClock: refuse,
      withdraw: refuse,
      cancel: refuse,
      rearm: refuse,
      absence: refuse,
      linkedClosed: refuse,
      hide: refuse,
    },
    journalHead: refuse,
    resume: refuse,
    isReady: () => Promise.resolve({ ...engine }),
    queues: refuse,
  };
}
