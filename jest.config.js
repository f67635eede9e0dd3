const path = require('node:path');

const HARNESS = path.join(__dirname, 'test/harness');

const asCommonJs = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];
// Node can require ES modules, jest cannot.
const ONLY_ES_MODULES = '/node_modules/temporal-[a-z]+/.+\\.js$';

const everywhere = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testEnvironment: 'node',
  transform: { '\\.ts$': asCommonJs, [ONLY_ES_MODULES]: asCommonJs },
  transformIgnorePatterns: ['/node_modules/(?!temporal-[a-z]+/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.opsflow/'],
};

function project(name, more = {}) {
  return { ...everywhere, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.test.ts`], ...more };
}

/** Real Temporal and MongoDB: one start for all the projects of a run that have tests in it, and time to answer. */
const realServers = {
  globalSetup: path.join(HARNESS, 'global-setup.ts'),
  globalTeardown: path.join(HARNESS, 'global-teardown.ts'),
  setupFilesAfterEnv: [path.join(__dirname, 'test/real-servers.js'), path.join(HARNESS, 'documented-answers.ts')],
};

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  reporters: ['default', path.join(__dirname, 'test/reporter.js')],
  projects: [
    project('unit'),
    ...['workflows', 'api', 'replay', 'process', 'contract', 'browser', 'year', 'mailbox'].map((name) =>
      project(name, realServers),
    ),
  ],
};
