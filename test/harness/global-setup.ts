import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServers, type Servers } from '../../embedded/servers';

/** The servers of a test run, kept for the teardown. */
export const running: { servers?: Servers; home?: string } = {};

/** Builds the product once and starts real servers once, for all test files of the run. */
export default async function globalSetup(): Promise<void> {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  running.home = mkdtempSync(join(tmpdir(), 'opsflow-test-'));
  const say = (line: string) => process.stderr.write(`${line}\n`);
  running.servers = await startServers({ home: running.home, ports: 'free', testCommands: true, say });
  process.env.OPSFLOW_TEST_SERVERS = JSON.stringify({
    ...running.servers.env,
    temporalPid: running.servers.temporal.pid,
  });
}
