// `node tools/run-tests.mjs check|all`: the stages up to the first that fails, then jest, and whatever happens the
// last line of the output is `N passed, N failed`. Arguments after the mode go to jest.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { missingNeeds } from './optional-needs.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const JEST = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const FINAL_LINE = /^\d+ passed, \d+ failed(, \d+ skipped)?$/;

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

/** Runs jest; when it died without its own final line, this writes one. */
async function tests(args) {
  console.log('— tests');
  const child = spawn(process.execPath, [JEST, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const done = exitCode(child);
  let lastLine = '';
  for await (const line of createInterface({ input: child.stdout })) {
    console.log(line);
    lastLine = line;
  }
  const code = await done;
  const hasEnded = FINAL_LINE.test(lastLine);
  if (!hasEnded) console.log('0 passed, 1 failed');
  return hasEnded && code === 0;
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
  return tests([...jestArguments, ...mode.jest()]);
}

const [name, ...jestArguments] = process.argv.slice(2);
try {
  process.exitCode = (await run(MODES[name], jestArguments)) ? 0 : 1;
} catch (error) {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
