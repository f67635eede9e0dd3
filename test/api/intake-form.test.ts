import { Problem } from '../../api/http/problem';
import { addSource } from '../harness/monitoring';
import { hiddenIn, numberIn, PublicForm } from '../harness/public-form';
import { apiForThisFile } from './api-under-test';
import { casesWithoutEngine } from './cases-without-engine';

const api = apiForThisFile({
  ...{ INTAKE_REPORTS_PER_ADDRESS: 6, INTAKE_REPORTS_PER_HOUR: 8 },
  SESSION_LIFETIME_MS: 100 * 24 * 3_600_000,
});
const { begun } = casesWithoutEngine(api);
const HOUR_IN_MS = 3_600_000;
// Each test has its own hour.
beforeEach(() => api.pass(HOUR_IN_MS));

async function form(changes: Readonly<Record<string, unknown>> = {}) {
  const name = `报修 ${Math.random()}`;
  const source = await addSource(api.as('admin-demo'), {
    ...{ kind: 'form', name, contact: '服务台 400-800-1234', ...changes },
  });
  return { source, page: new PublicForm(() => api.url, source.secret) };
}

describe('the public form of a customer', () => {
  test('is a page in Chinese, or in English for who asks for it, that holds no script and loads nothing of others', async () => {
    const { page } = await form();
    const zh = await page.opens();
    expect([zh.status, zh.headers.get('cache-control'), zh.headers.get('referrer-policy')]).toEqual([
      ...[200, 'no-store', 'no-referrer'],
    ]);
    for (const part of ['lang="zh-CN"', '故障报修', '江州市财政信息中心', '服务台 400-800-1234', 'width=device-width'])
      expect(zh.html).toContain(part);
    expect(zh.html).not.toMatch(/<script|https?:\/\//);
    for (const english of [await page.opens({ 'accept-language': 'en' }), await page.opens({}, '?lang=en')])
      expect(english.html).toContain('Report a fault');
    expect((await page.opens({ 'accept-language': 'en' }, '?lang=zh')).html).toContain('故障报修');
  });

  test('starts a fault, shows its number and how the service desk is reached; to open it has changed nothing', async () => {
    const { source, page } = await form({ name: '江州财政报修页' });
    const before = begun.length;
    await page.opens();
    expect(begun.length).toBe(before);
    const device = await api.db.devices.findOne({ customerId: 'C-0001' }).lean();
    const done = await page.sends({ device: device?.serialNumber ?? '' });
    expect(done.status).toBe(201);
    const input = begun.at(-1)!;
    expect(numberIn(done)).toBe(input.head.id);
    for (const part of ['服务台 400-800-1234', 'qian.nurse@hospital.example']) expect(done.html).toContain(part);
    expect(input.request).toMatchObject({
      ...{ customer: 'C-0001', channel: 'web', name: '钱护士', phone: '025-8888 1234', device: device?._id },
      ...{ title: '三楼收费窗口打印机不打印', occurredAt: '2026-11-23T00:00:00.000Z' },
    });
    expect(input.facts).toMatchObject({ source: { id: source.id, kind: 'form' }, isGraded: false });
    expect((await api.accesses()).at(-1)).toMatchObject({
      ...{ personId: source.id, action: 'POST /intake/{secret}', target: input.head.id, result: 'done' },
    });
  });

  test('sent twice is one report; with other words it says so', async () => {
    const { page } = await form();
    const opened = await page.page();
    const [first, second] = [await page.sends({}, { page: opened }), await page.sends({}, { page: opened })];
    expect([first.status, second.status, numberIn(second)]).toEqual([201, 201, numberIn(first)]);
    const other = await page.sends({ title: '另一个' }, { page: opened });
    expect([other.status, other.html.includes('此页面已经提交过一次')]).toEqual([409, true]);
    expect(numberIn(await page.sends({ title: '另一个' }))).not.toBe(numberIn(first));
  });

  test.each([
    [{ name: ' ' }, 'name', '请填写'],
    [{ title: '' }, 'title', '请填写'],
    [{ description: '' }, 'description', '请填写'],
    [{ phone: '', mail: '' }, 'phone', '电话和电子邮箱至少填写一项'],
    [{ mail: 'nobody' }, 'mail', ''],
    [{ when: '2026-02-30T08:00' }, 'when', '不是有效的时间'],
    [{ when: '2031-02-20T08:00' }, 'when', '不能晚于现在'],
    [{ title: '长'.repeat(121) }, 'title', ''],
    [{ name: '\u202e反' }, 'name', ''],
  ])('filled in with %j marks %s, and keeps what was typed', async (values, field, words) => {
    const { page } = await form();
    const before = begun.length;
    const { status, html } = await page.sends({ description: '<b>"引号"</b>', ...values });
    expect(status).toBe(422);
    expect(html).toMatch(new RegExp(`id="${field}"[^>]*aria-invalid="true"`));
    expect(html).toContain(words);
    if (!('description' in values)) expect(html).toContain('&lt;b&gt;&quot;引号&quot;&lt;/b&gt;');
    expect(html).not.toContain('<b>');
    expect(begun.length).toBe(before);
  });

  test('takes a device that is not on record as text, and a report without one', async () => {
    const { page } = await form();
    await page.sends({ device: 'NO-SUCH', when: '' });
    expect(begun.at(-1)?.request.description).toContain('设备：NO-SUCH（不在设备台账中）');
    expect(begun.at(-1)?.request).not.toHaveProperty('occurredAt');
  });

  test('filled in by a program, which fills in what nobody sees, starts nothing and says thanks', async () => {
    const { page } = await form();
    const before = begun.length;
    const { status, html } = await page.sends({ website: 'http://spam.example' });
    expect([status, html.includes('已收到'), begun.length]).toEqual([200, true, before]);
  });

  test('is not sent by another site, nor without the page, nor by a page of another form or of yesterday', async () => {
    const [{ page }, other] = [await form(), await form()];
    const before = begun.length;
    const old = await page.page();
    const refused = [
      await page.sends({}, { headers: { 'sec-fetch-site': 'cross-site' } }),
      await page.sends({}, { page: '' }),
      await page.sends({}, { page: await other.page.page() }),
      await page.sends(
        {},
        { page: hiddenIn((await page.opens()).html).replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')) },
      ),
    ];
    api.pass(25 * HOUR_IN_MS);
    refused.push(await page.sends({}, { page: old }));
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(begun.length).toBe(before);
    // What was typed is there, on a page that can be sent.
    const { html } = refused[1]!;
    expect(html).toContain('value="钱护士"');
    expect((await page.sends({}, { page: hiddenIn(refused.at(-1)!.html) })).status).toBe(201);
  });

  test('is slowed down by address, and says when to come back', async () => {
    const { page } = await form();
    const all = [];
    for (let count = 0; count < 7; count += 1) all.push(await page.sends({ title: `第 ${count} 次` }));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201, 429]);
    const last = all.at(-1)!;
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last.html).toContain('提交过于频繁');
    api.pass(HOUR_IN_MS);
    expect((await page.sends()).status).toBe(201);
  });

  test('is slowed down by source too, from however many addresses', async () => {
    const { page } = await form();
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const all = [];
    for (let count = 0; count < 9; count += 1)
      all.push(await page.sends({ title: `第 ${count} 次` }, from(`10.0.0.${count}`)));
    expect(all.map(({ status }) => status)).toEqual([...Array.from({ length: 8 }, () => 201), 429]);
    expect((await (await form()).page.sends({}, from('10.0.0.1'))).status).toBe(201);
  });

  test('with a secret that there is not, that was switched off or belongs to monitoring is a friendly 404', async () => {
    const { source, page } = await form();
    const headers = { 'if-match': '"1"' };
    await api.as('admin-demo').send('PATCH', `/intake-sources/${source.id}`, { isEnabled: false }, { headers });
    const { secret } = await addSource(api.as('admin-demo'));
    const strangers = [
      page,
      ...[secret, 'a'.repeat(43), 'x', '%00%E4%BD%A0'].map((one) => new PublicForm(() => api.url, one)),
    ];
    for (const stranger of strangers) {
      const [opened, sent] = [await stranger.opens(), await stranger.sends({}, { page: 'x' })];
      expect([opened.status, sent.status]).toEqual([404, 404]);
      expect(opened.html).toContain('此页面不存在或已停用');
      expect(opened.html).not.toContain('江州市财政信息中心');
    }
  });

  test('has no other method, and no log tells its address', async () => {
    const { source, page } = await form();
    for (const method of ['PUT', 'DELETE'])
      expect((await fetch(`${api.url}/intake/${source.secret}`, { method })).status).toBe(405);
    await page.sends({}, { page: '' });
    await page.sends();
    await fetch(`${api.url}/Intake/${source.secret}`);
    const told = JSON.stringify([api.logged, await api.accesses(), await api.db.intakeSources.find().lean()]);
    expect(told).not.toContain(source.secret);
  });

  test('says that it was busy, with all that was typed, and the same page sent again is taken', async () => {
    const { page } = await form();
    const opened = await page.page();
    jest.spyOn(api.deps.gateway, 'begin').mockRejectedValueOnce(new Problem('busy', '', { retryAfterInSeconds: 1 }));
    const first = await page.sends({}, { page: opened });
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '1']);
    expect(first.html).toContain('系统繁忙');
    expect(hiddenIn(first.html)).toBe(opened);
    const second = await page.sends({}, { page: opened });
    expect(second.status).toBe(201);
    expect(await api.db.intake.countDocuments({ _id: numberIn(second)! })).toBe(1);
  });
});
