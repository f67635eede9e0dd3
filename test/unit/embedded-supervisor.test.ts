import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writePidFile } from '../../embedded/processes/pid-file';
import { banner } from '../../embedded/supervisor/banner';
import { claimHome, HomeInUse } from '../../embedded/supervisor/claim-home';
import { completedEnvironment, planInstallation } from '../../embedded/supervisor/environment';
import { keepRunning } from '../../embedded/supervisor/keep-running';
import type { Running } from '../../embedded/supervisor/keep-running';
import { consoleText, logFileText, readLogLine } from '../../embedded/supervisor/log-line';
import { STOPS, Teardown } from '../../embedded/supervisor/teardown';
import { deferred, until } from '../../embedded/wait';
import { ConfigError } from '../../models/config';

const GIVEN = { TEMPORAL_ADDRESS: 'temporal:7233', MONGODB_URI: 'mongodb://db/opsflow', SMTP_URL: 'smtp://mail' };

describe('the plan of an installation', () => {
  test('starts the servers that nobody named, and shows demo data unless refused', () => {
    const plan = planInstallation({ TEMPORAL_ADDRESS: 'temporal:7233' });
    expect([...plan.embedded]).toEqual(['MONGODB_URI', 'SMTP_URL']);
    expect(plan.config.DEMO_MODE).toBe(true);
    expect(planInstallation({ DEMO_MODE: 'false' }).config.DEMO_MODE).toBe(false);
  });

  test('takes a setting in a file for named', () => {
    const { SMTP_URL: _named, ...others } = GIVEN;
    expect(() => planInstallation({ ...others, SMTP_URL_FILE: path.join(tmpdir(), 'no-such-file') })).toThrow(
      ConfigError,
    );
  });

  test('says every fault before it starts anything', () => {
    expect(() => planInstallation({ PORT: 'http', COMPANY_TIME_ZONE: 'Mars' })).toThrow(
      /2 fault\(s\)[^]*COMPANY_TIME_ZONE[^]*PORT/,
    );
  });

  test('lives where OPSFLOW_HOME says, or in .opsflow', () => {
    expect(planInstallation({ OPSFLOW_HOME: '/srv/opsflow' }).home).toBe('/srv/opsflow');
    expect(planInstallation({}).home).toBe(path.resolve('.opsflow'));
  });

  test('completes the environment without naming a setting twice', () => {
    const env = completedEnvironment({ PORT_FILE: '/run/port', LANG: 'C' }, { PORT: '8081' });
    expect(env).toEqual({ NODE_ENV: 'production', DEMO_MODE: 'true', LANG: 'C', PORT: '8081' });
  });
});

describe('a line of a log', () => {
  const shown = (line: string): string | undefined => consoleText(line, readLogLine(line));

  test('is shown when it is a warning, an error or broken', () => {
    expect(shown('{"level":30,"msg":"fine"}')).toBeUndefined();
    expect(shown('{"level":40,"msg":"slow"}')).toBe('警告 WARN slow');
    expect(shown('{"level":50,"msg":"failed","err":{"message":"no route"}}')).toBe('错误 ERROR failed: no route');
    expect(shown('    at Object.<anonymous>')).toBe('    at Object.<anonymous>');
    expect(shown('{"level":')).toBe('{"level":');
    expect(shown('')).toBeUndefined();
  });

  test('is kept as it is, but for a password', () => {
    const line = '{"level":30,"event":"first-admin","username":"admin","password":"hunter2hunter2"}';
    expect(logFileText(line, readLogLine(line))).not.toContain('hunter2');
    expect(logFileText(line, readLogLine(line))).toContain('admin');
    expect(logFileText('{"level":30}', readLogLine('{"level":30}'))).toBe('{"level":30}');
  });
});

