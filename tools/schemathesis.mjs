// `node tools/schemathesis.mjs`: puts schemathesis, from the Python package index, into the cache that all clones share.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const VERSION = '4.32.5';
const PATIENCE_IN_MS = 300_000;

/** The folder with schemathesis for this Python, installed if need be; null where there is no Python, pip or network. */
export function schemathesisFolder() {
  try {
    const folder = path.join(cache(), `schemathesis-${VERSION}-python-${pythonVersion()}`);
    if (!existsSync(folder)) install(folder);
    return folder;
  } catch (error) {
    console.log(String(error.stderr ?? error.message).trim());
    return null;
  }
}

function install(folder) {
  mkdirSync(cache(), { recursive: true });
  const stage = mkdtempSync(path.join(cache(), 'stage-schemathesis-'));
  try {
    console.log(`schemathesis ${VERSION}：用 pip 安装（installing by pip）`);
    const args = ['-m', 'pip', 'install', '-q', '--target', stage, `schemathesis==${VERSION}`];
    execFileSync('python3', args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: PATIENCE_IN_MS });
    renameSync(stage, folder);
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(schemathesisFolder() ?? 'none');
