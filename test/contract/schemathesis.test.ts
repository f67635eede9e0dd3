import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { Installation } from '../harness/installation';

const SEED = '20261122';
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];
/** What would end the sign-ins that the run itself uses, or change the passwords behind them. */
const ENDS_SIGN_INS = ['deleteSessions', 'deleteMeSessionsById', 'postMePassword'];
const PATIENCE_IN_MS = 170_000;

const held: { installation?: Installation } = {};
beforeAll(async () => void (held.installation = await Installation.start()));
afterAll(async () => await held.installation?.stop());

test.each([
  ['an administrator', 'admin-demo'],
  ['staff', 'wang'],
  ['a customer', 'chen'],
  ['nobody', null],
])(
  'whatever %s sends, no answer is a server error, and every answer is documented',
  async (_, username) => {
    const installation = held.installation!;
    const token = username === null ? null : await installation.as(username).signIn();
    const { code, output } = await schemathesis(installation.url, token);
    if (code !== 0) throw new Error(output);
    expect(output).toContain('No issues found');
  },
  PATIENCE_IN_MS,
);

async function schemathesis(url: string, token: string | null): Promise<{ code: number; output: string }> {
  const folder = execFileSync('node', ['tools/schemathesis.mjs'], { encoding: 'utf8' }).trim();
  const args = [
    ...[
      join(folder, 'bin/st'),
      'run',
      `${url}/api/v1/openapi.json`,
      '--url',
      url,
      '--no-color',
      '--checks',
      CHECKS.join(','),
    ],
    ...['--seed', SEED, '--generation-deterministic', '--generation-database', 'none', '--workers', '2'],
    ...['--phases', 'examples,coverage,fuzzing', '--max-examples', '4', '--continue-on-failure'],
    ...(token === null ? [] : ['--header', `Authorization: Bearer ${token}`]),
    ...(token === null ? [] : ENDS_SIGN_INS.flatMap((name) => ['--exclude-operation-id', name])),
  ];
  const env = { ...process.env, PYTHONPATH: folder, HOME: mkdtempSync(join(tmpdir(), 'opsflow-contract-')) };
  return await new Promise((resolve) => {
    execFile('python3', args, { env, maxBuffer: 1e8, timeout: PATIENCE_IN_MS }, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, output: stdout + stderr });
    });
  });
}
