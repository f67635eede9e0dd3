import { mailPage } from '../../models/contracts/mail';
import { mailRow } from '../unit/mail-row';
import { apiForThisFile } from './api-under-test';
import { caseRow } from './case-rows';

const api = apiForThisFile();
const CASE = 'BF-20261121-0001';
const PATH = `/cases/${CASE}/mails`;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 2, minute));

beforeAll(async () => {
  await api.db.cases.create([caseRow(CASE)]);
  const failed = { startedAt: at(1), endedAt: at(2), result: 'failed', reply: '451 try later' } as const;
  const sent = { startedAt: at(3), endedAt: at(4), result: 'sent', reply: '250 taken' } as const;
  await api.db.mails.insertMany([
    mailRow({ _id: 'b', createdAt: at(5), nextAttemptAt: at(5) }),
    mailRow({ _id: 'a', createdAt: at(0), state: 'sent', sentAt: at(4), attempts: [failed, sent] }),
    mailRow({ _id: 'other', caseId: 'BF-20261121-0002' }),
  ]);
});

test('staff see to whom each mail of a case went, and how each attempt ended', async () => {
  const { status, body } = await api.as('wang').get(PATH);
  expect(status).toBe(200);
  expect(mailPage.parse(body).items).toMatchObject([
    {
      ...{ id: 'a', kind: 'task-opened', recipient: { id: 'u-wang', name: '王经理' }, state: 'sent' },
      ...{ sentAt: at(4).toISOString(), nextAttemptAt: null },
      attempts: [{ result: 'failed', reply: '451 try later' }, { result: 'sent' }],
    },
    { id: 'b', state: 'queued', sentAt: null, attempts: [], nextAttemptAt: at(5).toISOString() },
  ]);
  expect(JSON.stringify(body)).not.toContain('"wang@ops.example.com');
});

test('a page at a time', async () => {
  const { body } = await api.as('wang').get(`${PATH}?limit=1`);
  const rest = await api.as('wang').get<{ items: { id: string }[] }>(`${PATH}?after=${String(body.nextCursor)}`);
  expect(rest.body.items.map(({ id }) => id)).toEqual(['b']);
});

test("not the customer's people, nor staff of other customers", async () => {
  expect((await api.as('chen').get(PATH)).status).toBe(403);
  expect((await api.as('qian').get(PATH)).status).toBe(404);
});
