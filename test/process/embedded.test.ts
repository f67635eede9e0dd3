import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { createConnection } from 'mongoose';
import { processMark } from '../../embedded/processes/identity';
import { livingProcess } from '../../embedded/processes/pid-file';
import { startServers } from '../../embedded/servers';
import type { Servers } from '../../embedded/servers';
import { RETENTION_IN_DAYS, SEARCH_ATTRIBUTES } from '../../embedded/temporal/settings';
import { until } from '../../embedded/wait';

const ROOT = path.join(__dirname, '../..');
const work = mkdtempSync(path.join(tmpdir(), 'opsflow-embedded-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

async function increment(servers: Servers): Promise<number> {
  const connection = await createConnection(servers.env.MONGODB_URI).asPromise();
  try {
    return await connection.transaction(async (session) => {
      const counters = connection.collection<{ _id: string; count: number }>('counters');
      const options = { session, upsert: true, returnDocument: 'after' as const };
      return (await counters.findOneAndUpdate({ _id: 'starts' }, { $inc: { count: 1 } }, options))!.count;
    });
  } finally {
    await connection.close();
  }
}

describe('startServers', () => {
  const home = path.join(work, 'servers');
  const start = async (): Promise<Servers> =>
    startServers({ home, ports: 'free', testCommands: true, say: () => undefined });

  test('gives servers that keep their data over restarts, on whatever port', async () => {
    for (const times of [1, 2]) {
      const servers = await start();
      expect(await increment(servers)).toBe(times);
      const connection = await Connection.connect({ address: servers.temporal.address });
      const { config } = await connection.workflowService.describeNamespace({ namespace: 'default' });
      expect(Number(config?.workflowExecutionRetentionTtl?.seconds)).toBe(RETENTION_IN_DAYS * 86_400);
      const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
      expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining([...SEARCH_ATTRIBUTES]));
      await connection.close();
      await servers.stop();
      expect([servers.temporal.pid, servers.mongo.pid].map(processMark)).toEqual([undefined, undefined]);
    }
  });

  test('gives servers that can be killed', async () => {
    const first = await start();
    const before = await increment(first);
    first.mongo.kill();
    first.temporal.kill();
    await Promise.all([first.mongo.exited, first.temporal.exited]);
    await first.stop();
    const second = await start();
    expect(await increment(second)).toBe(before + 1);
    await second.stop();
  });
});

describe('npm start', () => {
  const built = path.join(work, 'dist');
  const home = path.join(work, 'home');
  const pid = (name: string): number | undefined => livingProcess(path.join(home, 'run', `${name}.pid`));
  const allPids = (): (number | undefined)[] => ['api', 'worker', 'temporal', 'mongod'].map(pid);
  const log = (name: string): string => readFileSync(path.join(home, 'logs', `${name}.log`), 'utf8');

  beforeAll(() => {
    copyBuilt(built);
    stub('api', STUB_API);
    stub('worker', STUB_WORKER);
  });
  afterAll(() => {
    for (const name of ['supervisor', 'api', 'worker', 'temporal', 'mongod']) {
      const left = pid(name);
      if (left !== undefined) process.kill(left, 'SIGKILL');
    }
  });

  function stub(name: string, code: string): void {
    mkdirSync(path.join(built, name), { recursive: true });
    writeFileSync(path.join(built, name, 'main.js'), code);
  }

  function start(env: Record<string, string> = {}) {
    const child = spawn(process.execPath, [path.join(built, 'embedded/main.js')], {
      cwd: work,
      env: { ...withoutServers(process.env), OPSFLOW_HOME: home, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const says = async (text: string | RegExp): Promise<string> =>
      until(
        async () => {
          if (!new RegExp(text).test(output)) throw new Error(`not said: ${String(text)}\n${output}`);
          return output;
        },
        { timeoutInMs: 40_000, pauseInMs: 50 },
      );
    const ended = once(child, 'close').then(([code]) => code as number);
    return { child, says, ended, output: () => output };
  }

  test('starts everything, restarts what ends, and stops in order', async () => {
    const { child, says, ended } = start();
    const banner = await says('Ctrl-C stops everything');
    const url = /API +(http:\/\/\S+)/.exec(banner)![1]!;
    expect(banner).toMatch(/张伟[^]*npm run demo[^]*curl -s http/);

    // The first administrator's password is on the console and in no file.
    expect(banner).toContain('only-shown-once');
    expect(log('api')).not.toContain('only-shown-once');

    const env = (await (await fetch(`${url}/env`)).json()) as Record<string, string>;
    expect(env).toMatchObject({
      PUBLIC_URL: url,
      DEMO_MODE: 'true',
      MONGODB_URI: expect.stringMatching(/replicaSet=opsflow/) as string,
    });

    const again = start();
    expect(await again.ended).toBe(1);
    expect(again.output()).toMatch(/Opsflow 已在运行/);

    await fetch(`${url}/crash`).catch(() => undefined);
    await says(/应用 API 意外退出（exit code 7）[^]*应用 API 已重新运行/);
    process.kill(pid('mongod')!, 'SIGKILL');
    await says(/MongoDB 意外退出（signal SIGKILL）[^]*MongoDB 已重新运行/);
    expect((await (await fetch(`${url}/env`)).json()) as object).toEqual(env);

    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await says(
      /正在停止 应用 API、执行器 worker[^]*正在停止 Temporal[^]*正在停止 MongoDB[^]*正在停止 邮件[^]*已全部停止/,
    );
    expect(allPids()).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('leaves nothing behind when it is killed, and starts again on the same data', async () => {
    const { child, says, ended } = start();
    await says('Ctrl-C stops everything');
    child.kill('SIGKILL');
    await ended;
    const next = start();
    await next.says('Ctrl-C stops everything');
    expect(allPids()).not.toContain(undefined);
    next.child.kill('SIGKILL');
    await next.ended;
    await until(async () => expect(allPids()).toEqual([undefined, undefined, undefined, undefined]), {
      timeoutInMs: 20_000,
      pauseInMs: 100,
    });
  });

  test('says every fault of the configuration and starts nothing', async () => {
    const { ended, output } = start({ PORT: 'http', DEMO_MODE: 'maybe', OPSFLOW_HOME: path.join(work, 'never') });
    expect(await ended).toBe(2);
    expect(output()).toMatch(/PORT: [^]*DEMO_MODE: |DEMO_MODE: [^]*PORT: /);
    expect(readdirSync(work)).not.toContain('never');
  });

  test('gives up, and says why, when the API cannot start', async () => {
    stub('api', "console.log(JSON.stringify({ level: 60, msg: 'migration 3 failed' })); process.exit(1);");
    const { ended, output } = start();
    expect(await ended).toBe(1);
    expect(output()).toMatch(/启动失败[^]*migration 3 failed/);
    expect(allPids()).toEqual([undefined, undefined, undefined, undefined]);
  });
});

function withoutServers(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(TEMPORAL_|MONGODB_|SMTP_|PORT|PUBLIC_URL|DEMO_|NODE_OPTIONS)/.test(name),
    ),
  );
}

/** The built product, with room for an API and a worker of the test's own. */
function copyBuilt(target: string): void {
  for (const part of ['embedded', 'models']) {
    cpSync(path.join(ROOT, 'dist', part), path.join(target, part), { recursive: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(target, 'node_modules'));
}

const STUB_API = `
  const { createServer } = require('node:http');
  const log = (entry) => console.log(JSON.stringify({ level: 30, time: Date.now(), ...entry }));
  log({ event: 'first-admin', username: 'admin', password: 'only-shown-once' });
  const accounts = [{ username: 'zhang', name: '张伟', roles: ['engineer'], customer: null }];
  const server = createServer((request, response) => {
    if (request.url === '/crash') process.exit(7);
    response.end(JSON.stringify(request.url === '/env' ? process.env : { accounts }));
  });
  server.listen(Number(process.env.PORT), '127.0.0.1', () => log({ event: 'ready' }));
  process.on('SIGTERM', () => process.exit(0));
`;

const STUB_WORKER = `
  console.log(JSON.stringify({ level: 30, event: 'ready' }));
  const life = setInterval(() => undefined, 1000);
  process.on('SIGTERM', () => clearInterval(life));
`;
