import { join } from 'node:path';
import { lookup } from 'node:dns/promises';
import { Webhook } from 'standardwebhooks';
import { LEASE_IN_MS } from '../../activities/outbox/send-state';
import { FAILING_FOR_MS, PAUSES_IN_MS } from '../../activities/webhooks/patience';
import { sealed } from '../../models/sealed';
import { startChild } from '../harness/child';
import { eventually } from '../harness/eventually';
import { KEY, SECRET, WebhookStage } from './webhook-stage';

jest.mock('node:dns/promises', () => ({ lookup: jest.fn() }));
const looksUp = lookup as unknown as jest.Mock;

jest.setTimeout(60_000);

describe('webhooks and', () => {
  let stage: WebhookStage;

  beforeAll(async () => {
    stage = await WebhookStage.open();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  describe('an endpoint that works', () => {
    test('gets each event once, in order, signed so that the library of the standard verifies it', async () => {
      await stage.webhook();
      const ids = [await stage.queue(), await stage.queue(), await stage.queue()];
      const sender = stage.sender();
      await Promise.all([sender.sweep(), sender.sweep()]);
      expect(await sender.sweep()).toBe(0);
      expect(stage.hook.ids()).toEqual(ids);
      for (const { body, headers } of stage.hook.arrived)
        expect(new Webhook(SECRET).verify(body, headers as Record<string, string>)).toMatchObject({
          type: 'task-completed',
          data: { case: { id: 'BF-20261121-0001', url: 'https://ops.example.com/cases/BF-20261121-0001' } },
        });
      expect(await stage.row(ids[0]!)).toMatchObject({
        state: 'sent',
        leaseUntil: null,
        sentAt: expect.any(Date),
        attempts: [{ result: 'sent', status: 200, reply: 'taken' }],
      });
    });

    test('gets each once from four workers that all send at once, which promise no order', async () => {
      await stage.webhook();
      const ids: string[] = [];
      for (let number = 0; number < 20; number += 1) ids.push(await stage.queue());
      const senders = Array.from({ length: 4 }, () => stage.sender());
      await Promise.all(senders.map((sender) => sender.sweep()));
      while ((await Promise.all(senders.map((sender) => sender.sweep()))).some((count) => count > 0));
      expect(stage.hook.ids().sort()).toEqual([...ids].sort());
    });

    test('gets what comes while it is being sent something without waiting for the next sweep', async () => {
      await stage.webhook();
      const sender = stage.sender();
      await stage.queue();
      stage.hook.react = (_request, response) => {
        stage.hook.react = (_second, answer) => answer.end();
        void stage.queue().then(() => {
          sender.wake();
          response.end();
        });
      };
      sender.wake();
      await eventually(() => expect(stage.hook.ids()).toEqual(['msg_1', 'msg_2']));
    });

    test('is signed with the old secret too while that is kept, and not a moment longer', async () => {
      const old = `whsec_${Buffer.from('the secret that there was before').toString('base64')}`;
      const until = new Date(stage.now().getTime() + 3_600_000);
      await stage.webhook({
        secrets: [
          { sealed: sealed(SECRET, KEY), createdAt: stage.now(), expiresAt: null },
          { sealed: sealed(old, KEY), createdAt: stage.now(), expiresAt: until },
        ],
      });
      const sender = stage.sender();
      await stage.queue();
      await sender.sweep();
      stage.aheadInMs = 3_600_001;
      await stage.queue();
      await sender.sweep();
      const [both, one] = stage.hook.arrived;
      const verifies = (secret: string, of: typeof both) =>
        new Webhook(secret).verify(of!.body, of!.headers as Record<string, string>);
      expect(verifies(old, both)).toBeDefined();
      expect(verifies(SECRET, both)).toBeDefined();
      expect(String(one!.headers['webhook-signature']).split(' ')).toHaveLength(1);
    });
  });

  describe('an endpoint that fails', () => {
    test('is tried again after 1 min, 5 min, 30 min, 2 h and 12 h, then given up, and shown with every answer', async () => {
      stage.hook.react = (_request, response) => response.writeHead(500).end('not today');
      await stage.webhook();
      const id = await stage.queue();
      const sender = stage.sender();
      const pauses: number[] = [];
      await sender.sweep();
      for (let tries = 0; tries < PAUSES_IN_MS.length; tries += 1) {
        const { nextAttemptAt, attempts } = await stage.row(id);
        pauses.push(nextAttemptAt.getTime() - attempts.at(-1)!.endedAt!.getTime());
        expect(await sender.sweep()).toBe(0);
        stage.aheadInMs = nextAttemptAt.getTime() - Date.now() + 50;
        await sender.sweep();
      }
      expect(pauses).toEqual(PAUSES_IN_MS);
      const row = await stage.row(id);
      expect(row).toMatchObject({ state: 'refused', sentAt: null, leaseUntil: null });
      expect(row.attempts).toHaveLength(6);
      expect(row.attempts.every(({ status, reply }) => status === 500 && reply === 'not today')).toBe(true);
      expect(new Set(stage.hook.ids())).toEqual(new Set([id]));
      stage.aheadInMs += 24 * 3_600_000;
      expect(await sender.sweep()).toBe(0);
    });

    test('and comes back gets what waited; later events did not wait for it', async () => {
      stage.hook.react = ({ headers }, response) =>
        response.writeHead(headers['webhook-id'] === 'msg_1' ? 503 : 200).end();
      await stage.webhook();
      const [first, second] = [await stage.queue(), await stage.queue()];
      const sender = stage.sender();
      await sender.sweep();
      expect([(await stage.row(first)).state, (await stage.row(second)).state]).toEqual(['queued', 'sent']);
      stage.hook.react = (_request, response) => response.end();
      stage.aheadInMs = 61_000;
      await sender.sweep();
      expect(await stage.results(first)).toEqual(['failed', 'sent']);
      expect((await stage.webhookRow()).failingSince).toBeNull();
    });

    test('is heeded when it says how long to wait', async () => {
      stage.hook.react = (_request, response) => response.writeHead(429, { 'retry-after': '1800' }).end();
      await stage.webhook();
      const id = await stage.queue();
      await stage.sender().sweep();
      const { nextAttemptAt, attempts } = await stage.row(id);
      expect(nextAttemptAt.getTime() - attempts[0]!.endedAt!.getTime()).toBe(1_800_000);
    });

    test('is not followed when it redirects', async () => {
      stage.hook.react = ({ path }, response) =>
        path === '/hook' ? response.writeHead(307, { location: '/elsewhere' }).end() : response.end();
      await stage.webhook();
      const id = await stage.queue();
      await stage.sender().sweep();
      expect(stage.hook.arrived.map(({ path }) => path)).toEqual(['/hook']);
      expect(await stage.row(id)).toMatchObject({
        state: 'queued',
        attempts: [{ result: 'failed', status: 307, reply: 'a redirect, which is not followed' }],
      });
    });

    test('because it answers nothing may have it: unknown, and sent again under the same id', async () => {
      stage.hook.react = () => undefined;
      await stage.webhook();
      const id = await stage.queue();
      const sender = stage.sender({ attemptInMs: 3_000 });
      await sender.sweep();
      expect(await stage.row(id)).toMatchObject({ state: 'queued', attempts: [{ result: 'unknown' }] });
      stage.hook.react = (_request, response) => response.end();
      stage.aheadInMs = 61_000;
      await sender.sweep();
      expect(stage.hook.ids()).toEqual([id, id]);
      expect(await stage.results(id)).toEqual(['unknown', 'sent']);
    });

    test('because nobody listens certainly has nothing, and its other events do not use up their attempts', async () => {
      await stage.webhook({}, 'http://127.0.0.1:9/');
      const [first, second] = [await stage.queue(), await stage.queue()];
      await stage.sender().sweep();
      expect(await stage.row(first)).toMatchObject({ attempts: [{ result: 'failed' }] });
      expect((await stage.row(first)).attempts[0]?.reply).toContain('ECONNREFUSED');
      expect((await stage.row(second)).attempts).toEqual([]);
    });

    test('does not hold up others', async () => {
      await stage.webhook({ _id: 'W-dead' }, 'http://127.0.0.1:9/');
      await stage.webhook();
      await stage.queue({ webhookId: 'W-dead' });
      await stage.queue();
      await stage.sender().sweep();
      expect(stage.hook.ids()).toEqual(['msg_2']);
    });

    test('with an answer of 10 MB is read no further than is kept', async () => {
      let wasCutOff = false;
      stage.hook.react = (_request, response) => {
        response.on('close', () => {
          wasCutOff = !response.writableFinished;
        });
        response.write(Buffer.alloc(10 * 1024 * 1024, 'x'));
      };
      await stage.webhook();
      const id = await stage.queue();
      await stage.sender().sweep();
      const { state, attempts } = await stage.row(id);
      expect([state, attempts[0]?.reply.length]).toEqual(['sent', 1_024]);
      await eventually(() => expect(wasCutOff).toBe(true));
    });

    test('and trickles its answer is believed for its status', async () => {
      stage.hook.react = (_request, response) => void response.writeHead(200).write('slow');
      await stage.webhook();
      const id = await stage.queue();
      await stage.sender({ attemptInMs: 3_000 }).sweep();
      expect(await stage.row(id)).toMatchObject({ state: 'sent', attempts: [{ status: 200, reply: 'slow' }] });
    });

    test('for three days is disabled, and every administrator is told by mail; nothing more is sent', async () => {
      await addAdmin(stage);
      stage.hook.react = (_request, response) => response.writeHead(500).end('broken');
      await stage.webhook();
      const sender = stage.sender();
      const first = await stage.queue();
      for (let tries = 0; tries < 6; tries += 1) {
        await sender.sweep();
        stage.aheadInMs = (await stage.row(first)).nextAttemptAt.getTime() - Date.now() + 50;
      }
      expect((await stage.row(first)).state).toBe('refused');
      expect((await stage.webhookRow()).isEnabled).toBe(true);

      stage.aheadInMs = FAILING_FOR_MS;
      const second = await stage.queue();
      for (let tries = 0; tries < 6; tries += 1) {
        await sender.sweep();
        stage.aheadInMs = Math.max(
          stage.aheadInMs,
          (await stage.row(second)).nextAttemptAt.getTime() - Date.now() + 50,
        );
      }
      expect(await stage.webhookRow()).toMatchObject({ isEnabled: false, disabledBecause: 'failing', version: 2 });
      const third = await stage.queue();
      const arrived = stage.hook.arrived.length;
      await sender.sweep();
      expect(stage.hook.arrived).toHaveLength(arrived);
      expect(await stage.row(third)).toMatchObject({
        state: 'refused',
        attempts: [{ reply: 'the webhook is disabled' }],
      });
      const mails = await stage.db.mails.find().lean();
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({ kind: 'webhook-disabled', state: 'queued', recipient: { id: 'U-admin' } });
    });

    test('as gone (410) is disabled at once', async () => {
      await addAdmin(stage);
      stage.hook.react = (_request, response) => response.writeHead(410).end();
      await stage.webhook();
      await stage.queue();
      await stage.sender().sweep();
      expect(await stage.webhookRow()).toMatchObject({ isEnabled: false, disabledBecause: 'gone' });
      expect(await stage.db.mails.countDocuments({ kind: 'webhook-disabled' })).toBe(1);
    });
  });

  describe('an endpoint inside the network', () => {
    const NOTHING_ALLOWED = { WEBHOOK_ALLOWED: '' };

    test.each([
      'http://169.254.169.254/latest/meta-data/',
      'https://127.0.0.1:8080/',
      'https://[::1]/',
      'https://[::ffff:169.254.169.254]/',
      'https://[fd12::1]/',
      'https://10.0.0.1/',
    ])('is refused: %s', async (url) => {
      await stage.webhook({}, url);
      const id = await stage.queue();
      await stage.sender({}, NOTHING_ALLOWED).sweep();
      expect(await stage.row(id)).toMatchObject({ state: 'refused', attempts: [{ result: 'refused' }] });
      expect((await stage.row(id)).attempts[0]?.reply).toContain('inside the network');
    });

    test.each([['169.254.169.254'], ['8.8.8.8', '10.0.0.1'], ['::ffff:127.0.0.1'], ['fe80::1']])(
      'is refused where its name leads to %s',
      async (...addresses) => {
        looksUp.mockResolvedValueOnce(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
        await stage.webhook({}, `https://hooks.example.com:${stage.hook.port}/`);
        const id = await stage.queue();
        await stage.sender({}, NOTHING_ALLOWED).sweep();
        expect(stage.hook.arrived).toHaveLength(0);
        expect((await stage.row(id)).attempts[0]).toMatchObject({ result: 'refused' });
      },
    );

    test('is refused over plain http outside of what the settings name', async () => {
      looksUp.mockResolvedValueOnce([{ address: '203.119.175.10', family: 4 }]);
      await stage.webhook({}, 'http://hooks.example.com/');
      const id = await stage.queue();
      await stage.sender().sweep();
      expect((await stage.row(id)).attempts[0]?.reply).toContain('plain http');
    });

    test('is spoken to at the address that was checked: the name is looked up once', async () => {
      looksUp.mockReset();
      looksUp.mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }]);
      looksUp.mockRejectedValue(new Error('asked twice'));
      await stage.webhook({}, `http://rebinding.example:${stage.hook.port}/hook`);
      const id = await stage.queue();
      await stage.sender().sweep();
      expect(await stage.results(id)).toEqual(['sent']);
      expect(stage.hook.arrived[0]?.headers.host).toBe(`rebinding.example:${stage.hook.port}`);
      expect(looksUp).toHaveBeenCalledTimes(1);
    });

    test('is spoken to where the settings name the host', async () => {
      looksUp.mockReset();
      looksUp.mockResolvedValue([{ address: '127.0.0.1', family: 4 }]);
      await stage.webhook({}, `http://hooks.intra.example:${stage.hook.port}/hook`);
      const id = await stage.queue();
      await stage.sender({}, { WEBHOOK_ALLOWED: 'hooks.intra.example' }).sweep();
      expect(await stage.results(id)).toEqual(['sent']);
    });

    test('whose name is not known has certainly nothing', async () => {
      looksUp.mockReset();
      looksUp.mockRejectedValueOnce(new Error('getaddrinfo ENOTFOUND nowhere.example'));
      await stage.webhook({}, 'https://nowhere.example/');
      const id = await stage.queue();
      await stage.sender().sweep();
      expect(await stage.row(id)).toMatchObject({ state: 'queued', attempts: [{ result: 'failed' }] });
    });
  });

  describe('a robot', () => {
    test('gets 20 messages a minute at most, from all workers together', async () => {
      stage.hook.react = (_request, response) => response.end('{"errcode":0}');
      await stage.webhook({ format: 'wecom', secrets: [] });
      for (let number = 0; number < 25; number += 1) await stage.queue({ format: 'wecom' });
      const senders = [stage.sender(), stage.sender()];
      await Promise.all(senders.map((sender) => sender.sweep()));
      await Promise.all(senders.map((sender) => sender.sweep()));
      // Two that reach for the same message take two places for one.
      expect(stage.hook.arrived.length).toBeLessThanOrEqual(20);
      expect(stage.hook.arrived.length).toBeGreaterThanOrEqual(10);
      for (const minute of [1, 2]) {
        stage.aheadInMs = minute * 61_000;
        await senders[0]!.sweep();
      }
      expect(await stage.db.deliveries.countDocuments({ state: 'sent', attempts: { $size: 1 } })).toBe(25);
      expect(stage.hook.arrived).toHaveLength(25);
    });

    test('that answers 200 with a refusal has it not', async () => {
      stage.hook.react = (_request, response) => response.end('{"errcode":310000,"errmsg":"sign not match"}');
      await stage.webhook({ format: 'dingtalk' });
      const id = await stage.queue({ format: 'dingtalk' });
      await stage.sender().sweep();
      expect(await stage.row(id)).toMatchObject({ state: 'queued', attempts: [{ result: 'failed', status: 200 }] });
    });

    test('that does not answer is told once more, then it stays unknown', async () => {
      stage.hook.react = (_request, response) => response.destroy();
      await stage.webhook({ format: 'feishu' });
      const id = await stage.queue({ format: 'feishu' });
      const sender = stage.sender();
      await sender.sweep();
      stage.aheadInMs = 61_000;
      await sender.sweep();
      expect(await stage.row(id)).toMatchObject({ state: 'unknown', sentAt: null });
      stage.aheadInMs = 24 * 3_600_000;
      expect(await sender.sweep()).toBe(0);
      expect(stage.hook.arrived).toHaveLength(2);
    });
  });

  test('a worker killed between sending and the receipt: the next sends it once more under the same id', async () => {
    stage.hook.react = () => undefined;
    await stage.webhook();
    const id = await stage.queue();
    const child = await startChild(join(__dirname, 'webhook-child.cjs'), stage.settings());
    await eventually(() => expect(stage.hook.arrived).toHaveLength(1));
    await child.kill();
    expect((await stage.row(id)).state).toBe('sending');
    stage.hook.react = (_request, response) => response.end();
    const sender = stage.sender();
    expect(await sender.sweep()).toBe(0);
    stage.aheadInMs = LEASE_IN_MS + 1_000;
    expect(await sender.sweep()).toBe(1);
    expect(stage.hook.ids()).toEqual([id, id]);
    expect(await stage.results(id)).toEqual(['unknown', 'sent']);
  });

  test('an endpoint that is deleted, or whose secret cannot be read, is sent nothing, and the log names no secret', async () => {
    await stage.webhook({}, `${stage.hook.url}?key=t0ps3cret`);
    const [orphan, kept] = [await stage.queue({ webhookId: 'W-gone', format: 'wecom' }), await stage.queue()];
    await stage.sender({}, { SECRETS_KEY: 'another key, of thirty-two signs and more' }).sweep();
    expect(stage.hook.arrived).toHaveLength(0);
    expect((await stage.row(orphan)).attempts[0]).toMatchObject({
      result: 'refused',
      reply: 'the webhook was deleted',
    });
    expect((await stage.row(kept)).attempts[0]?.reply).toContain('SECRETS_KEY');
    stage.aheadInMs = 61_000;
    stage.hook.react = ({ path }, response) => response.writeHead(404).end(`Cannot POST ${path}`);
    await stage.sender().sweep();
    expect((await stage.row(kept)).attempts.at(-1)).toMatchObject({ status: 404, reply: 'Cannot POST …' });
    const written = JSON.stringify([
      stage.logged,
      await stage.db.deliveries.find().lean(),
      await stage.db.mails.find().lean(),
    ]);
    for (const secret of ['t0ps3cret', SECRET.slice(6), KEY]) expect(written).not.toContain(secret);
  });
});

async function addAdmin({ db }: WebhookStage): Promise<void> {
  await db.users.collection.insertOne({
    ...{ _id: 'U-admin', username: 'admin', name: '管理员', email: 'admin@ops.example.com', language: 'zh' },
    ...{ keys: ['person:U-admin', 'role:admin:*'], grants: [{ role: 'admin', customerId: null }] },
    ...{ isActive: true, passwordHash: 'x' },
  } as never);
}
