import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, inStage } from '../../embedded/binaries/cache';
import { BinaryNotFound, findBinary } from '../../embedded/binaries/find-binary';
import { mongoArchives } from '../../embedded/binaries/mongo-archives';
import { binaryFromArchive } from '../../embedded/binaries/official';
import { MONGOD, TEMPORAL_CLI } from '../../embedded/binaries/tool';
import type { Tool, Way } from '../../embedded/binaries/tool';

const GOOD = '#!/bin/sh\necho "db version v7.0"\n';
const OLD = '#!/bin/sh\necho "db version v4.4"\n';
const BROKEN = '#!/bin/sh\necho "libssl.so.3: cannot open shared object file" >&2; exit 127\n';

function temporary(): string {
  return mkdtempSync(path.join(tmpdir(), 'opsflow-binaries-'));
}

function executable(file: string, content: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, 0o755);
  return file;
}

function way(name: string, content: string | Error, calls: string[] = []): Way {
  return {
    name,
    obtain: async ({ folder }) => {
      calls.push(name);
      if (content instanceof Error) throw content;
      return executable(path.join(folder, 'made'), content);
    },
  };
}

function machine(ways: readonly Way[], onPath?: string) {
  const root = temporary();
  const env = { PATH: path.join(root, 'bin'), XDG_CACHE_HOME: path.join(root, 'cache') };
  if (onPath !== undefined) executable(path.join(root, 'bin/mongod'), onPath);
  const said: string[] = [];
  const tool: Tool = { ...MONGOD, ways };
  const cache = cacheFolder(env);
  return {
    cache,
    cached: path.join(cache, 'mongod'),
    said,
    find: async () => findBinary(tool, env, (line) => void said.push(line)),
    installed: path.join(root, 'bin/mongod'),
  };
}

