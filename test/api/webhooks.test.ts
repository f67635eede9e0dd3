import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { unsealed } from '../../models/sealed';
import type { DeliveryRow, WebhookRow } from '../../models/db';
import { deliveryRow } from '../unit/delivery-row';
import { apiForThisFile } from './api-under-test';

jest.mock('node:dns/promises', () => ({ lookup: jest.fn() }));
const looksUp = lookup as unknown as jest.Mock;
beforeEach(() => looksUp.mockReset().mockRejectedValue(new Error('getaddrinfo ENOTFOUND')));

const KEY = 'a key for the secrets of the tests';
const api = apiForThisFile({ SECRETS_KEY: KEY, WEBHOOK_ALLOWED: '10.20.0.0/16, hooks.intra.example' });
const INPUT = { name: '客户工单系统', url: 'https://hooks.example.com/in?token=t0ps3cret', events: ['case-closed'] };

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly url: string;
  readonly secret: string | null;
  readonly secrets: readonly { readonly expiresAt: string | null }[];
  readonly isEnabled: boolean;
  readonly disabledBecause: string | null;
}

async function added(changes: object = {}): Promise<Shown> {
  const name = `W ${randomUUID()}`;
  const answer = await api.as('admin-demo').post<Shown>('/webhooks', { ...INPUT, name, ...changes });
  expect(answer.status).toBe(201);
  return answer.body;
}
const rowOf = async (id: string) => (await api.db.webhooks.findById(id).lean<WebhookRow>())!;
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
const faultsOf = (body: unknown) => (body as { errors?: { pointer: string }[] }).errors?.map(({ pointer }) => pointer);

