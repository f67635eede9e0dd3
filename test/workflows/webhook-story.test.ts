import { Webhook } from 'standardwebhooks';
import { JOURNAL_KINDS } from '../../models/contracts/record';
import { webhookEvent } from '../../models/contracts/webhooks';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { HookServer } from './hook-server';

describe('the events of a case', () => {
  let h: Installation;
  const hook = new HookServer();
  const robot = new HookServer();
  beforeAll(async () => {
    await Promise.all([hook.listen(), robot.listen()]);
    robot.react = (_request, response) => response.end('{"errcode":0,"errmsg":"ok"}');
    h = await Installation.start({
      SECRETS_KEY: 'a key for the secrets of this story',
      WEBHOOK_ALLOWED: '127.0.0.1/32',
    });
  });
  afterAll(async () => {
    await h.stop();
    await Promise.all([hook.stop(), robot.stop()]);
  });

  test('arrive one by one, each once, signed, in the order of its journal, also over a killed worker', async () => {
    const { body } = await h.as('admin-demo').post<{ id: string; secret: string }>('/webhooks', {
      ...{ name: '工单系统', url: hook.url, events: JOURNAL_KINDS, processes: ['scrap'] },
    });
    await h.as('admin-demo').post('/webhooks', {
      ...{ name: '运维群', format: 'wecom', url: `${robot.url}?key=k`, events: ['task-opened', 'case-closed'] },
      customers: ['C-0001'],
    });
    const other = await h.as('admin-demo').post<{ id: string }>('/webhooks', {
      ...{ name: '另一客户', url: hook.url, events: JOURNAL_KINDS, customers: ['C-0002'] },
    });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.killWorker();
    // What it had under way is sent once more when its lease is over; nobody waits for that here.
    await h.db.deliveries.updateMany({ state: 'sending' }, { $set: { leaseUntil: new Date(0) } });
    await h.startWorker();
    await h.as('wang').decides(caseId, 'manager-review', 'reject', { comment: '还能用' });
    await h.ended(caseId);

    const journal = await h.db.journal.find({ caseId }).sort({ seq: 1 }).lean();
    await eventually(async () => {
      expect(await h.db.deliveries.countDocuments({ caseId, state: { $ne: 'sent' } })).toBe(0);
    });
    expect(await h.db.deliveries.countDocuments({ webhookId: other.body.id })).toBe(0);
    // What had arrived when the worker was killed comes once more, under the same id.
    const ids = hook.arrived.map(({ headers }) => headers['webhook-id']);
    const once = hook.arrived.filter((_, index) => ids.indexOf(ids[index]) === index);
    const events = once.map(({ body: text, headers }) =>
      webhookEvent.parse(new Webhook(body.secret).verify(text, headers as Record<string, string>)),
    );
    expect(events.map(({ type, data }) => [type, data.entry?.seq])).toEqual(
      journal.map(({ kind, seq }) => [kind, seq]),
    );
    expect(events.at(-1)?.data.case).toMatchObject({ id: caseId, state: 'rejected' });

    const said = robot.arrived.map(
      ({ body: text }) => (JSON.parse(text) as { markdown: { content: string } }).markdown.content,
    );
    expect(each(said).map((text) => /^\*\*(【.*?】)/.exec(text)?.[1])).toEqual([
      '【待办】',
      '【待办】',
      '【流程结束】',
    ]);
  });

  test('do not hold the case up when the endpoint is away, and a test event tells so', async () => {
    hook.react = (_request, response) => response.writeHead(503).end('away');
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const [{ id } = { id: '' }] = (
      await h.as('admin-demo').get<{ items: { id: string; name: string }[] }>('/webhooks')
    ).body.items.filter(({ name }) => name === '工单系统');
    const test = await h.as('admin-demo').post<{ id: string }>(`/webhooks/${id}/test`, {});
    await eventually(async () => {
      const { body } = await h.as('admin-demo').get(`/webhooks/${id}/deliveries/${test.body.id}`);
      expect(body).toMatchObject({ state: 'queued', attempts: [{ result: 'failed', status: 503, reply: 'away' }] });
    });
  });
});

/** What the killed worker may have sent is said once more. */
function each(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
