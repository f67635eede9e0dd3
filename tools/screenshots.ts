import { spawnSync } from 'node:child_process';

/** `npm run screenshots`: the browser tests look at every page; what the documentation shows of them is kept. */
const env = { ...process.env, OPSFLOW_PICTURES: 'docs' };
const { status } = spawnSync('npx', ['jest', '--selectProjects', 'browser', '--', 'test/browser/pages'], {
  env,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
