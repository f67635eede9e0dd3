import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Installation } from '../harness/installation';

const SEED = '20261122';
const EXAMPLES = '4';
const PATIENCE_IN_MS = 600_000;
const CHECKS = [
  ...['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_headers_conformance'],
  ...['response_schema_conformance', 'negative_data_rejection', 'missing_required_header', 'unsupported_method'],
  ...['allow_header_conformance', 'ignored_auth'],
];
/** What ends the sign-in that the run itself uses. */
const ENDS_SIGN_IN = ['deleteSessions', 'deleteMeSessions', 'deleteMeSessionsById', 'postMePassword'];

const held: { installation?: Installation; folder?: string; config?: string } = {};

beforeAll(async () => {
  const installation = await Installation.start();
  const folder = mkdtempSync(join(tmpdir(), 'opsflow-contract-'));
  const caseId = await installation.as('li').startsScrap('D-0001');
  Object.assign(held, { installation, folder, config: join(folder, 'schemathesis.toml') });
  writeFileSync(held.config!, configOf(caseId, await installation.as('wang').taskOf(caseId, 'receipt')));
}, PATIENCE_IN_MS);

afterAll(async () => {
  await held.installation?.stop();
  if (held.folder !== undefined) rmSync(held.folder, { recursive: true, force: true });
});

test.each([
  // They get past the doors of all routes, so they also send each edge of each field.
  ['an administrator', 'admin-demo', 'examples,coverage,fuzzing'],
  ['a project manager', 'wang', 'examples,fuzzing'],
  ['a customer', 'chen', 'examples,fuzzing'],
  ['nobody', null, 'examples,fuzzing'],
])(
  'whatever %s sends, no answer is a server error, and every answer is documented',
  async (_, username, phases) => {
    const token = username === null ? null : await held.installation!.as(username).signIn();
    const { code, output } = await schemathesis(token, phases);
    if (code !== 0) throw new Error(`schemathesis ended with ${code}:\n${output}`);
    // A run that has asked nothing would end well, too.
    expect(Number(/(\d+) generated/.exec(output)?.[1])).toBeGreaterThan(300);
  },
  PATIENCE_IN_MS,
);

// [RFC 6585 §3]: a request that must be conditional and is not is answered 428.
const STATUSES = [
  '[checks.missing_required_header]',
  'expected-statuses = ["400", "401", "403", "406", "415", "422", "428"]',
];

/** Addresses below a record name one that exists, so that what is sent to it goes beyond its door. */
function configOf(caseId: string, taskId: string): string {
  const records = Object.entries({
    ...{ cases: caseId, tasks: taskId, customers: 'C-0001', contracts: 'K-0001', devices: 'D-0002' },
    ...{ users: 'U-he', teams: 'T-0001' },
  });
  const operations = records.flatMap(([name, id]) => [
    '[[operations]]',
    `include-path-regex = "^/api/v1/${name}/"`,
    `parameters = { "path.id" = "${id}" }`,
  ]);
  return [...STATUSES, ...operations].join('\n');
}

async function schemathesis(token: string | null, phases: string): Promise<{ code: number; output: string }> {
  const { installation, folder, config } = held;
  const python = execFileSync('node', ['tools/schemathesis.mjs'], { encoding: 'utf8' }).trim();
  const signedIn = ['--header', `Authorization: Bearer ${token ?? ''}`];
  const without = ENDS_SIGN_IN.flatMap((name) => ['--exclude-operation-id', name]);
  const args = [
    ...['-m', 'schemathesis.cli', '--config-file', config!],
    ...['run', `${installation!.url}/api/v1/openapi.json`, '--url', installation!.url, '--no-color'],
    ...['--checks', CHECKS.join(','), '--seed', SEED, '--continue-on-failure'],
    ...['--phases', phases, '--max-examples', EXAMPLES, '--no-shrink'],
    ...['--request-timeout', '30', '--suppress-health-check', 'all', '--warnings', 'off'],
    ...(token === null ? [] : [...signedIn, ...without]),
  ];
  // Its own folder, so that it neither finds nor leaves anything in ours.
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' };
  return await new Promise((resolve) => {
    const options = { cwd: folder!, env, maxBuffer: 1e8, timeout: PATIENCE_IN_MS - 10_000 };
    execFile(python, args, options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}
