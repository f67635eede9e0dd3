import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { sleep } from '../wait';
import { processMark } from './identity';

const noteSchema = z.object({ pid: z.number().int().positive(), mark: z.string() });

/** Notes which process serves here, so that a later start recognises it. */
export function writePidFile(file: string, pid: number): void {
  const mark = processMark(pid);
  if (mark === undefined) return;
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ pid, mark }));
  renameSync(`${file}.${process.pid}`, file);
}

/** Forgets a process, unless another one has been noted since. */
export function removePidFile(file: string, pid: number): void {
  if (noteIn(file)?.pid === pid) rmSync(file, { force: true });
}

/** The process that a pid file names, if that very process (not a later one with its number) still runs. */
export function livingProcess(file: string): number | undefined {
  const note = noteIn(file);
  return note !== undefined && processMark(note.pid) === note.mark ? note.pid : undefined;
}

/** Stops what a killed predecessor left running under this pid file; answers the process id when there was one. */
export async function stopLeftover(file: string, graceInMs: number): Promise<number | undefined> {
  const pid = livingProcess(file);
  if (pid === undefined) return undefined;
  signal(pid, 'SIGTERM');
  for (const deadline = Date.now() + graceInMs; Date.now() < deadline && livingProcess(file) !== undefined;)
    await sleep(50);
  if (livingProcess(file) !== undefined) signal(pid, 'SIGKILL');
  while (livingProcess(file) !== undefined) await sleep(20);
  rmSync(file, { force: true });
  return pid;
}

function noteIn(file: string): z.infer<typeof noteSchema> | undefined {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