describe('an endpoint', () => {
  test('is added with a secret that is shown once, and kept encrypted', async () => {
    const request = { ...INPUT, name: '一次' };
    const { status, body, headers } = await api.as('admin-demo').post<Shown>('/webhooks', request, { key: 'once' });
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(body.url).toBe('https://hooks.example.com/…');
    const row = await rowOf(body.id);
    expect(unsealed(row.secrets[0]!.sealed, KEY)).toBe(body.secret);
    expect(unsealed(row.sealedUrl, KEY)).toBe(INPUT.url);

    const again = await api.as('admin-demo').post<Shown>('/webhooks', request, { key: 'once' });
    expect(again.body).toEqual({ ...body, secret: null });
    const read = await api.as('admin-demo').get(`/webhooks/${body.id}`);
    expect(read.body).not.toHaveProperty('secret');
    const everything = JSON.stringify([
      await api.db.answers.find().lean(),
      await api.accesses(),
      row,
      api.logged,
      (await api.as('admin-demo').get('/webhooks')).body,
    ]);
    for (const secret of [body.secret!.slice(6), 't0ps3cret', KEY]) expect(everything).not.toContain(secret);
  });

  test.each([
    ['https://169.254.169.254/latest/meta-data/'],
    ['https://localhost/'],
    ['https://sub.localhost./'],
    ['https://127.0.0.1/'],
    ['https://2130706433/'],
    ['https://[::1]/'],
    ['https://[::ffff:10.0.0.1]/'],
    ['https://192.168.0.10/'],
    ['http://8.8.8.8/'],
    ['ftp://hooks.example.com/'],
    ['https://user:pass@hooks.example.com/'],
    ['nonsense'],
  ])('is refused at %s, and nothing is kept', async (url) => {
    const before = await api.db.webhooks.countDocuments();
    const { status, body } = await api.as('admin-demo').post('/webhooks', { ...INPUT, name: 'inside', url });
    expect([status, faultsOf(body)]).toEqual([422, ['/url']]);
    expect(await api.db.webhooks.countDocuments()).toBe(before);
  });

  test.each([[['169.254.169.254']], [['203.119.175.10', '10.0.0.1']], [['::ffff:127.0.0.1']]])(
    'is refused where its name leads to %j now, which is said',
    async (addresses) => {
      const leads = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      looksUp.mockResolvedValue(leads);
      const url = 'https://metadata.example.com/latest';
      const { status, body } = await api.as('admin-demo').post('/webhooks', { ...INPUT, name: 'inside', url });
      expect([status, faultsOf(body)]).toEqual([422, ['/url']]);
      expect(JSON.stringify(body)).toContain(addresses.at(-1));

      looksUp.mockResolvedValueOnce([{ address: '203.119.175.10', family: 4 }]);
      const { id } = await added({ url });
      const patch = await api.as('admin-demo').send('PATCH', `/webhooks/${id}`, { url }, match(1));
      expect([patch.status, faultsOf(patch.body)]).toEqual([422, ['/url']]);
      expect(await rowOf(id)).toMatchObject({ version: 1 });
    },
  );

  test('is allowed inside the network, also over http, where the settings say so', async () => {
    await added({ url: 'http://10.20.1.2/hook' });
    await added({ url: 'http://hooks.intra.example/hook' });
  });

  test.each([
    [{ events: [] }, '/events'],
    [{ events: ['case-closed', 'case-closed'] }, '/events'],
    [{ events: ['no-such-event'] }, '/events/0'],
    [{ processes: ['no-such'] }, '/processes/0'],
    [{ customers: ['C-0001', 'no-such'] }, '/customers/1'],
    [{ secret: 'mine' }, '/secret'],
    [{ format: 'wecom', secret: 'mine' }, '/secret'],
    [{ format: 'slack' }, '/format'],
  ])('is refused with %j', async (changes, pointer) => {
    const { status, body } = await api.as('admin-demo').post('/webhooks', { ...INPUT, name: 'bad', ...changes });
    expect([status, faultsOf(body)]).toEqual([422, [pointer]]);
  });

  test('of a robot keeps the secret of its settings, and its address hides the key', async () => {
    const robot = await added({
      format: 'feishu',
      url: 'https://open.feishu.cn/open-apis/bot/v2/hook/abc-def',
      secret: 'of-feishu',
    });
    expect([robot.secret, robot.url]).toEqual([null, 'https://open.feishu.cn/…']);
    expect(unsealed((await rowOf(robot.id)).secrets[0]!.sealed, KEY)).toBe('of-feishu');
    const wecom = await added({ format: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' });
    expect([wecom.url, wecom.secrets]).toEqual(['https://qyapi.weixin.qq.com/…', []]);
  });

  test('has a name that no other has', async () => {
    await added({ name: '同名' });
    const { status, body } = await api.as('admin-demo').post('/webhooks', { ...INPUT, name: '同名' });
    expect([status, faultsOf(body)]).toEqual([409, ['/name']]);
  });

  test('is changed, disabled and enabled under its version, and the log tells what', async () => {
    const { id } = await added();
    const patch = async (body: object, version: number) =>
      await api.as('admin-demo').send<Shown>('PATCH', `/webhooks/${id}`, body, match(version));
    expect((await patch({ isEnabled: false }, 1)).body).toMatchObject({ isEnabled: false, disabledBecause: 'by-hand' });
    expect((await patch({ isEnabled: true }, 1)).status).toBe(412);
    expect((await patch({ isEnabled: true }, 2)).body).toMatchObject({ isEnabled: true, disabledBecause: null });
    expect((await patch({ url: 'https://10.0.0.1/' }, 3)).status).toBe(422);
    expect((await patch({ url: 'https://other.example.com/?k=new-s3cret' }, 3)).body.url).toBe(
      'https://other.example.com/…',
    );
    expect(unsealed((await rowOf(id)).sealedUrl, KEY)).toBe('https://other.example.com/?k=new-s3cret');
    const changes = JSON.stringify((await api.as('admin-demo').get(`/webhooks/${id}/changes`)).body);
    expect(changes).toContain('https://other.example.com/…');
    for (const hidden of ['new-s3cret', 'sealedUrl', 'secrets']) expect(changes).not.toContain(hidden);
  });

  test('that was given another address says so, also where the same is shown of both', async () => {
    const { id } = await added();
    const patch = async (url: string, version: number) =>
      await api.as('admin-demo').send<Shown>('PATCH', `/webhooks/${id}`, { url }, match(version));
    const toldOf = async () =>
      (await api.as('admin-demo').get<{ items: { changes: object }[] }>(`/webhooks/${id}/changes`)).body.items.map(
        ({ changes }) => changes,
      );
    expect((await patch(INPUT.url, 1)).body.version).toBe(1);
    expect(await toldOf()).toHaveLength(1);
    expect((await patch('https://hooks.example.com/in?token=another', 1)).body.version).toBe(2);
    const shown = 'https://hooks.example.com/…';
    expect((await toldOf())[0]).toEqual({ url: { from: shown, to: shown } });
  });

  test('is narrowed to customers that there are', async () => {
    const { id } = await added({ customers: ['C-0001'] });
    expect((await rowOf(id)).customers).toEqual(['C-0001']);
    const patch = async (customers: readonly string[]) =>
      await api.as('admin-demo').send('PATCH', `/webhooks/${id}`, { customers }, match(1));
    expect(faultsOf((await patch(['no-such'])).body)).toEqual(['/customers/0']);
    expect((await patch([])).body).toMatchObject({ customers: [] });
  });

  test('is given a new secret while the old one signs for a day, and three at most', async () => {
    const { id, secret } = await added();
    const rotate = async (body: object, version: number) =>
      await api.as('admin-demo').post<Shown>(`/webhooks/${id}/rotate`, body, match(version));
    const { body } = await rotate({}, 1);
    expect(body.secret).toMatch(/^whsec_/);
    expect(body.secret).not.toBe(secret);
    expect(body.secrets).toHaveLength(2);
    expect(body.secrets[0]?.expiresAt).toBeNull();
    expect(Date.parse(body.secrets[1]!.expiresAt!) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
    expect((await rotate({ keepOldForHours: 169 }, 2)).status).toBe(422);
    await rotate({}, 2);
    expect((await rotate({}, 3)).body.secrets).toHaveLength(3);
    expect((await rotate({ keepOldForHours: 0 }, 4)).body.secrets).toHaveLength(1);
  });

  test('of a robot has its secret replaced at once', async () => {
    const { id } = await added({
      format: 'dingtalk',
      url: 'https://oapi.dingtalk.com/robot/send?access_token=t',
      secret: 'SEC1',
    });
    const rotate = async (body: object) =>
      await api.as('admin-demo').post<Shown>(`/webhooks/${id}/rotate`, body, match(1));
    expect(faultsOf((await rotate({})).body)).toEqual(['/secret']);
    const { body } = await rotate({ secret: 'SEC2' });
    expect([body.secret, body.secrets.length]).toEqual([null, 1]);
    expect(unsealed((await rowOf(id)).secrets[0]!.sealed, KEY)).toBe('SEC2');
  });

  test('is deleted under its version', async () => {
    const { id } = await added();
    expect((await api.as('admin-demo').send('DELETE', `/webhooks/${id}`, undefined, match(7))).status).toBe(412);
    expect((await api.as('admin-demo').send('DELETE', `/webhooks/${id}`, undefined, match(1))).status).toBe(204);
    expect((await api.as('admin-demo').get(`/webhooks/${id}`)).status).toBe(404);
  });

  test('is listed a page at a time, by name', async () => {
    const first = await api.as('admin-demo').get<{ items: Shown[]; nextCursor: string }>('/webhooks?limit=2');
    const second = await api
      .as('admin-demo')
      .get<{ items: Shown[] }>(`/webhooks?limit=2&after=${first.body.nextCursor}`);
    expect(first.body.items).toHaveLength(2);
    expect(second.body.items.map(({ id }) => id)).not.toContain(first.body.items[0]!.id);
  });

  test('is the administrators’ alone', async () => {
    for (const who of ['wang', 'chen', 'li']) expect((await api.as(who).get('/webhooks')).status).toBe(403);
  });
});

describe('the deliveries of an endpoint', () => {
  async function delivered(changes: Partial<DeliveryRow> = {}): Promise<{ webhook: string; delivery: string }> {
    const { id: webhookId } = await added();
    const delivery = `msg_${randomUUID()}`;
    await api.db.deliveries.create([deliveryRow({ _id: delivery, webhookId, ...changes })]);
    return { webhook: webhookId, delivery };
  }
  const failed = { startedAt: new Date(), endedAt: new Date(), result: 'failed', reply: 'boom', status: 500 } as const;

  test('are listed with each attempt and read with what is sent', async () => {
    const { webhook, delivery } = await delivered({ state: 'refused', attempts: [failed] });
    const { body } = await api
      .as('admin-demo')
      .get<{ items: unknown[] }>(`/webhooks/${webhook}/deliveries?state=refused`);
    expect(body.items).toMatchObject([
      {
        id: delivery,
        event: 'task-completed',
        seq: 7,
        nextAttemptAt: null,
        attempts: [{ status: 500, reply: 'boom' }],
      },
    ]);
    expect(
      (await api.as('admin-demo').get<{ items: unknown[] }>(`/webhooks/${webhook}/deliveries?state=sent`)).body.items,
    ).toEqual([]);
    const one = await api.as('admin-demo').get(`/webhooks/${webhook}/deliveries/${delivery}`);
    expect(one.body).toMatchObject({ body: { type: 'task-completed', data: { entry: { seq: 7 } } } });
    const { id: other } = await added();
    expect((await api.as('admin-demo').get(`/webhooks/${other}/deliveries/${delivery}`)).status).toBe(404);
  });

  test('are sent again by hand, under the same id and once for a key', async () => {
    const { webhook, delivery } = await delivered({ state: 'refused', attempts: [failed] });
    const again = async (key: string) =>
      await api.as('admin-demo').post(`/webhooks/${webhook}/deliveries/${delivery}/redeliver`, {}, { key });
    expect((await again('a')).body).toMatchObject({ id: delivery, state: 'queued', attempts: [{ result: 'failed' }] });
    await api.db.deliveries.updateOne({ _id: delivery }, { $set: { state: 'sending' } });
    expect((await again('a')).status).toBe(202);
    expect((await again('b')).status).toBe(409);
    expect(await api.db.deliveries.findById(delivery).lean()).toMatchObject({ state: 'sending', earlierAttempts: 1 });
  });

  test('begin with a test, which waits to be sent', async () => {
    const { id } = await added();
    const { status, body } = await api
      .as('admin-demo')
      .post<{ id: string }>(`/webhooks/${id}/test`, {}, { key: 'test' });
    expect([status, body]).toMatchObject([202, { event: 'test', state: 'queued', caseId: null, seq: null }]);
    await api.as('admin-demo').post(`/webhooks/${id}/test`, {}, { key: 'test' });
    expect(await api.db.deliveries.countDocuments({ webhookId: id })).toBe(1);
    expect((await api.as('admin-demo').get(`/webhooks/${id}/deliveries/${body.id}`)).body).toMatchObject({
      body: { type: 'test', data: { case: null, entry: null } },
    });
  });

  test('are deleted with it, those of others are not', async () => {
    const [mine, other] = [await delivered(), await delivered()];
    const remove = async (version: number) =>
      (await api.as('admin-demo').send('DELETE', `/webhooks/${mine.webhook}`, undefined, match(version))).status;
    expect(await remove(7)).toBe(412);
    expect(await api.db.deliveries.countDocuments({ webhookId: mine.webhook })).toBe(1);
    expect(await remove(1)).toBe(204);
    expect(await api.db.deliveries.countDocuments({ webhookId: mine.webhook })).toBe(0);
    expect(await api.db.deliveries.countDocuments({ webhookId: other.webhook })).toBe(1);
  });

  test('are none while it is disabled', async () => {
    const { webhook, delivery } = await delivered({ state: 'refused' });
    await api.as('admin-demo').send('PATCH', `/webhooks/${webhook}`, { isEnabled: false }, match(1));
    for (const path of ['test', `deliveries/${delivery}/redeliver`])
      expect((await api.as('admin-demo').post(`/webhooks/${webhook}/${path}`, {})).status).toBe(409);
  });
});
