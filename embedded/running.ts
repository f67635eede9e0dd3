import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const runningSchema = z.object({
  pid: z.number(),
  apiUrl: z.url(),
  mailUrl: z.url().optional(),
  env: z.record(z.string(), z.string()),
});

/** Where a running installation is: its API, its mail page, and the settings that lead to its embedded servers. */
export type Running = z.infer<typeof runningSchema>;

/** Leaves a note for `npm run demo` and `npm run verify` where this installation is; answers how to remove it. */
export function noteRunning(home: string, running: Running): () => void {
  const file = fileOf(home);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** The installation that runs on a home; undefined when none does. */
export function runningAt(home: string): Running | undefined {
  try {
    const running = runningSchema.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')));
    process.kill(running.pid, 0);
    return running;
  } catch {
    return undefined;
  }
}

function fileOf(home: string): string {
  return join(home, 'run', 'installation.json');
}
