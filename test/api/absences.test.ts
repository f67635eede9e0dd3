import { randomUUID } from 'node:crypto';
import { FAULTS } from '../../models/faults';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();
const day = (number: number) => new Date(Date.UTC(2030, 9, number)).toISOString();
const body = (change: object = {}) => ({
  ...{ personId: 'U-li', substituteId: 'U-zhao', from: day(1), to: day(8), reason: '婚假' },
  ...change,
});

interface Answered {
  readonly id: string;
  readonly reason: string;
  readonly errors?: readonly object[];
  readonly may: { readonly change: boolean };
}

async function enters(who: string, change: object = {}): Promise<string> {
  const answer = await api.as(who).post<Answered>('/absences', body(change));
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}
async function patch(who: string, id: string, change: object) {
  const etag = (await api.as(who).get(`/absences/${id}`)).headers.get('etag') ?? '"0"';
  return await api.as(who).send('PATCH', `/absences/${id}`, change, { headers: { 'if-match': etag } });
}
const listed = async (who: string, query = '') => {
  const { body: page } = await api.as(who).get<{ items: Answered[] }>(`/absences?limit=200${query}`);
  return page.items;
};
const idsOf = (rows: readonly Answered[]) => rows.map(({ id }) => id);

afterEach(async () => {
  await api.db.absences.deleteMany({});
});

describe('an absence', () => {
  test.each([
    ['that ends before it begins', { to: day(1) }, '/to', 'absence-ends-first'],
    ['of more than a year', { to: day(500) }, '/to', 'absence-too-long'],
    ['that is over', { from: '2020-01-01T00:00:00Z', to: '2020-01-02T00:00:00Z' }, '/to', 'absence-ends-in-the-past'],
    ['with oneself as substitute', { substituteId: 'U-li' }, '/substituteId', 'absence-in-a-circle'],
    ['with nobody known as substitute', { substituteId: 'U-none' }, '/substituteId', 'substitute-of-another-side'],
    [
      "with a customer's person as substitute",
      { substituteId: 'U-chen' },
      '/substituteId',
      'substitute-of-another-side',
    ],
    ['of nobody known', { personId: 'U-none' }, '/personId', 'no-such-colleague'],
    ['at no instant', { from: 'morgen' }, '/from', null],
    ['without a reason', { reason: ' ' }, '/reason', null],
  ] as const)('%s is refused', async (_, change, pointer, code) => {
    const answer = await api.as('admin-demo').post<Answered>('/absences', body(change));
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, ...(code && { detail: FAULTS[code].zh }) }] },
    });
    expect(await api.db.absences.countDocuments()).toBe(0);
  });

  test('that makes a circle is refused, also over others; in another time it is none', async () => {
    await enters('li');
    await enters('zhao', { personId: 'U-zhao', substituteId: 'U-sun' });
    const circle = { personId: 'U-sun', substituteId: 'U-li', from: day(7), to: day(9) };
    const answer = await api.as('sun').post<Answered>('/absences', body(circle));
    expect(answer.body.errors).toMatchObject([{ pointer: '/substituteId', detail: FAULTS['absence-in-a-circle'].zh }]);
    await enters('sun', { ...circle, from: day(8) });
  });

  test('that makes a circle with one entered at the same moment is refused', async () => {
    const both = await Promise.all([
      api.as('li').post('/absences', body()),
      api.as('zhao').post('/absences', body({ personId: 'U-zhao', substituteId: 'U-li' })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  test('at the time of another of the same person is refused; a substitute who has left too', async () => {
    await enters('li');
    const again = await api.as('li').post<Answered>('/absences', body({ from: day(7), to: day(9) }));
    expect(again.body.errors).toMatchObject([{ pointer: '/from', detail: FAULTS['absence-overlaps'].zh }]);
    await api.db.users.updateOne({ _id: 'U-zhao' }, { isActive: false });
    const left = await api.as('li').post<Answered>('/absences', body({ from: day(8), to: day(9) }));
    await api.db.users.updateOne({ _id: 'U-zhao' }, { isActive: true });
    expect(left.body.errors).toMatchObject([{ pointer: '/substituteId' }]);
  });

  test('sent again under its key is entered once', async () => {
    const key = randomUUID();
    const first = await api.as('li').post('/absences', body(), { key });
    expect((await api.as('li').post('/absences', body(), { key })).body).toEqual(first.body);
    expect(await api.db.absences.countDocuments()).toBe(1);
  });
});

describe('who may enter it', () => {
  test.each([
    ['li', 'themselves'],
    ['wang', 'their manager, who also leads their team'],
    ['feng', "their manager's manager"],
    ['admin-demo', 'an administrator'],
  ])('%s: %s', async (who) => {
    const id = await enters(who);
    expect((await patch(who, id, { substituteId: 'U-sun' })).status).toBe(200);
  });

  test('nobody for another with themselves as substitute: they would give themselves what the other may decide', async () => {
    const self = { substituteId: 'U-wang' };
    for (const answer of [
      await api.as('wang').post<Answered>('/absences', body(self)),
      await patch('wang', await enters('wang'), self),
    ])
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/substituteId', detail: FAULTS['substitute-oneself'].zh }] },
      });
    await api.db.absences.deleteMany({});
    await enters('li', self);
  });

  test('which is kept: whoever said last who acts, and when', async () => {
    const id = await enters('li');
    const enteredBy = async () => (await api.db.absences.findById(id).lean())!.enteredBy;
    await patch('wang', id, { reason: '婚假（补登）' });
    expect(await enteredBy()).toBe('U-li');
    await patch('wang', id, { substituteId: 'U-sun' });
    expect(await enteredBy()).toBe('U-wang');
    await patch('li', id, { to: day(9) });
    expect(await enteredBy()).toBe('U-li');
  });

  test.each(['zhao', 'qian', 'chen'])('not %s', async (who) => {
    expect(await api.as(who).post('/absences', body())).toMatchObject({ status: 403 });
    const id = await enters('li');
    const status = who === 'chen' ? 404 : 403;
    expect((await patch(who, id, { isCancelled: true })).status).toBe(status);
    expect((await api.db.absences.findById(id).lean())!.isCancelled).toBe(false);
  });

  test('a customer’s person for themselves, with a substitute of the same customer only', async () => {
    const own = { personId: 'U-chen' };
    expect((await api.as('chen').post('/absences', body({ ...own, substituteId: 'U-he' }))).status).toBe(422);
    expect((await api.as('chen').post('/absences', body({ ...own, substituteId: 'U-li' }))).status).toBe(422);
    const model = await api.db.users.findById('U-chen').lean();
    await api.db.users.create([{ ...model!, _id: 'U-chen2', username: 'chen2', name: '陈副科长' }]);
    await enters('chen', { ...own, substituteId: 'U-chen2' });
  });
});

describe('it is changed', () => {
  test('only by who has read it last, and never after it is over or was cancelled', async () => {
    const id = await enters('li');
    const old = { headers: { 'if-match': '"9"' } };
    expect((await api.as('li').send('PATCH', `/absences/${id}`, { to: day(9) }, old)).status).toBe(412);
    expect((await patch('li', id, { isCancelled: true })).body).toMatchObject({ isCancelled: true });
    expect((await patch('li', id, { isCancelled: false })).status).toBe(409);
    expect(await enters('li')).not.toBe(id);
  });

  test('but not its beginning once it has begun', async () => {
    const from = new Date(Date.now() - 60_000).toISOString();
    const id = await enters('li', { from, to: new Date(Date.now() + 3_600_000).toISOString() });
    const moved = await patch('li', id, { from: new Date().toISOString() });
    expect(moved).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/from', detail: FAULTS['absence-has-begun'].zh }] },
    });
    expect((await patch('li', id, { to: new Date(Date.now() + 7_200_000).toISOString() })).status).toBe(200);
  });

  test('into none that could not be entered', async () => {
    const id = await enters('li');
    await enters('zhao', { personId: 'U-zhao', substituteId: 'U-sun' });
    await enters('sun', { personId: 'U-sun', substituteId: 'U-qian' });
    expect((await patch('sun', await theirs('U-sun'), { substituteId: 'U-li' })).status).toBe(422);
    expect((await patch('li', id, { to: day(1) })).status).toBe(422);
  });

  test('and each change is kept, for those who look after absences', async () => {
    const id = await enters('li');
    await patch('wang', id, { substituteId: 'U-sun' });
    const { body: page } = await api.as('admin-demo').get<{ items: object[] }>(`/absences/${id}/changes`);
    expect(page.items[0]).toMatchObject({
      ...{ by: { id: 'U-wang' }, changes: { substituteId: { from: 'U-zhao', to: 'U-sun' } } },
    });
    expect((await api.as('li').get(`/absences/${id}/changes`)).status).toBe(403);
  });

  const theirs = async (personId: string) => (await api.db.absences.findOne({ personId }).lean())!._id;
});

