import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { guard } from './guard';
import { LogFile } from './log-file';
import { removePidFile, writePidFile } from './pid-file';

/** What to run and where to keep its traces. */
export interface ProcessSpec {
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  pidFile: string;
  logFile: string;
  graceInMs: number;
  /** Sees each line; what it answers is written to the log (undefined: nothing is). */
  onLine?: (line: string) => string | undefined;
}

/** A child process that stops when told, and does not outlive its parent. */
export interface ManagedProcess {
  readonly pid: number;
  /** How it ended, in words, once it has. */
  readonly exited: Promise<string>;
  hasExited(): string | undefined;
  lastLines(): readonly string[];
  /** Asks it to end, and ends it after the grace time. */
  readonly stop: () => Promise<void>;
  kill(): void;
}

const REMEMBERED_LINES = 60;

/** Starts a child in a process group of its own, so that Ctrl-C in the terminal reaches only its supervisor. */
export async function startProcess(spec: ProcessSpec): Promise<ManagedProcess> {
  mkdirSync(dirname(spec.pidFile), { recursive: true });
  const child = spawn(spec.command, spec.args, {
    env: spec.env,
    cwd: spec.cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lines = collectLines(child, spec);
  await once(child, 'spawn');
  const pid = child.pid as number;
  writePidFile(spec.pidFile, pid);
  const dismissGuard = guard(pid);
  let ending: string | undefined;
  const exited = once(child, 'close').then(([code, signal]: (number | string | null)[]) => {
    dismissGuard();
    removePidFile(spec.pidFile, pid);
    ending = signal === null ? `exit code ${code}` : `signal ${signal}`;
    return ending;
  });
  const stop = async (): Promise<void> => {
    if (ending !== undefined) return;
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), spec.graceInMs);
    await exited;
    clearTimeout(killer);
  };
  return { pid, exited, hasExited: () => ending, lastLines: () => lines, stop, kill: () => void child.kill('SIGKILL') };
}

function collectLines(child: ChildProcess, spec: ProcessSpec): readonly string[] {
  const log = new LogFile(spec.logFile);
  const remembered: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => {
      const kept = spec.onLine === undefined ? line : spec.onLine(line);
      if (kept === undefined) return;
      log.append(kept);
      remembered.push(kept);
      if (remembered.length > REMEMBERED_LINES) remembered.shift();
    });
  }
  return remembered;
}

const FAULT = /"s":"[EF]"|"level":"(ERROR|FATAL)"|"level":[56]0|^panic:|[Ee]rror:/;

/** Why a child ended, as its last lines tell it: those that speak of a fault, or else simply the last. */
export function lastWords(child: ManagedProcess): string {
  const faults = child.lastLines().filter((line) => FAULT.test(line));
  return (faults.length > 0 ? faults : child.lastLines())
    .slice(-5)
    .map((line) => line.slice(0, 600))
    .join('\n');
}