describe('keepRunning', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function fake(): Running & { end: (why: string) => void } {
    const { promise, resolve } = deferred<string>();
    return { exited: promise, end: resolve, stop: async () => resolve('stopped') };
  }

  test('starts again what ends by itself, each time later', async () => {
    const started: ReturnType<typeof fake>[] = [];
    const said: string[] = [];
    const start = async (): Promise<ReturnType<typeof fake>> => {
      started.push(fake());
      return started.at(-1)!;
    };
    const kept = await keepRunning('worker', start, (line) => void said.push(line));
    started[0]!.end('exit code 7');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(started).toHaveLength(2);
    started[1]!.end('exit code 7');
    await jest.advanceTimersByTimeAsync(1_900);
    expect(started).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(100);
    expect(started).toHaveLength(3);
    expect(said[0]).toMatch(/worker 意外退出（exit code 7），1 秒后重启/);
    await kept.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(started).toHaveLength(3);
  });

  test('goes on when a start fails, and stops while it waits', async () => {
    const first = fake();
    let attempts = 0;
    const start = async (): Promise<Running> => {
      attempts += 1;
      if (attempts === 1) return first;
      throw new Error('port taken');
    };
    const said: string[] = [];
    const kept = await keepRunning<Running>('MongoDB', start, (line) => void said.push(line));
    first.end('signal SIGKILL');
    await jest.advanceTimersByTimeAsync(3_500);
    expect(attempts).toBe(3);
    expect(said.join()).toContain('port taken');
    await kept.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(attempts).toBe(3);
  });

  test('a first start that fails is for the caller to say', async () => {
    await expect(
      keepRunning(
        'API',
        async () => Promise.reject(new Error('bad')),
        () => undefined,
      ),
    ).rejects.toThrow('bad');
  });
});

describe('Teardown', () => {
  test('stops users of a server before the server, once, and what starts meanwhile at once', async () => {
    const stopped: string[] = [];
    const teardown = new Teardown(() => undefined);
    const part = (name: string) => async () => void stopped.push(name);
    teardown.add(STOPS.mail, 'mail', part('mail'));
    teardown.add(STOPS.temporal, 'Temporal', part('temporal'));
    teardown.add(STOPS.mongo, 'MongoDB', part('mongo'));
    teardown.add(STOPS.product, 'worker', part('worker'));
    await Promise.all([teardown.run(), teardown.run()]);
    expect(stopped).toEqual(['worker', 'temporal', 'mongo', 'mail']);
    teardown.add(STOPS.product, 'late', part('late'));
    expect(stopped.at(-1)).toBe('late');
  });
});

describe('the banner', () => {
  const facts = {
    company: '示范公司',
    took: '4.0s',
    apiUrl: 'http://127.0.0.1:8080',
    temporalUiUrl: 'http://127.0.0.1:8233',
    mailUrl: undefined,
    home: '/srv/opsflow',
    accounts: [{ username: 'zhang', name: '张伟', roles: ['engineer'], customer: '甲银行' }],
    demoPassword: 'opsflow-demo',
  };

  test('leads to everything, and says what to try first', () => {
    const text = banner(facts);
    for (const part of ['http://127.0.0.1:8080', 'http://127.0.0.1:8233', '张伟', '甲银行', 'npm run demo', 'Ctrl-C']) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/curl .*'{"username":"zhang","password":"opsflow-demo"}'/);
    expect(text).not.toContain('Mail');
  });

  test('does not show a password that somebody chose, nor accounts that are not there', () => {
    expect(banner({ ...facts, demoPassword: undefined })).toContain('DEMO_PASSWORD');
    expect(banner({ ...facts, accounts: [] })).not.toMatch(/Demo accounts|curl/);
  });
});

test('a home is used by one supervisor at a time', async () => {
  const root = path.join(mkdtempSync(path.join(tmpdir(), 'opsflow-home-')), 'home');
  const release = claimHome(root);
  release();
  const other = spawn('sleep', ['60'], { stdio: 'ignore' });
  await once(other, 'spawn');
  writePidFile(path.join(root, 'run/supervisor.pid'), other.pid!);
  expect(() => claimHome(root)).toThrow(HomeInUse);
  other.kill('SIGKILL');
  await until(async () => claimHome(root)(), { timeoutInMs: 5_000, pauseInMs: 20 });
});
