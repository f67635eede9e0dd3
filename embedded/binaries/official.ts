import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sayWhile } from '../say';
import type { Say } from '../say';
import type { Stage } from './cache';
import { download, downloadText } from './download';
import { mongoArchives } from './mongo-archives';
import { run } from './run';
import type { Way } from './tool';
import { TEMPORAL_CLI_VERSION } from './versions';

const NAME = '官方下载 official download';

/** The archive that Temporal publishes for this platform. */
export const officialTemporal: Way = {
  name: NAME,
  obtain: async (stage) => {
    const system = process.platform === 'darwin' ? 'darwin' : 'linux';
    const arch = process.arch === 'arm64' ? 'arm64' : 'amd64';
    const release = `https://github.com/temporalio/cli/releases/download/v${TEMPORAL_CLI_VERSION}`;
    const archive = `${release}/temporal_cli_${TEMPORAL_CLI_VERSION}_${system}_${arch}.tar.gz`;
    return binaryFromArchive(stage, 'temporal', archive, `${release}/checksums.txt`);
  },
};

/** The archive that MongoDB publishes for this platform, or for a relative of this distribution. */
export const officialMongod: Way = {
  name: NAME,
  obtain: async (stage) => {
    const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
    const failures: string[] = [];
    for (const archive of mongoArchives(process.platform, process.arch, release)) {
      try {
        return await binaryFromArchive(stage, 'mongod', archive, `${archive}.sha256`);
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
        if (!failures.at(-1)?.endsWith('answered 404') && !failures.at(-1)?.endsWith('answered 403')) break;
      }
    }
    throw new Error(failures.at(-1) ?? `MongoDB publishes no archive for ${process.platform} ${process.arch}`);
  },
};

/** Downloads an archive, holds it against its published checksum, and answers the binary that it unpacked. */
export async function binaryFromArchive(
  stage: Stage,
  command: string,
  archive: string,
  checksums: string,
): Promise<string> {
  const published = checksumOf(await downloadText(checksums), basename(archive));
  const file = join(stage.folder, basename(archive));
  const sum = await sayWhile(`${command}：下载 ${basename(archive)}（downloading）`, stage.say, (step: Say) =>
    download(archive, file, step),
  );
  if (sum !== published) throw new Error(`${archive} has sha256 ${sum}, but ${published} is published`);
  await run('tar', ['-xzf', file, '-C', stage.folder], { timeoutInMs: 300_000 });
  const found = readdirSync(stage.folder, { recursive: true, encoding: 'utf8' }).find(
    (path) => basename(path) === command,
  );
  if (found === undefined) throw new Error(`${archive} holds no ${command}`);
  return join(stage.folder, found);
}

function checksumOf(text: string, archive: string): string {
  for (const line of text.split('\n')) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === archive && sum !== undefined && /^[0-9a-f]{64}$/.test(sum)) return sum;
  }
  throw new Error(`no sha256 is published for ${archive}`);
}
