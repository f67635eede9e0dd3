import path from 'node:path';
import {
  badlyLicensed,
  faultsOfDependencies,
  fromFixedHosts,
  incomplete,
  outdated,
} from '../../tools/check-dependencies';
import { isLicenceAllowed } from '../../tools/licences';

test('the dependencies have no fault', () => {
  expect(faultsOfDependencies(path.join(__dirname, '../..'))).toEqual([]);
});

test('a version below the minimum is found wherever it lies', () => {
  const lock = {
    '': { version: '0.1.0' },
    'node_modules/mongoose': { version: '9.10.0' },
    'node_modules/multer': { version: '2.1.1' },
    'node_modules/nodemailer': { version: '10.6.0-beta.1' },
    'node_modules/express/node_modules/body-parser': { version: '1.20.3', dev: true },
  };
  expect(outdated(lock)).toEqual([
    'node_modules/nodemailer is 10.6.0-beta.1, must be 10.6.0 or newer',
    'node_modules/express/node_modules/body-parser is 1.20.3, must be 2.2.1 or newer',
  ]);
});

test('a package bound to one registry is found', () => {
  expect(fromFixedHosts({ 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } })).toHaveLength(1);
  expect(fromFixedHosts({ 'node_modules/a': { version: '1.0.0' } })).toEqual([]);
});

test('a lock file that names no variant for some platform is found', () => {
  const native = { version: '1.0.0', optionalDependencies: { 'native-linux': '1.0.0', 'native-mac': '1.0.0' } };
  expect(incomplete({ 'node_modules/native': native, 'node_modules/native-linux': { version: '1.0.0' } })).toEqual([
    'node_modules/native 1.0.0 lacks native-mac; take a version that has them',
  ]);
});

test('only what ships needs a licence of the list', () => {
  const lock = {
    'node_modules/good': {},
    'node_modules/bad': {},
    'node_modules/tool': { dev: true },
    'node_modules/elsewhere': { license: 'ISC' },
  };
  const licences: Readonly<Record<string, string>> = { 'node_modules/good': 'MIT', 'node_modules/bad': 'AGPL-3.0' };
  expect(badlyLicensed(lock, (folder) => licences[folder])).toEqual(['node_modules/bad has the licence "AGPL-3.0"']);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND GPL-3.0', false],
  ['(MIT AND (GPL-2.0 OR BSD-3-Clause))', true],
  ['GPL-3.0 OR MIT AND GPL-2.0', false],
  ['SEE LICENSE IN LICENSE.txt', false],
  [{ type: 'MIT', url: 'https://example.org' }, true],
  [[{ type: 'GPL-2.0' }, { type: 'MIT' }], true],
  [undefined, false],
])('licence %j: %j', (licence, isAllowed) => {
  expect(isLicenceAllowed(licence)).toBe(isAllowed);
});
