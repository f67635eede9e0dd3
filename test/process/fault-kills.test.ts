import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findBinary } from '../../embedded/binaries/find-binary';
import { MONGOD } from '../../embedded/binaries/tool';
import { startMongo, type MongoServer } from '../../embedded/mongo/server';
import { faultProcess } from '../../models/contracts/fault';
import { eventually } from '../harness/eventually';
import { FaultPlay } from '../harness/fault';
import { Installation } from '../harness/installation';

const VERIFY = join(__dirname, '../../dist/tools/verify.js');
const PATIENCE_IN_MS = 300_000;
const AWAY_FOR_MS = 3_000;
const UNDER_WAY_IN_MS = 60;
/** Of a response within 15 minutes: 2 seconds. */
const SOON_IN_PERCENT = 2 / 9;
const STEPS = ['respond', 'handle', 'cause', 'confirm'];

describe('a fault whose worker and whose MongoDB are killed in the middle', () => {
  const home = mkdtempSync(join(tmpdir(), 'opsflow-fault-kills-'));
  let mongo: MongoServer;
  let h: Installation;
  let play: FaultPlay;
  const startOn = async (port: number) =>
    await startMongo({
      home,
      binary: await findBinary(MONGOD, process.env, () => undefined),
      port,
      say: () => undefined,
    });

  beforeAll(async () => {
    mongo = await startOn(0);
    h = await Installation.start({ MONGODB_URI: mongo.uri, UPDATE_DEADLINE_MS: '3000' });
    play = new FaultPlay(h);
  }, PATIENCE_IN_MS);
  afterAll(async () => {
    await h.stop();
    await mongo.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Somebody decides, and what is killed meanwhile comes back; the decision is taken once, whenever it was killed. */
  const during = async (killed: () => Promise<void>, decision: Promise<void>) => {
    await pause(UNDER_WAY_IN_MS);
    await killed();
    await decision;
  };
  const workerKilled = async () => {
    await h.killWorker();
    await h.startWorker();
  };
  const mongoKilled = async () => {
    mongo.kill();
    await mongo.exited;
    await pause(AWAY_FOR_MS);
    mongo = await startOn(mongo.port);
  };

  it(
    'loses nothing that was answered and does nothing twice; what falls due while MongoDB is away is done when it is back',
    async () => {
      const { deadlines } = faultProcess.policy;
      const ladder = [{ atPercent: SOON_IN_PERCENT, does: 'remind' as const }];
      await h.setPolicy({ deadlines: { ...deadlines, respond: { ...deadlines.respond!, ladder } } }, faultProcess);
      const caseId = await play.entered();
      await play.waitsFor(caseId, 'respond');
      await mongoKilled();
      await eventually(async () => expect(await h.story(caseId)).toContain('reminded respond'), 300);

      await during(mongoKilled, play.does('li', caseId, 'respond'));
      await during(workerKilled, play.handles(caseId, 'solved'));
      await during(mongoKilled, play.does('li', caseId, 'cause'));
      await during(workerKilled, play.does('liu', caseId, 'confirm'));

      expect(await play.ended(caseId)).toMatchObject({ state: 'completed', attention: null });
      const story = await h.story(caseId);
      const times = (line: string) => story.filter((one) => one === line).length;
      for (const step of STEPS)
        expect([step, times(`task-opened ${step}`), times(`task-completed ${step}`)]).toEqual([step, 1, 1]);
      expect(times('reminded respond')).toBe(1);
      expect(times('document-filed 技术服务单')).toBe(1);
      expect(await h.db.faultFigures.countDocuments({ _id: caseId })).toBe(1);
      await eventually(async () => {
        const unsent = await h.db.mails.find({ caseId, state: { $ne: 'sent' } }).lean();
        expect(unsent.map(({ kind, state }) => [kind, state])).toEqual([]);
      }, 700);
      const env = { PATH: process.env.PATH ?? '', OPSFLOW_HOME: '/nowhere', ...h.env };
      const { stdout } = await promisify(execFile)(process.execPath, [VERIFY], { env });
      expect(stdout).toContain('全部一致');
    },
    PATIENCE_IN_MS,
  );
});
