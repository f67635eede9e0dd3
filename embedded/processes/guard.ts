import { spawn } from 'node:child_process';

/**
 * Watches over one child from outside: when this process dies without a word (SIGKILL), the pipe breaks and the guard
 * stops the child. Answers a function that dismisses the guard once the child has ended by itself.
 */
export function guard(pid: number): () => void {
  const watcher = spawn('/bin/sh', ['-c', 'read -r word || kill -TERM "$1"', 'opsflow-guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  return () => watcher.stdin.end('dismissed\n');
}
