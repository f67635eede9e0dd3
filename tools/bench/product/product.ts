import { join } from 'node:path';
import { choosePort } from '../../../embedded/ports';
import { startProduct } from '../../../embedded/supervisor/product-process';
import { databaseOf } from '../../../models/db';
import { isIdle, type House } from '../house';
import { storedBytes } from '../measure/stores';
import type { Side } from '../side';
import { Caller } from './caller';
import { Devices } from './devices';
import { scrapCase, type Cast, type Note } from './scrap-case';

const BUILT = join(__dirname, '../../..');
/** Password of every demo person of a bench run. */
export const PASSWORD = 'opsflow-demo';
const TASK_QUEUE = 'opsflow';

/** This platform, reached over HTTP: API and worker as `npm start` starts them. */
export interface Product extends Side {
  readonly url: string;
  readonly cast: Cast;
  readonly devices: Devices;
  play(note: Note): Promise<string>;
}

/** Starts API and worker with the demo people signed in. */
export async function startBenchProduct(
  house: House,
  settings: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): Promise<Product> {
  const { home, servers, say } = house;
  const port = await choosePort('API', 0, say);
  const url = `http://127.0.0.1:${port}`;
  const own = { PORT: String(port), PUBLIC_URL: url, TEMPORAL_TASK_QUEUE: TASK_QUEUE, DEMO_MODE: 'true' };
  const env = { ...house.env, ...own, DEMO_PASSWORD: PASSWORD, ...settings };
  const api = await startProduct({ name: 'api', script: join(BUILT, 'api/main.js'), nodeArgs, home, env, say });
  const worker = await startProduct({
    name: 'worker',
    script: join(BUILT, 'worker/main.js'),
    nodeArgs,
    home,
    env,
    say,
  });
  const db = databaseOf(house.mongo);
  const devices = new Devices(db);
  const cast = await signedIn(url);
  const play = async (note: Note) => await scrapCase(cast, await devices.take(), note);
  return {
    name: 'product',
    ...{ url, cast, devices, play },
    pids: { api: api.pid, worker: worker.pid, temporal: servers.temporal.pid, mongod: servers.mongo.pid },
    prepare: async () => await devices.stock(),
    oneCase: async (note) =>
      await play((what, { tookInMs }) => {
        if (what === 'approve') note(tookInMs);
      }),
    isSettled: async () => await isIdle(house.temporal, TASK_QUEUE),
    mustHaveEnded: async (caseIds) => {
      const ended = await db.cases.countDocuments({ _id: { $in: [...caseIds] }, state: 'completed' });
      const mails = await db.mails.countDocuments({ caseId: { $in: [...caseIds] }, state: { $ne: 'sent' } });
      if (ended !== caseIds.length || mails > 0)
        throw new Error(`${ended} of ${caseIds.length} cases are completed, ${mails} of their mails are not sent`);
    },
    stored: async () => await storedBytes(house.mongo, home),
    stop: async () => {
      await api.stop();
      await worker.stop();
    },
  };
}

async function signedIn(url: string): Promise<Cast> {
  const [li, chen, wang, zhou] = await Promise.all([
    Caller.signIn(url, 'li', PASSWORD),
    Caller.signIn(url, 'chen', PASSWORD),
    Caller.signIn(url, 'wang', PASSWORD),
    Caller.signIn(url, 'zhou', PASSWORD),
  ]);
  return { li, chen, wang, zhou };
}
