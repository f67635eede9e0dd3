import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS, type ErrorCode } from '../../models/codes';
import { problemOfEngine } from '../../api/gateway-errors';
import { Problem, problemBody } from '../../api/http/problem';
import { refusalsOf } from '../../api/http/refusals';
import { ROUTES } from '../../api/routes';

const CODES = Object.keys(ERRORS) as ErrorCode[];
const ROOT = join(__dirname, '../..');
const PROBLEM = /new Problem\(\s*'([^']+)'/g;
const REFUSAL = /\brefuse\(\s*'([^']+)'/g;

/** Every source file of the product, by its path. */
function sources(): { readonly path: string; readonly text: string }[] {
  return ['api', 'workflows', 'activities', 'worker', 'models'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => ({ path: join(folder, file), text: readFileSync(join(ROOT, folder, file), 'utf8') })),
  );
}

describe('the error table', () => {
  test.each(CODES)('%s has a status of a refusal or failure, and a title in both languages', (code) => {
    const { status, retryable, zh, en } = ERRORS[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(retryable).toBe(status >= 500 || status === 429);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test('has no two titles alike', () => {
    for (const language of ['zh', 'en'] as const)
      expect(new Set(CODES.map((code) => ERRORS[code][language])).size).toBe(CODES.length);
  });
});

describe('the sources', () => {
  const thrown = sources().flatMap(({ path, text }) =>
    [...text.matchAll(path.startsWith('workflows') ? REFUSAL : PROBLEM)].map(
      (match) => [match[1] ?? '', path] as const,
    ),
  );

  test('throw codes of the table only', () => {
    expect(thrown.length).toBeGreaterThan(30);
    expect(thrown.filter(([code]) => !Object.hasOwn(ERRORS, code))).toEqual([]);
  });
});

describe('the routes', () => {
  const named = ROUTES.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const);

  test.each(named)('%s names refusals of the table, each once', (_, { errors }) => {
    expect(errors.filter((code) => !Object.hasOwn(ERRORS, code))).toEqual([]);
    expect(new Set(errors).size).toBe(errors.length);
  });

  test.each(named)('%s says who may call it, and what it does in both languages', (_, { who, summary }) => {
    const known = ['anyone', 'signed-in', 'decision-link', 'monitoring'];
    expect(typeof who === 'string' ? known.includes(who) : who.length > 0).toBe(true);
    expect(summary.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(summary.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
  });

  test.each(named)('%s reads what its path names, and nothing it should not have', (_, route) => {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const shape = (route.params as { shape?: Readonly<Record<string, unknown>> } | undefined)?.shape ?? {};
    expect(Object.keys(shape)).toEqual(inPath);
    if (route.method === 'get') expect([route.body, route.repeats]).toEqual([undefined, 'none']);
    if (inPath.length > 0) expect(refusalsOf(route)).toContain('not-found');
    if (route.params ?? route.query ?? route.body) expect(refusalsOf(route)).toContain('invalid-input');
  });
});

describe('a problem as it is answered', () => {
  test('has code, title and what it is about, and points to the fields', () => {
    const faults = [{ pointer: '/form/reason', detail: { zh: '太短', en: 'too short' } }];
    const detail = { zh: '请检查表单', en: 'look at the form' };
    const problem = new Problem('invalid-input', detail, { faults, attempt: { secret: 'of the log' } });
    expect(problemBody(problem, 'zh', '/api/v1/cases', 'r-1')).toEqual({
      ...{ type: 'urn:opsflow:problem:invalid-input', code: 'invalid-input', status: 422, retryable: false },
      ...{ title: '输入不符合要求', detail: '请检查表单', errors: [{ pointer: '/form/reason', detail: '太短' }] },
      ...{ instance: '/api/v1/cases', requestId: 'r-1' },
    });
    expect(problemBody(problem, 'en', '', '')).toMatchObject({
      ...{ title: 'The input is not valid', detail: 'look at the form' },
      errors: [{ pointer: '/form/reason', detail: 'too short' }],
    });
  });

  test('never tells the failure behind it, which it keeps for the log', () => {
    const cause = new Error('14 UNAVAILABLE: connect ECONNREFUSED 10.0.0.7:7233');
    const problem = problemOfEngine(cause);
    expect([problem.code, problem.cause]).toEqual(['unavailable', cause]);
    expect(JSON.stringify(problemBody(problem, 'en', '/x', 'r'))).not.toContain('10.0.0.7');
    expect(new Problem('not-found').cause).toBeUndefined();
  });

  test('says an id, or what is in the language of the request already, as it is', () => {
    const problem = new Problem('already-open', 'BF-20261122-0001');
    expect(problemBody(problem, 'zh', '', '').detail).toBe('BF-20261122-0001');
  });

  test('leaves out what it has not', () => {
    const body = problemBody(new Problem('not-found'), 'zh', '/x', 'r');
    expect(Object.keys(body)).toEqual(['type', 'title', 'status', 'code', 'retryable', 'instance', 'requestId']);
  });
});
