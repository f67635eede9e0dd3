import { Installation } from '../harness/installation';
import type { Answer, Request } from '../harness/person';
import { refused } from './refusals';

const JSON_TYPE = { 'content-type': 'application/json' };
const OPERATORS: readonly unknown[] = [
  ...[{ $ne: null }, { $gt: '' }, { $regex: '.*' }, { $where: 'sleep(1000)' }, { $in: ['D-0001'] }],
  ...[[{ $ne: null }], { toString: 'x' }],
];
/** As a parser makes them, not as TypeScript would. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'].map(
  (name) => JSON.parse(`{"${name}":{"isAdmin":true}}`) as unknown,
);

/** The body with one value put into a place. */
function withAt(body: object, place: readonly (string | number)[], value: unknown): object {
  const [first, ...rest] = place;
  const inner = (body as Record<string | number, unknown>)[first ?? ''];
  const put = rest.length === 0 ? value : withAt(inner ?? {}, rest, value);
  return Array.isArray(body) ? body.with(Number(first), put) : { ...body, [first ?? '']: put };
}

describe('设备报废审批: requests that nobody should send', () => {
  let h: Installation;
  const at = { caseId: '', task: '', device: '' };
  beforeAll(async () => {
    h = await Installation.start();
    at.device = await h.device();
    at.caseId = await h.as('li').startsScrap(await h.device());
    at.task = `${at.caseId}.receipt.1`;
    await h.as('zhao').startsScrap(await h.device());
  });
  afterAll(async () => {
    await h.stop();
  });

  const posts =
    (path: string, rawBody: Request['rawBody'] & {}, headers: Readonly<Record<string, string>> = JSON_TYPE) =>
    async () =>
      await h.as('li').send('POST', path, undefined, { rawBody, headers });

  describe('a body', () => {
    it.each([
      ['is cut off', '{"process":"scrap","form":{'],
      ['is no JSON', 'process=scrap'],
      ['is a word', '"scrap"'],
      ['is nothing', 'null'],
      ['ends twice', '{}{}'],
      ['has a comment', '{"process":"scrap"/* sic */}'],
    ])('that %s', async (_, text) => {
      const answer = await refused(h, posts('/cases', text), 'malformed-request');
      expect(JSON.stringify(answer.body)).not.toContain('sic');
    });

    it.each([
      ['text', 'text/plain'],
      ['a web form', 'application/x-www-form-urlencoded'],
      ['XML', 'application/xml'],
      ['JSON in another alphabet', 'application/json; charset=gbk'],
      ['what it does not say', ''],
    ])('that is said to be %s', async (_, type) => {
      const body = JSON.stringify(await h.as('li').scrapBody(at.device));
      await refused(h, posts('/cases', new Blob([body]), type === '' ? {} : { 'content-type': type }), 'wrong-type');
    });

    it('that is an upload, where none is taken', async () => {
      const upload = new FormData();
      upload.append('file', new Blob(['x']), 'x.txt');
      await refused(h, posts('/cases', upload, {}), 'wrong-type');
      await refused(
        h,
        async () => await h.as('chen').send('POST', `/tasks/${at.task}/claim`, undefined, { rawBody: upload }),
        'wrong-type',
      );
    });

    it('of more than a megabyte', async () => {
      const body = await h.as('li').scrapBody(at.device, { reason: 'x'.repeat(1024 * 1024) });
      await refused(h, async () => await h.as('li').post('/cases', body), 'too-large');
      await refused(h, posts('/cases', `[${'['.repeat(600_000)}${']'.repeat(600_000)}]`), 'too-large');
    });

    it.each([100, 1_000, 2_000, 2_500, 3_000, 5_000, 100_000])('that is %d levels deep', async (depth) => {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      for (const text of [
        deep,
        `{"process":"scrap","form":{"remark":${deep}}}`,
        `{"process":"scrap","form":{"x":${deep}}}`,
      ]) {
        const answer = await posts('/cases', text)();
        expect([400, 422]).toContain(answer.status);
      }
    });
  });

  describe('an attachment', () => {
    const uploads = (
      ...parts: readonly (readonly [field: string, bytes: Uint8Array<ArrayBuffer> | string, name: string])[]
    ) => {
      const form = new FormData();
      for (const [field, bytes, name] of parts) form.append(field, new Blob([bytes], { type: 'text/plain' }), name);
      return posts('/attachments', form, {});
    };

    it('of eleven megabytes', async () => {
      await refused(h, uploads(['file', new Uint8Array(11 * 1024 * 1024).fill(97), '日志.txt']), 'too-large');
    });

    it('that is empty, a program, or not there', async () => {
      await refused(h, uploads(['file', '', '空.txt']), 'invalid-input', '/file');
      await refused(h, uploads(['file', 'MZ', '病毒.exe']), 'wrong-type');
      await refused(h, posts('/attachments', '{}'), 'invalid-input', '/file');
      await refused(h, uploads(['evidence', 'x', 'x.txt']), 'malformed-request');
      await refused(h, uploads(['file', 'x', 'x.txt'], ['file', 'y', 'y.txt']), 'malformed-request');
    });
  });

  describe('an operator or a forbidden name', () => {
    const start = {
      process: 'scrap',
      form: { device: '', reason: '坏', evidenceKind: 'test-report', evidence: ['A-1'] },
    };
    const receipt = { receivedOn: '2026-11-21', place: '库房', condition: '齐全', signature: true };
    const complete = { outcome: 'submit', comment: '见表', returnTo: 'register', form: receipt };

    it.each<[string, readonly (string | number)[]]>([
      ['the process', ['process']],
      ['the device', ['form', 'device']],
      ['the reason', ['form', 'reason']],
      ['the kind of evidence', ['form', 'evidenceKind']],
      ['the list of evidence', ['form', 'evidence']],
      ['a file of it', ['form', 'evidence', 0]],
      ['the value', ['form', 'valueInYuan']],
      ['the remark', ['form', 'remark']],
    ])('in %s of a start', async (_, place) => {
      const form = { ...start.form, device: at.device, valueInYuan: 8_000, remark: '无' };
      await refusedEverywhere('li', '/cases', { ...start, form }, place);
    });

    it.each<[string, readonly string[]]>([
      ['the outcome', ['outcome']],
      ['the comment', ['comment']],
      ['the stage to return to', ['returnTo']],
      ['the day', ['form', 'receivedOn']],
      ['the place', ['form', 'place']],
      ['the condition', ['form', 'condition']],
      ['the signature', ['form', 'signature']],
    ])('in %s of a decision', async (_, place) => {
      await refusedEverywhere('chen', `/tasks/${at.task}/complete`, complete, place);
    });

    it.each([
      ['chen', 'transfer', { to: 'U-chen', reason: '出差' }, 'to'],
      ['chen', 'transfer', { to: 'U-chen', reason: '出差' }, 'reason'],
      ['li', 'withdraw', { reason: '撤回' }, 'reason'],
      ['wang', 'cancel', { reason: '取消' }, 'reason'],
    ] as const)('sent by %s to %s', async (who, verb, body, field) => {
      const path = verb === 'transfer' ? `/tasks/${at.task}/${verb}` : `/cases/${at.caseId}/${verb}`;
      await refusedEverywhere(who, path, body, [field]);
    });

    async function refusedEverywhere(who: string, path: string, body: object, place: readonly (string | number)[]) {
      for (const value of OPERATORS) {
        const answer = await refused(
          h,
          () => h.as(who).post(path, withAt(body, place, value)),
          'invalid-input',
          ...pointersOf(place, value),
        );
        expect(answer.status).toBe(422);
      }
      for (const value of FORBIDDEN)
        await refused(h, () => h.as(who).post(path, withAt(body, place, value)), 'malformed-request');
    }

    function pointersOf(place: readonly (string | number)[], value: unknown): string[] {
      const pointer = place.map((part) => `/${part}`).join('');
      return [pointer === '/form/evidence' && Array.isArray(value) ? `${pointer}/0` : pointer];
    }

    it('as the names of fields', async () => {
      const form = { ...start.form, device: at.device, evidence: [await h.as('li').uploads('a.txt')], valueInYuan: 1 };
      for (const name of ['$where', '$ne', 'a.b', 'toString', 'hasOwnProperty']) {
        const more = { [name]: 'x' };
        await refused(h, () => h.as('li').post('/cases', { ...start, form, ...more }), 'invalid-input', `/${name}`);
        await refused(
          h,
          () => h.as('li').post('/cases', { ...start, form: { ...form, ...more } }),
          'invalid-input',
          `/form/${name}`,
        );
      }
    });
  });

  describe('a query', () => {
    const gets = (path: string) => async (): Promise<Answer> => await h.as('li').get(path);

    it.each(['$where=sleep(1000)', 'state[$ne]=open', '__proto__=1', 'constructor=1', 'state[]=open', 'unknown=1'])(
      'with %s, which no list knows',
      async (asked) => {
        for (const list of ['/cases', '/tasks', `/cases/${at.caseId}/journal`, '/devices'])
          await refused(h, gets(`${list}?${asked}`), 'invalid-input', `/${asked.replace(/=.*/, '')}`);
      },
    );

    it.each([
      ['/cases', 'state', '{"$ne":null}'],
      ['/cases', 'state', 'constructor'],
      ['/cases', 'customer', '{"$ne":null}'],
      ['/cases', 'customer', '$ne'],
      ['/cases', 'applicant', '$ne'],
      ['/cases', 'needsAttention', 'perhaps'],
      ['/cases', 'limit', '0'],
      ['/cases', 'limit', '201'],
      ['/cases', 'limit', '1.5'],
      ['/cases', 'limit', 'all'],
      ['/tasks', 'view', '__proto__'],
      ['/tasks', 'case', '{"$gt":""}'],
      ['/tasks', 'customer', '../C-0001'],
    ])('of %s by %s %s', async (list, field, value) => {
      await refused(h, gets(`${list}?${field}=${encodeURIComponent(value)}`), 'invalid-input', `/${field}`);
    });

    it('twice for the same', async () => {
      await refused(h, gets('/cases?state=open&state=completed'), 'invalid-input', '/state');
      await refused(h, gets('/tasks?limit=1&limit=2'), 'invalid-input', '/limit');
    });

    it('of one case tells the same with or without an operator beside it', async () => {
      const [plain, odd] = [
        await h.as('li').get(`/cases/${at.caseId}`),
        await h.as('li').get(`/cases/${at.caseId}?$where=1`),
      ];
      expect(odd.body).toEqual(plain.body);
    });

    it.each<[string, (path: unknown) => unknown]>([
      ['says no instant', () => ({ at: 'yesterday', id: 'BF-1' })],
      ['lacks its place', () => ({})],
      ['is at nothing', () => null],
      ['is at an operator', () => ({ at: { $gt: '' }, id: 'BF-1' })],
      ['is at a list', () => ['2026-11-21T00:00:00.000Z', 'BF-1']],
      ['has more in it', (place) => ({ ...(place as object), $where: '1' })],
    ])('with a cursor that %s', async (_, change) => {
      for (const [who, list] of [
        ['zheng', '/cases?limit=1'],
        ['chen', '/tasks?limit=1'],
        ['li', `/cases/${at.caseId}/journal?limit=1`],
      ] as const) {
        const { body } = await h.as(who).get<{ nextCursor: string }>(list);
        const { f, p } = JSON.parse(Buffer.from(body.nextCursor, 'base64url').toString()) as { f: string; p: unknown };
        const forged = Buffer.from(JSON.stringify({ f, p: change(p) })).toString('base64url');
        await refused(h, async () => await h.as(who).get(`${list}&after=${forged}`), 'invalid-input', '/after');
        for (const after of ['x', '', `${body.nextCursor}x`.slice(5)])
          await refused(h, async () => await h.as(who).get(`${list}&after=${after}`), 'invalid-input', '/after');
      }
    });
  });

  describe('a line break in a name', () => {
    const NAME = '打印机\r\nBcc: everybody@example.com';

    it.each([
      [
        'a device',
        'wang',
        '/devices',
        {
          customerId: 'C-0001',
          model: 'm',
          serialNumber: 's',
          location: 'l',
          businessSystem: 'b',
          businessLevel: '一级',
        },
      ],
      ['a customer', 'feng', '/customers', { kind: 'core', tier: 'gold' }],
      [
        'a person',
        'admin-demo',
        '/users',
        { username: 'newcomer', email: 'n@example.com', grants: [{ role: 'engineer', customerId: 'C-0001' }] },
      ],
    ])('of %s is refused', async (_, who, path, rest) => {
      for (const name of [NAME, 'a\nb', 'a\rb', 'a\u0000b'])
        await refused(h, () => h.as(who).post(path, { ...rest, name }), 'invalid-input', '/name');
    });

    it('that is in the records all the same reaches no header of a mail', async () => {
      await h.db.users.updateOne({ username: 'li' }, { $set: { name: `李工\r\nBcc: everybody@example.com` } });
      const caseId = await h.as('li').startsScrap(await h.device({ name: NAME }));
      const mail = await h.mails.expect('chen', '【待办】', caseId);
      expect(mail.to).toEqual(['chen@opsflow.example']);
      expect(mail.subject).not.toMatch(/[\r\n]/);
      expect(mail.subject).toContain('打印机');
      await h.mails.nothingElse(caseId);
      await h.db.users.updateOne({ username: 'li' }, { $set: { name: '李工' } });
    });

    it('of an uploaded file is left out', async () => {
      const file = await h.as('li').uploads('报告\r\nBcc: x.txt');
      expect((await h.db.attachments.findById(file).lean())?.fileName).not.toMatch(/[\r\n]/);
    });
  });

  describe('an address', () => {
    const BODIES: Readonly<Record<string, unknown>> = {
      complete: { outcome: 'submit', form: { receivedOn: '2026-11-21', place: 'a', condition: 'b', signature: true } },
      ...{ claim: {}, resume: {}, pause: { reason: '等待用户' }, transfer: { to: 'U-chen', reason: '出差' } },
      ...{ withdraw: { reason: '撤回' }, cancel: { reason: '取消' } },
    };
    const VERBS = ['/journal', '/documents', '/clocks', '/withdraw', '/cancel'];
    const pathsOf = (caseId: string) => [
      ...['', ...VERBS].map((rest) => `/cases/${caseId}${rest}`),
      ...['', '/deadline', '/complete', '/claim', '/transfer', '/pause', '/resume'].map(
        (rest) => `/tasks/${caseId}.receipt.1${rest}`,
      ),
      `/documents/${caseId}.scrap-approval.v1`,
    ];
    const asks = (who: string, path: string) => async () => {
      const body = BODIES[path.split('/').at(-1) ?? ''];
      return body === undefined ? await h.as(who).get(path) : await h.as(who).post(path, body);
    };

    it('of what does not exist, and of what is another customer’s, are told apart by nobody', async () => {
      const file = await h.as('li').uploads('报告.txt');
      const caseId = await h.as('li').startsScrap(await h.device(), { evidence: [file] });
      await h.as('chen').submits(caseId, 'receipt');
      await h.as('wang').rejects(caseId, 'manager-review', '仍可维修');
      await h.ended(caseId);
      expect((await h.as('li').get(`/documents/${caseId}.scrap-approval.v1`)).status).toBe(200);
      const nowhere = [...pathsOf('BF-20200101-0001'), '/attachments/A-nowhere'];
      const foreign = [...pathsOf(caseId), `/attachments/${file}`];
      for (const [index, path] of foreign.entries()) {
        const unknown = await refused(h, asks('he', nowhere[index] ?? ''), 'not-found');
        for (const who of ['he', 'qian']) {
          const hidden = await refused(h, asks(who, path), 'not-found');
          const { instance: _, requestId: __, ...told } = hidden.body;
          expect(unknown.body).toMatchObject(told);
        }
      }
    });

    it('that is no address at all', async () => {
      await refused(h, async () => await h.as('li').get('/cases/$ne'), 'invalid-input', '/id');
      await refused(h, async () => await h.as('li').get(`/cases/${'x'.repeat(65)}`), 'invalid-input', '/id');
      await refused(h, async () => await h.as('li').get(`/tasks/${'x'.repeat(121)}`), 'invalid-input', '/id');
      for (const path of ['/tasks/$ne', '/tasks/__proto__', '/documents/..%2f..', '/tasks/constructor'])
        await refused(h, async () => await h.as('li').get(path), 'not-found');
    });
  });
});
