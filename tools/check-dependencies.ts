import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isLicenceAllowed } from './licences';

/** A package of the lock file: where it lies, and what it is. */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: unknown;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The packages of a `package-lock.json` by their folder; the empty folder is the product itself. */
export type Lock = Readonly<Record<string, LockedPackage>>;

/** Below these versions a vulnerability is known; `npm audit` may not be available. */
const MINIMUM_VERSIONS: Readonly<Record<string, string>> = {
  mongoose: '9.9.2',
  nodemailer: '10.6.0',
  multer: '2.1.1',
  'body-parser': '2.2.1',
};

/** Packages whose manifest names no licence, with the one in their LICENSE file; to be read again with each version. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'png-js@2.0.0': 'MIT',
  'unionfs@4.6.0': 'Unlicense',
};

/** Every fault of the dependencies that stand in the lock file under the given root, one sentence each. */
export function faultsOfDependencies(root: string): readonly string[] {
  const { packages } = readJson(path.join(root, 'package-lock.json')) as { readonly packages: Lock };
  return [
    ...outdated(packages),
    ...fromFixedHosts(packages),
    ...incomplete(packages),
    ...badlyLicensed(packages, (folder) => manifestLicence(root, folder)),
  ];
}

/** Packages anywhere in the tree that are older than the minimum. */
export function outdated(lock: Lock): readonly string[] {
  return installed(lock).flatMap(([folder, { version = '0.0.0' }]) => {
    const minimum = MINIMUM_VERSIONS[nameOf(folder)];
    return minimum !== undefined && isOlder(version, minimum)
      ? [`${folder} is ${version}, must be ${minimum} or newer`]
      : [];
  });
}

/** Packages that could only be fetched from the registry that one developer used. */
export function fromFixedHosts(lock: Lock): readonly string[] {
  return installed(lock).flatMap(([folder, { resolved = '' }]) =>
    /^[a-z+]+:\/\//.test(resolved)
      ? [`${folder} is bound to ${resolved}; npm config set omit-lockfile-registry-resolved true`]
      : [],
  );
}

/** Packages whose variant for another platform the registry lacked; `npm ci` refuses the lock file for them. */
export function incomplete(lock: Lock): readonly string[] {
  const names = new Set(installed(lock).map(([folder]) => nameOf(folder)));
  return installed(lock).flatMap(([folder, { version = '', optionalDependencies = {} }]) => {
    const missing = Object.keys(optionalDependencies).filter((name) => !names.has(name));
    return missing.length > 0 ? [`${folder} ${version} lacks ${missing.join(', ')}; take a version that has them`] : [];
  });
}

/** Packages that ship with the product under a licence that is not on the list. */
export function badlyLicensed(lock: Lock, licenceIn: (folder: string) => unknown): readonly string[] {
  return installed(lock)
    .filter(([, { dev }]) => dev !== true)
    .flatMap(([folder, locked]) => {
      const licence = licenceIn(folder) ?? locked.license ?? READ_BY_HAND[`${nameOf(folder)}@${locked.version ?? ''}`];
      return isLicenceAllowed(licence) ? [] : [`${folder} has the licence ${JSON.stringify(licence ?? null)}`];
    });
}

function installed(lock: Lock): readonly (readonly [string, LockedPackage])[] {
  return Object.entries(lock).filter(([folder, { link }]) => folder.includes('node_modules/') && link !== true);
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** Packages for other platforms stand in the lock file but not on the disk. */
function manifestLicence(root: string, folder: string): unknown {
  const file = path.join(root, folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license, licenses } = readJson(file) as { readonly license?: unknown; readonly licenses?: unknown };
  return license ?? licenses;
}

function isOlder(version: string, minimum: string): boolean {
  const [have, want] = [numbersOf(version), numbersOf(minimum)];
  const place = want.findIndex((number, index) => number !== have[index]);
  // 2.1.1-beta comes before 2.1.1.
  if (place < 0) return version.includes('-');
  return (have[place] ?? 0) < (want[place] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  return (version.split(/[-+]/)[0] ?? '').split('.').map(Number);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
