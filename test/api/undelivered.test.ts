import { mailPage } from '../../models/contracts/mail';
import type { MailRow } from '../../models/db';
import { mailRow } from '../unit/mail-row';
import { apiForThisFile } from './api-under-test';
import { caseRow, taskRow } from './case-rows';

const api = apiForThisFile();
const CASE = 'BF-20261121-0001';
const TASK = `${CASE}.manager-review.1`;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 2, minute));

type State = 'refused' | 'unknown' | 'sent';
function mail(id: string, who: string, state: State, minute: number, change: Partial<MailRow> = {}): MailRow {
  const attempt = { startedAt: at(minute), endedAt: at(minute), result: state, reply: '550 5.1.1 no such user' };
  const recipient = { id: `U-${who}`, name: who, address: `${who}@ops.example.com`, language: 'zh' } as const;
  return mailRow({
    ...{ _id: id, caseId: CASE, taskId: TASK, recipient, state },
    attempts: [attempt],
    createdAt: at(minute),
    ...change,
  });
}
const undelivered = async (who: string) =>
  (await api.as(who).get<{ undelivered: unknown[] }>(`/tasks/${TASK}`)).body.undelivered;

beforeAll(async () => {
  await api.db.cases.create([caseRow(CASE, { people: ['U-li', 'U-chen'] })]);
  await api.db.tasks.create([taskRow(CASE)]);
  await api.db.mails.insertMany([
    mail('a', 'wang', 'refused', 1),
    mail('b', 'sun', 'unknown', 2),
    mail('c', 'late', 'refused', 3),
    mail('d', 'late', 'sent', 4, { kind: 'task-reminder' }),
    mail('e', 'other', 'refused', 5, { taskId: `${CASE}.receipt.1` }),
    mail('f', 'quiet', 'sent', 6, {
      ...{ state: 'queued', attempts: [], nextAttemptAt: at(59), heldUntil: at(59) },
    }),
  ]);
});

test('a task shows its staff to whom its last mail did not get through, and what to do', async () => {
  expect(await undelivered('wang')).toMatchObject([
    {
      ...{ mailId: 'a', kind: 'task-opened', recipient: { id: 'U-wang', name: 'wang' }, state: 'refused' },
      ...{ at: at(1).toISOString(), reply: '550 5.1.1 no such user' },
      advice: { zh: expect.stringContaining('另行通知'), en: expect.stringContaining('another way') },
    },
    { mailId: 'b', state: 'unknown', advice: { zh: expect.stringContaining('可能已送达') } },
  ]);
});

test("but not the customer's people", async () => {
  expect(await undelivered('chen')).toEqual([]);
});

test('the mails of the case tell until when one waits for the end of quiet hours', async () => {
  const { body } = await api.as('wang').get(`/cases/${CASE}/mails`);
  const held = mailPage.parse(body).items.map(({ id, heldUntil }) => [id, heldUntil]);
  expect(held.filter(([, until]) => until !== null)).toEqual([['f', at(59).toISOString()]]);
});
