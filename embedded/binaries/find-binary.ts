import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { secondsSince } from '../say';
import type { Say } from '../say';
import { cacheFolder, inStage, oneAtATime } from './cache';
import type { Tool } from './tool';
import { checkBinary } from './version';

/** No way led to a binary; says why of each, and what a person can do. */
export class BinaryNotFound extends Error {
  constructor(tool: Tool, failures: readonly string[]) {
    const list = (lines: readonly string[]): string => lines.map((line) => `  - ${line}`).join('\n');
    super(
      `找不到可用的 ${tool.title}，也无法取得（no usable ${tool.command}, and no way to get one）：\n${list(failures)}\n` +
        `可以这样解决（ways out）：\n${list(tool.waysOut)}`,
    );
    this.name = 'BinaryNotFound';
  }
}

/** Finds a server binary: on PATH, in the cache, or by the first way that leads to one that runs. */
export async function findBinary(tool: Tool, env: NodeJS.ProcessEnv, say: Say): Promise<string> {
  const failures: string[] = [];
  const installed = (await onPath(tool, env, failures)) ?? (await inCache(tool, env, say, failures));
  if (installed !== undefined) return installed;
  const cache = cacheFolder(env);
  mkdirSync(cache, { recursive: true });
  return oneAtATime(cache, tool.command, say, async () => {
    const made = await inCache(tool, env, say, []);
    return made ?? obtain(tool, cache, say, failures);
  });
}

async function obtain(tool: Tool, cache: string, say: Say, failures: string[]): Promise<string> {
  for (const way of tool.ways) {
    const startedAtInMs = Date.now();
    try {
      return await inStage(cache, tool.command, say, async (stage) => {
        const file = await way.obtain(stage);
        const version = await checkBinary(tool, file);
        const target = join(cache, tool.command);
        // In one step, so that nobody ever sees half of it.
        renameSync(file, target);
        say(`${tool.title} ${version}：已就绪（ready, ${way.name}, ${secondsSince(startedAtInMs)}）`);
        return target;
      });
    } catch (error) {
      failures.push(`${way.name}: ${reasonOf(error)}`);
      say(`${tool.title}：${way.name} 不可用（not possible, ${secondsSince(startedAtInMs)}）：${reasonOf(error)}`);
    }
  }
  throw new BinaryNotFound(tool, failures);
}

async function onPath(tool: Tool, env: NodeJS.ProcessEnv, failures: string[]): Promise<string | undefined> {
  const candidates = (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, tool.command))
    .filter(isExecutableFile);
  if (candidates.length === 0) failures.push('PATH: not there');
  for (const file of candidates) {
    try {
      await checkBinary(tool, file);
      return file;
    } catch (error) {
      failures.push(`PATH: ${file}: ${reasonOf(error)}`);
    }
  }
  return undefined;
}

async function inCache(tool: Tool, env: NodeJS.ProcessEnv, say: Say, failures: string[]): Promise<string | undefined> {
  const file = join(cacheFolder(env), tool.command);
  if (!existsSync(file)) {
    failures.push(`缓存 cache: ${file} is not there`);
    return undefined;
  }
  try {
    await checkBinary(tool, file);
    return file;
  } catch (error) {
    rmSync(file, { force: true });
    failures.push(`缓存 cache: ${reasonOf(error)}`);
    say(`${tool.title}：缓存的程序已损坏，已删除（the cached binary was broken and is removed）：${reasonOf(error)}`);
    return undefined;
  }
}

function isExecutableFile(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
