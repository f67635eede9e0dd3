import { addSearchTerms, renewSearchTerms } from '../../api/setup/search-terms';
import { searchAnswer } from '../../models/contracts/search';
import { caseTerms, withTerms } from '../../models/search/rows';
import type { CaseHead } from '../../models/contracts/record';
import { apiForThisFile } from './api-under-test';
import { contract, customer, device, user } from './resources';

const api = apiForThisFile();

interface Items {
  readonly items: readonly { readonly id: string; readonly name: string; readonly username: string }[];
}
const found = async (who: string, path: string, q: string) => {
  const { status, body } = await api.as(who).get<Items>(`${path}?limit=200&q=${encodeURIComponent(q)}`);
  expect([q, status]).toEqual([q, 200]);
  return body.items.map(({ id }) => id);
};

describe('q', () => {
  test.each([
    ['/customers', '财政', 'C-0001'],
    ['/customers', 'jzsczxxzx', 'C-0001'],
    ['/customers', 'yunshandaxue', 'C-0002'],
    ['/customers', '陈国栋', 'C-0001'],
    ['/customers', '55500301', 'C-0003'],
    ['/contracts', 'yw-2026-014', 'K-0002'],
    ['/contracts', '２０２６０２７', 'K-0003'],
    ['/devices', 'j30cz001a1', 'D-0001'],
    ['/users', 'wangjingli', 'U-wang'],
    ['/users', 'wjl', 'U-wang'],
    ['/users', '何', 'U-he'],
  ])('of %s finds by %s', async (path, words, id) => {
    expect(await found('admin-demo', path, words)).toContain(id);
  });

  test.each([
    ['/customers', '云山大学', 'C-0002'],
    ['/contracts', 'yw-2026-014', 'K-0002'],
    ['/devices', '7xk2m13', 'D-0006'],
    ['/users', 'hezhuren', 'U-he'],
  ])('of %s finds nothing of another customer by %s', async (path, words, id) => {
    expect(await found('admin-demo', path, words)).toEqual([id]);
    expect(await found('he', path, words)).toEqual([id]);
    expect(await found('chen', path, words)).toEqual([]);
  });

  test('narrows together with the other filters, a page at a time', async () => {
    const path = '/users?limit=1&role=engineer&q=%E5%B7%A5';
    const { body } = await api.as('admin-demo').get<Items & { nextCursor: string }>(path);
    expect(body.items.map(({ id }) => id)).toEqual(['U-li']);
    const next = await api.as('admin-demo').get<Items>(`${path}&after=${body.nextCursor}`);
    expect(next.body.items.map(({ id }) => id)).toEqual(['U-zhao']);
  });

  test('of signs alone finds nothing', async () => {
    for (const path of ['/customers', '/users', '/cases', '/tasks'])
      expect(await found('admin-demo', path, '……')).toEqual([]);
  });

  test.each([
    ['/customers', customer, 'admin-demo', 'xinkehu', { name: '改名医院' }, 'gmyy'],
    ['/contracts', contract, 'admin-demo', 'yw-t-1', { number: 'HT-9-77' }, 'ht977'],
    ['/devices', device, 'admin-demo', 'jfkt', { model: '维谛 Liebert' }, 'liebert'],
    ['/users', user, 'admin-demo', 'ceshiyuan', { phone: '010-8888 7766' }, '88887766'],
  ])('of %s finds what was added just now, and what was changed', async (path, input, who, before, change, after) => {
    const added = await api.as(who).post<{ id: string }>(path, input);
    expect(added.status).toBe(201);
    expect(JSON.stringify(added.body)).not.toContain('search');
    expect(await found(who, path, before)).toContain(added.body.id);
    expect(await found(who, path, after)).not.toContain(added.body.id);
    const headers = { 'if-match': '"1"' };
    const changed = await api.as(who).send('PATCH', `${path}/${added.body.id}`, change, { headers });
    expect(changed.status).toBe(200);
    expect(JSON.stringify(changed.body)).not.toContain('search');
    expect(await found(who, path, after)).toContain(added.body.id);
  });
});

