import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { choosePort } from '../../embedded/ports';
import { processMark } from '../../embedded/processes/identity';
import { LogFile } from '../../embedded/processes/log-file';
import { startProcess } from '../../embedded/processes/managed';
import { livingProcess, removePidFile, stopLeftover, writePidFile } from '../../embedded/processes/pid-file';
import { sayWhile } from '../../embedded/say';
import { until } from '../../embedded/wait';

const folder = mkdtempSync(path.join(tmpdir(), 'opsflow-processes-'));
const silent = (): void => undefined;

async function sleeper(): Promise<number> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child.pid!;
}

describe('a pid file', () => {
  test('names a process only as long as that very process runs', async () => {
    const file = path.join(folder, 'a.pid');
    const pid = await sleeper();
    writePidFile(file, pid);
    expect(livingProcess(file)).toBe(pid);
    process.kill(pid, 'SIGKILL');
    await until(async () => expect(livingProcess(file)).toBeUndefined(), { timeoutInMs: 5_000, pauseInMs: 20 });
  });

  test('does not mistake a later process of the same number', async () => {
    const file = path.join(folder, 'b.pid');
    const pid = await sleeper();
    writeFileSync(file, JSON.stringify({ pid, mark: 'another' }));
    expect(await stopLeftover(file, 100)).toBeUndefined();
    expect(processMark(pid)).toBeDefined();
    process.kill(pid, 'SIGKILL');
  });

  test('leads to what a killed predecessor left running', async () => {
    const file = path.join(folder, 'c.pid');
    const pid = await sleeper();
    writePidFile(file, pid);
    expect(await stopLeftover(file, 2_000)).toBe(pid);
    expect(processMark(pid)).toBeUndefined();
    expect(existsSync(file)).toBe(false);
  });

  test('is not removed by a process that it does not name', () => {
    const file = path.join(folder, 'd.pid');
    writePidFile(file, process.pid);
    removePidFile(file, process.pid + 1);
    expect(livingProcess(file)).toBe(process.pid);
  });

  test('with nonsense in it names nobody', () => {
    const file = path.join(folder, 'e.pid');
    writeFileSync(file, 'nonsense');
    expect(livingProcess(file)).toBeUndefined();
  });
});

describe('a managed process', () => {
  const spec = (script: string, name: string) => ({
    name,
    command: '/bin/sh',
    args: ['-c', script],
    env: process.env,
    pidFile: path.join(folder, `${name}.pid`),
    logFile: path.join(folder, `${name}.log`),
    graceInMs: 300,
  });

  test('leaves its lines in its log, and says how it ended', async () => {
    const child = await startProcess(spec('echo one; echo two >&2; exit 3', 'short'));
    expect(await child.exited).toBe('exit code 3');
    expect([...child.lastLines()].sort()).toEqual(['one', 'two']);
    expect(readFileSync(path.join(folder, 'short.log'), 'utf8').split('\n').sort()).toEqual(['', 'one', 'two']);
    expect(existsSync(path.join(folder, 'short.pid'))).toBe(false);
  });

  test('that does not heed its end is ended', async () => {
    const child = await startProcess(spec('trap "" TERM; echo deaf; while :; do sleep 0.1; done', 'deaf'));
    await until(async () => expect(child.lastLines()).toEqual(['deaf']), { timeoutInMs: 5_000, pauseInMs: 20 });
    await child.stop();
    expect(child.hasExited()).toBe('signal SIGKILL');
  });

  test('that cannot be started is an error', async () => {
    await expect(startProcess({ ...spec('', 'none'), command: path.join(folder, 'missing') })).rejects.toThrow(
      /ENOENT/,
    );
  });
});

describe('choosePort', () => {
  test('takes the next free port when the preferred one is taken, and says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = (other.address() as AddressInfo).port;
    const said: string[] = [];
    const port = await choosePort('测试', taken, (line) => void said.push(line));
    expect(port).toBeGreaterThan(taken);
    expect(said).toEqual([expect.stringMatching(`端口 ${taken} 已被占用，改用 ${port}`)]);
    other.close();
  });

  test('finds any free port for 0', async () => {
    expect(await choosePort('测试', 0, silent)).toBeGreaterThan(0);
  });
});

describe('sayWhile', () => {
  beforeAll(() => jest.useFakeTimers());
  afterAll(() => jest.useRealTimers());

  test('says that long work is under way, at least every ten seconds, and how far it is', async () => {
    const said: string[] = [];
    const work = sayWhile(
      '下载',
      (line) => void said.push(line),
      async (step) => {
        step('12/80 MB');
        await new Promise((resolve) => setTimeout(resolve, 30_000));
      },
    );
    await jest.advanceTimersByTimeAsync(30_000);
    await work;
    expect(said[0]).toMatch(/^下载 … 0\.0s/);
    expect(said.length).toBeGreaterThanOrEqual(4);
    expect(said.at(-1)).toMatch(/^下载 … 2\ds 12\/80 MB$/);
  });
});

test('a log that has grown is moved aside', () => {
  const file = path.join(folder, 'big.log');
  writeFileSync(file, 'x'.repeat(20 * 1024 * 1024 + 1));
  const log = new LogFile(file);
  log.append('after');
  expect(readFileSync(file, 'utf8')).toBe('after\n');
  expect(existsSync(`${file}.1`)).toBe(true);
});
