// `node tools/schemathesis.mjs`: puts schemathesis, from the Python package index, into the cache that all clones share.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const REQUIREMENTS = fileURLToPath(new URL('schemathesis.txt', import.meta.url));
const PATIENCE_IN_MS = 300_000;

/** The Python of a virtual environment with schemathesis, made if need be; null where there is no Python, pip or index. */
export function pythonWithSchemathesis() {
  try {
    const hash = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
    const folder = path.join(cache(), `schemathesis-${hash}-python-${pythonVersion()}`);
    if (!existsSync(folder)) install(folder);
    return path.join(folder, 'bin/python');
  } catch (error) {
    console.error(`schemathesis: ${String(error.stderr ?? '').trim() || error.message}`);
    return null;
  }
}

function install(folder) {
  mkdirSync(cache(), { recursive: true });
  const stage = mkdtempSync(path.join(cache(), 'stage-schemathesis-'));
  const run = (program, args) =>
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: PATIENCE_IN_MS });
  try {
    console.error('schemathesis: 用 pip 安装（installing by pip）');
    run('python3', ['-m', 'venv', stage]);
    run(path.join(stage, 'bin/python'), ['-m', 'pip', 'install', '--quiet', '--requirement', REQUIREMENTS]);
    // Whole or not at all; what another process has put there meanwhile is as good.
    if (!existsSync(folder)) renameSync(stage, folder);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function pythonVersion() {
  const code = 'import sys; print("%d.%d" % sys.version_info[:2])';
  return execFileSync('python3', ['-c', code], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function cache() {
  const base = process.env.XDG_CACHE_HOME;
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'opsflow');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const python = pythonWithSchemathesis();
  if (python === null) process.exitCode = 1;
  else console.log(python);
}