describe('cases and tasks', () => {
  const row = (number: number, about: Partial<CaseHead> & { customer: CaseHead['customer'] }, more: object = {}) => {
    const head: CaseHead = {
      ...{ id: `BF-20260101-000${number}`, process: 'scrap', subject: '惠普激光打印机（SN7788）', priority: 'normal' },
      ...{ applicant: { id: 'U-li', name: '李工' }, startedAt: `2026-01-0${number}T00:00:00.000Z` },
      about: { deviceIds: [`D-000${number}`], numbers: [`SN7788${number}`], words: ['M404dn'] },
      ...about,
    };
    const at = new Date(head.startedAt);
    return {
      ...{ _id: head.id, process: head.process, customer: head.customer, customerId: head.customer?.id ?? null },
      ...{ applicant: head.applicant, subject: head.subject, priority: head.priority, startedAt: at, updatedAt: at },
      ...{ state: 'open', stage: 'manager-review', round: 1, closing: null, dueAt: null, closedAt: null, data: {} },
      waiting: { kind: 'nothing' },
      ...{ documents: [], people: [head.applicant.id], journalHead: { seq: 1, hash: '' }, recordSeq: 1, runIds: ['r'] },
      ...{ attention: null, checkedAt: at, historyFiledAt: null, search: caseTerms(head) },
      ...more,
    };
  };
  const [c1, c2] = [
    { id: 'C-0001', name: '江州市财政信息中心' },
    { id: 'C-0002', name: '云山大学第一附属医院' },
  ];
  const task = (number: number, more: object = {}) => ({
    ...{ _id: `BF-20260101-000${number}.manager-review.1`, caseId: `BF-20260101-000${number}`, process: 'scrap' },
    ...{ customerId: number > 2 ? 'C-0002' : 'C-0001', subject: '…', applicant: { id: 'U-li', name: '李工' } },
    ...{ priority: 'normal', stage: 'manager-review', step: 'manager-review', round: 1, status: 'open' },
    ...{ form: { id: 'scrap.opinion', version: 1 }, prefill: {}, outcomes: ['approve'], returnTo: [], ladder: [] },
    ...{ openedAt: new Date(), closedAt: null, dueAt: null, sortAt: new Date('9999-12-31'), excluded: [] },
    ...{ participants: [], clock: null, openTo: ['person:U-zhao'], decision: null, isVoid: false },
    ...{ decidedBy: null, votedBy: [], decidedAt: null, outcome: null, ...more },
  });

  beforeAll(async () => {
    const due = new Date('2026-02-01T00:00:00Z');
    const rows = [
      row(1, { customer: c1 }),
      row(2, { customer: c1, subject: '戴尔服务器' }, { state: 'completed', stage: 'archive' }),
      row(3, { customer: c2, applicant: { id: 'U-zhao', name: '赵工' } }, { dueAt: due }),
      row(4, { customer: c2 }, { people: ['U-li', 'U-chen'] }),
    ];
    await api.db.cases.insertMany(rows as never);
    const tasks = [
      task(1),
      task(2, { sortAt: due, dueAt: due }),
      task(3, { pause: { since: '2026-01-03T00:00:00.000Z', reason: '等待配件' } }),
      task(4, { openTo: ['person:U-li'] }),
    ];
    await api.db.tasks.insertMany(tasks as never);
  });
  const numbers = (ids: readonly string[]) => ids.map((id) => Number(id.slice(12, 16)));
  const cases = async (who: string, query: string) => {
    const { status, body } = await api.as(who).get<Items>(`/cases?${query}`);
    expect([query, status]).toEqual([query, 200]);
    return numbers(body.items.map(({ id }) => id));
  };

  test.each([
    ['admin-demo', '打印机', [4, 3, 1]],
    ['admin-demo', '惠普 M404', [4, 3, 1]],
    ['admin-demo', 'daierfu', [2]],
    ['admin-demo', '77883', [3]],
    ['admin-demo', 'BF-20260101-0002', [2]],
    ['admin-demo', 'ydyfsyy', []],
    ['admin-demo', 'dyfsyy', [4, 3]],
    ['admin-demo', '设备报废 财政', [2, 1]],
    ['admin-demo', 'baofei', [4, 3, 2, 1]],
    ['admin-demo', '银行', []],
    ['he', '打印机', [4, 3]],
    ['he', '财政', []],
    ['he', 'BF-20260101-0001', []],
    ['chen', '打印机', [4, 1]],
    ['li', 'ysdx', [4]],
    ['xu', '打印机', []],
    ['xu', 'baofei', []],
  ])('%s finds by %s the cases %j', async (who, words, expected) => {
    expect(await cases(who, `q=${encodeURIComponent(words)}`)).toEqual(expected);
  });

  test.each([
    ['zheng', 'stage=archive', [2]],
    ['zheng', 'device=D-0003', [3]],
    ['chen', 'device=D-0003', []],
    ['zheng', 'applicant=U-zhao', [3]],
    ['chen', 'applicant=U-zhao', []],
    ['li', 'applicant=me', [4, 2, 1]],
    ['chen', 'mine=true', [4]],
    ['chen', 'customer=C-0002', [4]],
    ['li', 'mine=true&customer=C-0001', [2, 1]],
    ['zheng', 'startedFrom=2026-01-02T00:00:00Z&startedBefore=2026-01-04T00:00:00Z', [3, 2]],
    ['zheng', 'dueBefore=2026-03-01T00:00:00Z', [3]],
    ['zheng', 'dueBefore=2026-01-01T00:00:00Z', []],
    ['zheng', 'state=open&process=scrap&customer=C-0001&q=0001', [1]],
    ['zheng', 'process=fault', []],
  ])('%s filters by %s', async (who, query, expected) => {
    expect(await cases(who, query)).toEqual(expected);
  });

  test('pages of what is seen for two reasons hold each case once', async () => {
    const seen: number[] = [];
    for (let after = ''; ;) {
      const path = `/cases?limit=1&q=dayinji${after}`;
      const { body } = await api.as('chen').get<Items & { nextCursor: string | null }>(path);
      seen.push(...numbers(body.items.map(({ id }) => id)));
      if (body.nextCursor === null) break;
      after = `&after=${body.nextCursor}`;
    }
    expect(seen).toEqual([4, 1]);
  });

  test.each([
    ['', [2, 1, 3]],
    ['q=%E6%89%93%E5%8D%B0', [1, 3]],
    ['q=%E6%89%93%E5%8D%B0&limit=1', [1]],
    ['q=dell', []],
    ['q=fwq&overdue=false', []],
    ['q=fwq&overdue=true', [2]],
    ['overdue=true', [2]],
    ['overdue=false', [1, 3]],
    ['paused=true', [3]],
    ['paused=true&view=claimed', [3]],
    ['paused=true&case=BF-20260101-0001', []],
    ['paused=true&view=decided', []],
    ['paused=false', [2, 1]],
    ['customer=C-0002&process=scrap', [3]],
  ])('an inbox is filtered by %s', async (query, expected) => {
    const { status, body } = await api.as('zhao').get<Items>(`/tasks?${query}`);
    expect(status).toBe(200);
    expect(numbers(body.items.map(({ id }) => id))).toEqual(expected);
  });

  test('what was decided late is told from what was decided in time', async () => {
    const at = new Date('2026-03-01T00:00:00Z');
    const decided = { status: 'completed', votedBy: ['U-wu'], decidedAt: at, closedAt: at, openTo: [] };
    const late = { _id: 'BF-20260101-0001.wipe.1', dueAt: new Date('2026-02-01'), sortAt: new Date('2026-02-01') };
    await api.db.tasks.insertMany([
      task(1, { ...decided, ...late }),
      task(2, { ...decided, _id: 'BF-20260101-0002.wipe.1' }),
    ] as never);
    for (const [query, expected] of [
      ['overdue=true', [1]],
      ['overdue=false', [2]],
      ['q=%E6%88%B4%E5%B0%94', [2]],
    ] as const) {
      const { body } = await api.as('wu').get<Items>(`/tasks?view=decided&${query}`);
      expect([query, numbers(body.items.map(({ id }) => id))]).toEqual([query, expected]);
    }
  });

  test.each(['mine=2', 'dueBefore=tomorrow', 'startedFrom=2026-01-01', 'q=', `q=${'x'.repeat(101)}`, 'sort=-dueAt'])(
    'a list of cases refuses %s',
    async (query) => expect((await api.as('zheng').get(`/cases?${query}`)).status).toBe(422),
  );
});

