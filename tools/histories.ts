import { spawnSync } from 'node:child_process';

/** `npm run histories`: plays every story of every procedure on real servers and keeps the histories for the replay tests. */
const env = { ...process.env, OPSFLOW_RECORD_HISTORIES: 'true' };
const { status } = spawnSync('npx', ['jest', '--selectProjects', 'workflows', 'process'], { env, stdio: 'inherit' });
process.exitCode = status ?? 1;
