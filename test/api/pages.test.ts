import { builtConsole } from '../../api/console/folder';
import { indexPage } from '../../api/console/index-page';
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

describe('the console', () => {
  const ADDRESSES = ['/', '/sign-in', '/tasks', '/tasks/BF-20261121-0001.manager-review.1', '/cases/BF-20261121-0001'];

  test.each(ADDRESSES)('is there at %s, decides nothing and tells nothing', async (path) => {
    const { status, text, headers } = await get(path);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(text).toContain('<div id="root">');
    expect(text).not.toContain('BF-20261121-0001');
  });

  test('has a nonce of its own in each response, the same in page and policy, and nothing inline without it', async () => {
    const [first, second] = [await get('/'), await get('/')];
    const nonceIn = (text: string) => /<meta property="csp-nonce" nonce="([^"]{20,})"/.exec(text)?.[1] ?? 'none';
    expect(nonceIn(first.text)).not.toBe(nonceIn(second.text));
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`'nonce-${nonceIn(first.text)}'`);
    expect(policy).not.toContain('unsafe');
    expect(first.text).not.toContain('__CSP_NONCE__');
  });

  test('is told the name and the zone of the company, in a way that cannot break out', async () => {
    const { text } = await get('/');
    const told = /<script type="application\/json" id="settings"[^>]*>([^<]*)<\/script>/.exec(text)?.[1] ?? '{}';
    const { COMPANY_NAME, COMPANY_TIME_ZONE } = api.deps.config;
    expect(JSON.parse(told)).toEqual({ companyName: COMPANY_NAME, timeZone: COMPANY_TIME_ZONE, isDemo: true });
    const folder = builtConsole() ?? '';
    const page = indexPage(folder, { COMPANY_NAME: '</script><b>', COMPANY_TIME_ZONE: 'UTC', DEMO_MODE: false });
    expect(page('n')).not.toContain('</script><b>');
  });

  test('has files that are kept for ever and come compressed', async () => {
    const script = /src="(\/assets\/[^"]+\.js)"/.exec((await get('/')).text)?.[1] ?? '';
    const response = await fetch(`${api.url}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'public,max-age=31536000,immutable',
      'content-encoding': 'br',
    });
    expect((await get('/assets/gone.js')).status).toBe(404);
  });

  test.each(['/nowhere', '/api/v1/nowhere', '/assets/../package.json', '/assets/%2e%2e/%2e%2e/package.json'])(
    'is not there at %s',
    async (path) => {
      const { status, headers, text } = await get(path);
      expect(status).toBe(404);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(text).not.toContain('<script');
    },
  );
});

test.each(['/healthz', '/readyz', '/metrics', '/api/v1/openapi.json'])('%s is only read', async (path) => {
  const { status, headers } = await fetch(`${api.url}${path}`, { method: 'DELETE' });
  expect([status, headers.get('allow')]).toEqual([405, 'GET']);
});