describe('GET /search', () => {
  interface Found {
    readonly items: readonly { kind: string; id: string; title: string; customer: { name: string } | null }[];
    readonly more: readonly string[];
  }
  const search = async (who: string, query: string) => {
    const { status, body } = await api.as(who).get<Found>(`/search?${query}`);
    expect([query, status]).toEqual([query, 200]);
    return searchAnswer.parse(body);
  };
  const ids = async (who: string, words: string, rest = '') =>
    (await search(who, `q=${encodeURIComponent(words)}${rest}`)).items.map(({ kind, id }) => `${kind} ${id}`);

  test.each([
    ['zheng', '江', ['customers C-0001']],
    ['zheng', 'jzsczxxzx', ['customers C-0001']],
    ['zheng', '何', ['customers C-0002', 'people U-he']],
    ['zheng', '７xk2m13', ['devices D-0006']],
    ['zheng', 'hezhuren', ['people U-he']],
    ['chen', '何', []],
    ['chen', '7xk2m13', []],
    ['chen', 'ysdx', []],
    ['he', 'ysdx', ['customers C-0002']],
    ['he', 'jzsczx', []],
  ])('%s finds by %s %j', async (who, words, expected) => {
    const found = await ids(who, words);
    expect(found.filter((one) => !one.startsWith('cases'))).toEqual(expected);
  });

  test.each([
    ['zheng', 'bf-20260101-0003', ['cases BF-20260101-0003']],
    ['zheng', '惠普 M404 ysdx', ['cases BF-20260101-0004', 'cases BF-20260101-0003']],
    ['he', '打印机', ['cases BF-20260101-0004', 'cases BF-20260101-0003']],
    ['he', 'BF-20260101-0001', []],
    ['xu', '打印机', []],
    ['chen', '打印机', ['cases BF-20260101-0004', 'cases BF-20260101-0001']],
  ])('%s finds by %s the cases %j', async (who, words, expected) => {
    expect(await ids(who, words, '&kinds=cases')).toEqual(expected);
  });

  test('has first what has just that number, then what begins with the words', async () => {
    await api.db.devices.insertMany(
      ['A 打印机柜', '打印机柜', 'B 柜'].map((name, index) => {
        const row = {
          ...device,
          _id: `D-rank-${index}`,
          version: 1,
          updatedAt: new Date(),
          assetNumber: '',
          state: 'in-use',
        };
        const serialNumber = index === 2 ? 'RANK9' : `RANK9${index}`;
        return withTerms('devices', {
          ...row,
          name,
          serialNumber,
          scrappedBy: null,
          purchasedOn: null,
          valueInYuan: null,
        });
      }) as never,
    );
    expect((await ids('zheng', 'rank9', '&kinds=devices'))[0]).toBe('devices D-rank-2');
    expect(await ids('zheng', '打印机柜', '&kinds=devices')).toEqual(['devices D-rank-1', 'devices D-rank-0']);
  });

  test('says of which kinds there is more, and shows whose a device is', async () => {
    const { items, more } = await search('zheng', `q=${encodeURIComponent('服务')}&limit=1`);
    expect(items.filter(({ kind }) => kind === 'devices')).toHaveLength(1);
    expect(more).toContain('devices');
    expect(items.find(({ kind }) => kind === 'devices')?.customer?.name).toBeTruthy();
    expect((await search('zheng', 'q=%E2%80%A6')).items).toEqual([]);
  });

  test.each([
    'q=',
    'kinds=cases',
    'q=a&kinds=mails',
    'q=a&kinds=',
    'q=a&limit=51',
    'q=a&limit=0',
    'q=a&sort=x',
    'q[$ne]=a',
  ])('refuses %s', async (query) => expect((await api.as('zheng').get(`/search?${query}`)).status).toBe(422));
});

