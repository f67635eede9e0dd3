import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();

async function get(path: string) {
  const response = await fetch(`${api.url}${path}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('health', () => {
  test('says that the process lives', async () => {
    const { status, headers } = await get('/healthz');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  test.each([
    [{ temporal: true, worker: true }, 200, []],
    [{ temporal: false, worker: false }, 503, ['temporal', 'worker']],
    [{ temporal: true, worker: false }, 503, ['worker']],
  ])('says of %j what is missing', async (engine, status, missing) => {
    Object.assign(api.engine, engine);
    const answer = await get('/readyz');
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ mongodb: true, ...engine, missing });
  });
});

test('readiness says that the database is away, and waits for nobody', async () => {
  Object.assign(api.engine, { temporal: true, worker: true });
  const ping = jest.spyOn(api.db.connection.db!, 'command').mockRejectedValueOnce(new Error('away'));
  const engine = jest.spyOn(api.deps.gateway, 'isReady').mockRejectedValueOnce(new Error('away'));
  const answer = await get('/readyz');
  expect(JSON.parse(answer.text)).toMatchObject({ status: 'not-ready', missing: ['mongodb', 'temporal', 'worker'] });
  for (const spy of [ping, engine]) spy.mockRestore();
});

describe('pages for people who open a link', () => {
  test('say what this is, in both languages, and run no script', async () => {
    const { status, text, headers } = await get('/');
    expect(status).toBe(200);
    expect(text).toContain('运维流程自动化平台');
    expect(text).toContain('Procedures of IT operations');
    expect(text).not.toContain('<script');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  test('show the command that decides a task, decide nothing and tell nothing about it', async () => {
    const { status, text } = await get('/tasks/BF-20261121-0001.manager-review.1');
    expect(status).toBe(200);
    expect(text).toContain('/api/v1/tasks/BF-20261121-0001.manager-review.1/complete');
    expect((await get('/cases/BF-20261121-0001')).text).toContain('/api/v1/cases/BF-20261121-0001');
  });

  test.each(['/tasks/%3Cscript%3E', '/cases/x', '/cases/BF-20261121-0001%22', '/nowhere', '/api/v1/nowhere'])(
    'are not there for %s',
    async (path) => {
      const { status, headers, text } = await get(path);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(text).not.toContain('<script');
    },
  );
});
