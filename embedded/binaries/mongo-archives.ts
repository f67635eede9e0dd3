import { MONGODB_VERSION } from './versions';

/** Addresses of MongoDB's archives for a platform, the most fitting first; none where MongoDB publishes none. */
export function mongoArchives(platform: NodeJS.Platform, arch: string, osRelease: string): readonly string[] {
  const processor = { x64: 'x86_64', arm64: platform === 'darwin' ? 'arm64' : 'aarch64' }[arch];
  if (processor === undefined) return [];
  if (platform === 'darwin')
    return [`https://fastdl.mongodb.org/osx/mongodb-macos-${processor}-${MONGODB_VERSION}.tgz`];
  if (platform !== 'linux') return [];
  return targets(osRelease, arch).map(
    (target) => `https://fastdl.mongodb.org/linux/mongodb-linux-${processor}-${target}-${MONGODB_VERSION}.tgz`,
  );
}

function targets(osRelease: string, arch: string): readonly string[] {
  const fields = new Map(
    osRelease.split('\n').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1).replaceAll('"', '')]),
  );
  const family = `${fields.get('ID') ?? ''} ${fields.get('ID_LIKE') ?? ''}`;
  const major = Number.parseInt(fields.get('VERSION_ID') ?? '', 10);
  const red = arch === 'arm64' ? ['rhel8', 'rhel82'] : ['rhel8', 'rhel80'];
  if (/\bamzn\b/.test(family)) return major >= 2023 ? ['amazon2023'] : ['amazon2'];
  if (/\bubuntu\b/.test(family)) return major === 20 ? ['ubuntu2004'] : ['ubuntu2204'];
  // MongoDB has no Debian builds for ARM; those of the Ubuntu with the same OpenSSL run there.
  if (/\bdebian\b/.test(family)) return major === 11 ? ['debian11', 'ubuntu2004'] : ['debian12', 'ubuntu2204'];
  if (/\bsuse\b|\bsles\b/.test(family)) return ['suse15'];
  if (/\brhel\b|\bfedora\b|\bcentos\b|openEuler|anolis/.test(family)) return major === 8 ? red : ['rhel90', 'rhel9'];
  return ['ubuntu2204'];
}
