import type { MailRow } from '../../models/db';
import { takeMail } from '../../api/use-cases/intake/mail/take';
import { receivedSample } from '../harness/mail-samples';
import { mailRow } from '../unit/mail-row';
import { apiForThisFile } from './api-under-test';
import { caseRow, taskRow } from './case-rows';
import { casesWithoutEngine } from './cases-without-engine';

const api = apiForThisFile();
const { begun } = casesWithoutEngine(api);
const NUMBER = 'GZ-20200101-0001';
const MESSAGE_ID = `<${NUMBER}.fault-received.0123456789ab@ops.example>`;

/** Takes a sample under an id of its own. */
async function takes(name: string, id: string, ...changes: readonly [string, string][]) {
  const mail = await receivedSample(name, ...changes);
  return await takeMail(api.deps, api.deps.log, { ...mail, messageId: `<${id}>` }, ['desk@ops.example']);
}
const commentsOn = async (caseId: string) => await api.db.comments.find({ caseId }).sort({ at: 1 }).lean();

beforeAll(async () => {
  await api.db.cases.create([caseRow(NUMBER, { process: 'fault' })]);
  const held = { seat: 'respond', whom: { kind: 'persons', ids: [] } as const, keys: [], owner: null, vote: null };
  const participants = [{ ...held, assignee: { id: 'U-li', name: '李工' } }];
  await api.db.tasks.create([taskRow(NUMBER, { participants })]);
});

test('a mail of somebody of a customer is a fault that they report, once, with the files that any upload may have', async () => {
  await api.db.users.updateOne({ _id: 'U-chen' }, { $set: { email: 'chen@opsflow.example' } });
  const came = await takes('foxmail', 'one');
  expect(came).toMatchObject({ outcome: 'opened', caseId: begun.at(-1)?.head.id });
  const input = begun.at(-1)!;
  expect(input.request).toMatchObject({
    ...{ customer: 'C-0001', channel: 'mail', reporter: 'U-chen', title: '三楼收费窗口打印机不打印' },
    description: '早上八点起不打印，已重启过一次。\n陈科长\n未保存的附件（类型或大小不符）：setup.exe',
  });
  expect(input.facts).toMatchObject({ source: { kind: 'mail', name: '陈科长' }, isGraded: false });
  const files = await api.db.attachments.find({ caseId: input.head.id }).lean();
  expect(files.map(({ fileName, contentType, expiresAt }) => [fileName, contentType, expiresAt])).toEqual([
    ['照片.png', 'image/png', null],
  ]);

  const before = begun.length;
  expect(await takes('foxmail', 'one')).toMatchObject(came!);
  expect(begun.length).toBe(before);
});

test('what broke off is done again to the same end', async () => {
  jest.spyOn(api.deps.gateway, 'begin').mockRejectedValueOnce(new Error('the engine is away'));
  await expect(takes('foxmail', 'broken')).rejects.toThrow('away');
  // Somebody may still be at it.
  expect(await takes('foxmail', 'broken')).toBeNull();
  api.pass(5 * 60_000);
  const came = await takes('foxmail', 'broken');
  expect(came).toMatchObject({ outcome: 'opened' });
  expect(await api.db.intake.countDocuments({ _id: came!.caseId! })).toBe(1);
});

test('a contact of a customer reports by name; who is nobody’s, or one of the company, is a stranger', async () => {
  const contact = { name: '周处长', email: 'zhou@hospital.example', phone: '025-1', post: '', isVip: false };
  await api.db.customers.updateOne({ _id: 'C-0002' }, { $set: { contacts: [contact] } });
  expect(await takes('foxmail', 'contact', ['Chen@opsflow.example', contact.email])).toMatchObject({
    outcome: 'opened',
  });
  expect(begun.at(-1)?.request).toMatchObject({
    ...{ customer: 'C-0002', name: '周处长', mail: contact.email, phone: '025-1' },
  });
  const before = begun.length;
  const li = await api.db.users.findById('U-li').lean();
  for (const [id, address] of [
    ['nobody', 'nobody@else.example'],
    ['staff', li!.email],
  ] as const)
    expect(await takes('foxmail', id, ['Chen@opsflow.example', address])).toEqual({
      outcome: 'stranger',
      caseId: null,
    });
  expect(begun.length).toBe(before);
});

test('a number in the subject, or an answer to a mail of ours, adds it to that case, and who has it at hand is told', async () => {
  expect(await takes('reply', 'reply')).toEqual({ outcome: 'added', caseId: NUMBER });
  expect(await takes('reply-without-number', 'reply-2')).toEqual({ outcome: 'added', caseId: NUMBER });
  expect(await takes('reply', 'reply')).toMatchObject({ outcome: 'added' });
  const comments = await commentsOn(NUMBER);
  expect(comments.map(({ text, audience }) => [text.split('\n').at(-1), audience])).toEqual([
    ['补充：隔壁窗口也不打印了。', 'everybody'],
    ['Still broken.', 'everybody'],
  ]);
  const told = await api.db.mails.find({ caseId: NUMBER, kind: 'mentioned' }).lean();
  expect(told.map(({ recipient }) => recipient.id)).toEqual(['U-li', 'U-li']);
});

test('a number of another customer’s case, or of none, opens a fault of one’s own', async () => {
  const other = 'GZ-20200101-0002';
  await api.db.cases.create([caseRow(other, { process: 'fault', customerId: 'C-0002' })]);
  for (const number of [other, 'GZ-20200101-9999'])
    expect(await takes('reply', number, [NUMBER, number])).toMatchObject({
      outcome: 'opened',
      caseId: begun.at(-1)?.head.id,
    });
  expect(await commentsOn(other)).toEqual([]);
});

test('what is automatic, our own, or goes round in circles starts nothing', async () => {
  const before = [begun.length, (await commentsOn(NUMBER)).length];
  for (const name of ['out-of-office', 'vacation-old', 'newsletter', 'delayed'])
    expect(await takes(name, name)).toEqual({ outcome: 'automatic', caseId: null });
  for (const name of ['own', 'own-forwarded'])
    expect(await takes(name, name)).toEqual({ outcome: 'own', caseId: null });
  expect([begun.length, (await commentsOn(NUMBER)).length]).toEqual(before);
});

test('a bounce marks the mail as refused, and its task says who has not got it and why', async () => {
  const sentAt = new Date();
  const about = { caseId: NUMBER, taskId: `${NUMBER}.manager-review.1`, state: 'sent', sentAt } as const;
  await api.db.mails.create([mailRow({ ...about, _id: 'bounced', messageId: MESSAGE_ID })]);
  expect(await takes('bounce', 'bounce')).toEqual({ outcome: 'bounced', caseId: NUMBER });
  const row = await api.db.mails.findById('bounced').lean<MailRow>();
  expect([row?.state, row?.attempts.at(-1)?.reply]).toEqual([
    'refused',
    'smtp; 550 5.1.1 <gone@hospital.example>: Recipient address rejected: User unknown',
  ]);
  const { body } = await api.as('wang').get<{ undelivered: { reply: string }[] }>(`/tasks/${about.taskId}`);
  expect(body.undelivered.map(({ reply }) => reply)).toEqual([row?.attempts.at(-1)?.reply]);
  // One of nobody's mail is no more than a machine's word.
  await api.db.mails.deleteOne({ _id: 'bounced' });
  expect(await takes('bounce', 'bounce-2')).toEqual({ outcome: 'automatic', caseId: null });
});