describe('the list', () => {
  test('tells colleagues who is absent and who acts, and the reason to those only who may enter it', async () => {
    const id = await enters('li');
    for (const [who, reason] of [
      ['li', '婚假'],
      ['wang', '婚假'],
      ['zhao', ''],
      ['qian', ''],
    ] as const)
      expect((await listed(who)).map((row) => [row.id, row.reason, row.may.change])).toEqual([
        [id, reason, reason !== ''],
      ]);
    expect(await listed('chen')).toEqual([]);
    expect((await api.as('chen').get(`/absences/${id}`)).status).toBe(404);
  });

  test('is narrowed to a person, a substitute, those whom one leads, and what was before', async () => {
    const [lis, sun] = [
      await enters('li'),
      await enters('sun', { personId: 'U-sun', substituteId: 'U-li', from: day(9), to: day(10) }),
    ];
    const qian = await enters('qian', { personId: 'U-qian', substituteId: 'U-li', from: day(9), to: day(12) });
    expect(idsOf(await listed('li'))).toEqual([lis, sun, qian]);
    expect(idsOf(await listed('li', '&person=me'))).toEqual([lis]);
    expect(idsOf(await listed('li', '&substitute=me'))).toEqual([sun, qian]);
    expect(idsOf(await listed('wang', '&led=true'))).toEqual([lis, sun]);
    expect(idsOf(await listed('li', '&led=true'))).toEqual([]);
    expect(idsOf(await listed('li', `&since=${day(9)}`))).toEqual([sun, qian]);
  });
});