describe('findBinary', () => {
  test('prefers what is on PATH', async () => {
    const calls: string[] = [];
    const { find, installed } = machine([way('download', GOOD, calls)], GOOD);
    expect(await find()).toBe(installed);
    expect(calls).toEqual([]);
  });

  test('passes over one on PATH that is too old, tries the ways in order, and keeps what it got', async () => {
    const calls: string[] = [];
    const first = way('first', new Error('no network'), calls);
    const { find, cached, cache, said } = machine([first, way('second', GOOD, calls), way('third', GOOD, calls)], OLD);
    expect(await find()).toBe(cached);
    expect(await find()).toBe(cached);
    expect(calls).toEqual(['first', 'second']);
    expect(readdirSync(cache)).toEqual(['mongod']);
    expect(said.join('\n')).toMatch(/first.*no network[^]*7\.0.*second/);
  });

  test('removes a broken binary from the cache and fetches another', async () => {
    const { find, cached, said } = machine([way('download', GOOD)]);
    executable(cached, BROKEN);
    expect(await find()).toBe(cached);
    expect(readFileSync(cached, 'utf8')).toBe(GOOD);
    expect(said[0]).toMatch(/broken.*libssl\.so\.3/);
  });

  test('does not keep what does not run, and says of each way why it failed and what to do', async () => {
    const { find, cache, cached } = machine(
      [way('download', BROKEN), way('registry', new Error('pip is not installed'))],
      OLD,
    );
    const error = await find().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BinaryNotFound);
    const { message } = error as BinaryNotFound;
    expect(message).toMatch(/PATH: .*4\.4 is older than 6\.0/);
    expect(message).toMatch(/cache: .*is not there/);
    expect(message).toMatch(/download: .*libssl\.so\.3[^]*libcurl/);
    expect(message).toMatch(/registry: pip is not installed/);
    expect(message).toContain('MONGODB_URI=');
    expect(existsSync(cached)).toBe(false);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('two starts at once fetch once', async () => {
    const calls: string[] = [];
    const slow: Way = {
      name: 'slow',
      obtain: async ({ folder }) => {
        calls.push('slow');
        await new Promise((resolve) => setTimeout(resolve, 300));
        return executable(path.join(folder, 'made'), GOOD);
      },
    };
    const { find, cached } = machine([slow]);
    expect(await Promise.all([find(), find()])).toEqual([cached, cached]);
    expect(calls).toEqual(['slow']);
  });

  test('takes over the lock of a killed start, and clears its stage away', async () => {
    const { find, cache, cached } = machine([way('download', GOOD)]);
    const dead = JSON.stringify({ pid: process.pid, mark: 'an earlier process of the same number' });
    mkdirSync(path.join(cache, 'stage-mongod-dead'), { recursive: true });
    writeFileSync(path.join(cache, 'stage-mongod-dead/owner.pid'), dead);
    writeFileSync(path.join(cache, 'mongod.lock'), dead);
    expect(await find()).toBe(cached);
    expect(readdirSync(cache)).toEqual(['mongod']);
  });

  test('recognises the versions that the real programs print', () => {
    expect(TEMPORAL_CLI.versionPattern.exec('temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)')?.slice(1)).toEqual([
      '1',
      '29',
    ]);
    expect(MONGOD.versionPattern.exec('db version v6.0.5\nBuild Info: {')?.slice(1)).toEqual(['6', '0']);
  });
});

describe('the official download', () => {
  const folder = temporary();
  const archive = path.join(folder, 'tool.tgz');
  let server: Server;
  let base = '';
  let checksums = '';

  beforeAll(async () => {
    executable(path.join(folder, 'tool-1.0/bin/mongod'), GOOD);
    execFileSync('tar', ['-czf', archive, '-C', folder, 'tool-1.0']);
    server = createServer((request, response) => {
      if (request.url === '/tool.tgz') response.end(readFileSync(archive));
      else if (request.url === '/sums') response.end(checksums);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const fetchInStage = async (url: string): Promise<string> =>
    inStage(
      folder,
      'mongod',
      () => undefined,
      async (stage) => readFileSync(await binaryFromArchive(stage, 'mongod', url, `${base}/sums`), 'utf8'),
    );

  test('is unpacked when it has the published checksum', async () => {
    const sum = createHash('sha256').update(readFileSync(archive)).digest('hex');
    checksums = `${'0'.repeat(64)}  other.tgz\n${sum}  tool.tgz\n`;
    expect(await fetchInStage(`${base}/tool.tgz`)).toBe(GOOD);
  });

  test('is refused when it has another checksum, or none is published', async () => {
    checksums = `${'0'.repeat(64)}  tool.tgz\n`;
    await expect(fetchInStage(`${base}/tool.tgz`)).rejects.toThrow(/sha256/);
    checksums = 'not found';
    await expect(fetchInStage(`${base}/tool.tgz`)).rejects.toThrow(/no sha256 is published/);
  });

  test('is given up at once where nobody answers', async () => {
    const stage = { folder, say: () => undefined };
    await expect(binaryFromArchive(stage, 'mongod', `${base}/x.tgz`, 'http://127.0.0.1:1/sums')).rejects.toThrow(
      /cannot be reached/,
    );
  });
});

describe('mongoArchives', () => {
  const linux = (release: string, arch = 'x64'): string =>
    mongoArchives('linux', arch, release)
      .map((url) => /mongodb-linux-(.+)-\d+\.\d+\.\d+\.tgz$/.exec(url)?.[1])
      .join(' ');

  test.each([
    ['ID=ubuntu\nVERSION_ID="22.04"', 'x86_64-ubuntu2204'],
    ['ID=ubuntu\nVERSION_ID="20.04"', 'x86_64-ubuntu2004'],
    ['ID=debian\nVERSION_ID="12"', 'x86_64-debian12 x86_64-ubuntu2204'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"\nVERSION_ID="9.4"', 'x86_64-rhel90 x86_64-rhel9'],
    ['ID="amzn"\nID_LIKE="fedora"\nVERSION_ID="2023"', 'x86_64-amazon2023'],
    ['', 'x86_64-ubuntu2204'],
  ])('for %j: %s', (release, expected) => expect(linux(release)).toBe(expected));

  test('for other processors and systems', () => {
    expect(linux('ID=debian\nVERSION_ID="12"', 'arm64')).toBe('aarch64-debian12 aarch64-ubuntu2204');
    expect(mongoArchives('darwin', 'arm64', '')[0]).toMatch(/osx\/mongodb-macos-arm64-/);
    expect(mongoArchives('linux', 'riscv64', '')).toEqual([]);
    expect(mongoArchives('win32', 'x64', '')).toEqual([]);
  });
});
