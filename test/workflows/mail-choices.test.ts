import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { MailServer } from './mail-server';

jest.setTimeout(120_000);

/** The hour of the wall clock in the company's zone, so many hours from now. */
const hour = (ahead: number) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' }).format(
    Date.now() + ahead * 3_600_000,
  );

describe('what people choose about their mails', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(() => h.stop());

  test('is heeded: no mail that is not wanted; what is not urgent waits for the end of quiet hours, what is urgent does not', async () => {
    await h.as('chen').send('PATCH', '/me', { mutedMails: ['task-opened', 'case-closed'] });
    await h.as('wang').send('PATCH', '/me', { quietHours: { from: hour(-1), to: hour(2) } });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const held = await h.db.mails.findOne({ caseId, 'recipient.id': 'U-wang' }).lean();
    expect(held).toMatchObject({ kind: 'task-opened', state: 'queued', attempts: [] });
    expect(held?.heldUntil?.getTime()).toBeGreaterThan(Date.now() + 3_600_000);
    expect(await h.db.mails.countDocuments({ caseId, 'recipient.id': 'U-chen' })).toBe(0);
    await h.mails.nothingElse(caseId);

    const task = await h.db.tasks.findOne({ caseId, status: 'open' }).lean();
    expect((await h.as('li').post(`/tasks/${task?._id}/nudge`, { reason: '用户在等' })).status).toBe(200);
    await h.mails.expect('wang', '【催办】', caseId);
    // The night is over.
    await h.db.mails.updateOne({ _id: held!._id }, { $set: { nextAttemptAt: new Date(), heldUntil: new Date() } });
    await h.mails.expect('wang', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
  });
});

describe('a mail that SMTP refuses', () => {
  let h: Installation;
  const smtp = new MailServer();
  beforeAll(async () => {
    await smtp.listen();
    smtp.manners.toRecipient = (address) =>
      address.startsWith('wang@') ? { code: 550, says: '5.1.1 no such user here' } : 'accept';
    h = await Installation.start({ SMTP_URL: smtp.url });
  });
  afterAll(async () => {
    await h.stop();
    await smtp.stop();
  });

  test('is shown on the task, with what the server said and what to do, to staff and not to the customer', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const taskId = `${caseId}.manager-review.1`;
    const undelivered = async (who: string) =>
      (await h.as(who).get<{ undelivered: { recipient: { name: string } }[] }>(`/tasks/${taskId}`)).body.undelivered;
    await eventually(async () => {
      expect(await undelivered('li')).toMatchObject([
        {
          ...{ kind: 'task-opened', state: 'refused', recipient: { id: 'U-wang' } },
          reply: expect.stringContaining('no such user here') as string,
        },
      ]);
    });
    expect(await undelivered('chen')).toEqual([]);
  });
});
