import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { guard } from '../processes/guard';

/** How a command is run. */
export interface RunOptions {
  timeoutInMs: number;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  onLine?: (line: string) => void;
}

const REMEMBERED_LINES = 200;

/** Runs a command to its end and answers what it printed; throws with its last lines when it fails. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: options.env ?? process.env,
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeoutInMs,
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (lines.length > REMEMBERED_LINES) lines.shift();
        options.onLine?.(line);
      });
    }
    let dismissGuard = (): void => undefined;
    child.once('spawn', () => {
      if (child.pid !== undefined) dismissGuard = guard(child.pid);
    });
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new Error(`${command} is not installed`) : error);
    });
    child.once('close', (code, signal) => {
      dismissGuard();
      if (code === 0) resolve(lines.join('\n'));
      else
        reject(
          new Error(
            `${command} ended with ${signal ?? `exit code ${code}`}: ${lines.slice(-4).join(' | ').slice(-600)}`,
          ),
        );
    });
  });
}
