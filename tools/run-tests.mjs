// `node tools/run-tests.mjs check|all`: the stages up to the first that fails, then jest, and whatever happens the
// last line of the output is `N passed, N failed`. Arguments after the mode go to jest.
// Of thousands of tests with real servers one may starve on a machine that has too much to do. A few suites that fail are
// therefore run once more, alone; what passes then is named as unsteady, so that nobody overlooks it, and does not fail.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { missingNeeds } from './optional-needs.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const JEST = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const FINAL_LINE = /^\d+ passed, \d+ failed(, \d+ skipped)?$/;
const MOST_RUN_AGAIN = 3;

const MODES = {
  check: { stages: [['format:check', 'lint', 'types']], jest: () => ['--selectProjects', 'unit'] },
  all: { stages: [['format:check', 'lint', 'types'], ['build']], jest: everythingThatCanRun },
};

function everythingThatCanRun() {
  const missing = missingNeeds(ROOT);
  for (const need of missing) console.log(`Missing: ${need.what}; test/${need.project} needs it. ${need.remedy}`);
  if (missing.length > 0 && !['', 'false', undefined].includes(process.env.CI))
    throw new Error('Where CI is set nothing may be missing.');
  return missing.length > 0 ? ['--ignoreProjects', ...missing.map((need) => need.project)] : [];
}

/** Runs the scripts of one stage side by side, and shows the output of each in one piece. */
async function succeeds(scripts) {
  const ended = await Promise.all(scripts.map(script));
  return ended.every((code) => code === 0);
}

async function script(name) {
  const from = Date.now();
  const child = spawn('npm', ['run', '--silent', name], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const code = await exitCode(child);
  console.log(`— ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds(from)})`);
  if (code !== 0) process.stdout.write(Buffer.concat(output));
  return code;
}

/** Runs jest, and a few failed suites once more; the last line is of both. */
async function tests(args, isRepeated) {
  console.log('— tests');
  const folder = mkdtempSync(path.join(tmpdir(), 'opsflow-tests-'));
  try {
    const first = await jestOnce(args, path.join(folder, 'first.json'));
    const again = isRepeated && first && first.suites.length <= MOST_RUN_AGAIN ? first.suites : [];
    if (again.length === 0 || first.failed !== total(again, 'failed')) return ended(first);
    console.log(`— once more, alone: ${again.map(nameOf).join(', ')}`);
    const projects = [...new Set(again.map(({ project }) => project))];
    const files = again.map(({ file }) => file);
    const second = await jestOnce(
      ['--selectProjects', ...projects, '--runTestsByPath', ...files],
      path.join(folder, 'second.json'),
    );
    if (!second) return ended(null);
    const steady = second.suites.map(({ file }) => file);
    for (const suite of again) {
      if (!steady.includes(suite.file))
        console.log(`UNSTEADY: ${nameOf(suite)} failed, and passed when run again alone`);
    }
    const passed = first.passed - total(again, 'passed') + second.passed;
    return ended({ passed, failed: second.failed, skipped: first.skipped, code: second.code });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs jest; what its reporter told of it, or null when it died before that. */
async function jestOnce(args, report) {
  const env = { ...process.env, OPSFLOW_TEST_REPORT: report };
  const child = spawn(process.execPath, [JEST, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const done = exitCode(child);
  let hasEnded = false;
  for await (const line of createInterface({ input: child.stdout })) {
    hasEnded = FINAL_LINE.test(line);
    if (!hasEnded) console.log(line);
  }
  const code = await done;
  return hasEnded ? { ...JSON.parse(readFileSync(report, 'utf8')), code } : null;
}

/** Writes the last line; true when all is well. */
function ended(result) {
  const { passed, failed, skipped, code } = result ?? { passed: 0, failed: 1, skipped: 0, code: 1 };
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 && code === 0;
}

function total(suites, what) {
  return suites.reduce((sum, suite) => sum + suite[what], 0);
}

function nameOf({ project, file }) {
  return `${project} ${path.relative(ROOT, file)}`;
}

function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

function seconds(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`;
}

async function run(mode, jestArguments) {
  for (const scripts of mode.stages) {
    if (!(await succeeds(scripts))) {
      console.log('0 passed, 1 failed');
      return false;
    }
  }
  // First, because --selectProjects takes all that follows it for projects.
  return tests([...jestArguments, ...mode.jest()], mode === MODES.all);
}

const [name, ...jestArguments] = process.argv.slice(2);
try {
  process.exitCode = (await run(MODES[name], jestArguments)) ? 0 : 1;
} catch (error) {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