test('the terms of rows of before are added a batch at a time, those that have some stay, and a second run changes nothing', async () => {
  const kept = ['C-0001', 'D-0001'];
  const collections = ['customers', 'contracts', 'devices', 'users', 'cases'] as const;
  const before = await Promise.all(
    collections.map(async (name) => await api.db.connection.collection(name).find().toArray()),
  );
  for (const name of collections)
    await api.db.connection.collection(name).updateMany({ _id: { $nin: kept } } as never, { $unset: { search: 1 } });
  const device = { 'data.request': { device: 'D-0001' } };
  await api.db.cases.updateOne({ _id: 'BF-20260101-0001' }, { $set: device });
  const told: [number, number][] = [];
  await addSearchTerms(api.db, (done, of) => void told.push([done, of]));
  const after = await Promise.all(
    collections.map(async (name) => await api.db.connection.collection(name).find().toArray()),
  );
  for (const [index, rows] of before.slice(0, 4).entries()) expect(after[index]).toEqual(rows);
  const one = await api.db.cases.findById('BF-20260101-0001', { search: 1 }).lean();
  expect(one?.search).toEqual(expect.arrayContaining(['device:D-0001', 'number:j30cz001a1', '打印']));
  const [done, of] = told.at(-1)!;
  expect([done, of]).toEqual([of, before.flat().length - kept.length]);
  told.splice(0);
  await addSearchTerms(api.db, (...progress) => void told.push(progress));
  expect(told).toEqual([]);
});

test('terms that came to be made otherwise are made again, of every row', async () => {
  const rows = api.db.connection.collection<{ _id: string; search: string[] }>('devices');
  const terms = async () => (await rows.find().sort({ _id: 1 }).toArray()).map(({ _id, search }) => [_id, search]);
  const before = await terms();
  await rows.updateMany({ _id: { $ne: 'D-0002' } }, { $set: { search: ['of', 'before'] } });
  await rows.updateMany({ _id: 'D-0002' }, { $unset: { search: 1 } });
  await renewSearchTerms(api.db, () => undefined);
  expect(await terms()).toEqual(before);
});
