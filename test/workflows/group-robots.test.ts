import { AFTER_TOO_MUCH_IN_MS } from '../../activities/webhooks/robots';
import { DINGTALK_ROBOT, FEISHU_ROBOT, GroupRobot, WECOM_ROBOT } from './group-robots';
import { WebhookStage } from './webhook-stage';

jest.setTimeout(60_000);

const MAKERS = [
  { format: 'wecom', maker: WECOM_ROBOT, secret: 'the-key', query: '?key=the-key', wrong: '?key=another', code: 93000 },
  { format: 'dingtalk', maker: DINGTALK_ROBOT, secret: 'SECabc+/=', query: '?access_token=t', code: 310000 },
  { format: 'feishu', maker: FEISHU_ROBOT, secret: 's3cret', query: '', code: 19021 },
] as const;

describe.each(MAKERS)('a group robot of $format, as its maker documents it,', (robot) => {
  const { format, maker, secret, query, code } = robot;
  const isSigned = format !== 'wecom';
  let stage: WebhookStage;
  beforeAll(async () => {
    stage = await WebhookStage.open();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  function listens(): GroupRobot {
    const one = new GroupRobot(maker, secret, () => stage.now().getTime());
    stage.hook.react = one.react;
    return one;
  }
  const added = async (given: string = secret, address: string = query) =>
    await stage.webhook({ format, ...(!isSigned && { secrets: [] }) }, `${stage.hook.url}${address}`, [given]);

  test('takes what it is sent: its signature, its time and its form are right', async () => {
    const listening = listens();
    await added();
    const id = await stage.queue({ format });
    await stage.sender().sweep();
    expect(await stage.row(id)).toMatchObject({ state: 'sent', attempts: [{ result: 'sent', status: 200 }] });
    expect(listening.taken).toHaveLength(1);
    expect(JSON.stringify(listening.taken)).toContain('https://ops.example.com/cases/BF-20261121-0001');
  });

  test('refuses another secret with status 200, which is a failure and tried again; put right, it is sent', async () => {
    const listening = listens();
    await added('another', 'wrong' in robot ? robot.wrong : query);
    const id = await stage.queue({ format });
    const sender = stage.sender();
    await sender.sweep();
    const { state, attempts } = await stage.row(id);
    expect([state, attempts[0]?.result, attempts[0]?.status]).toEqual(['queued', 'failed', 200]);
    expect(attempts[0]?.reply).toContain(String(code));
    expect(listening.taken).toEqual([]);

    await stage.db.webhooks.deleteMany({});
    await added();
    stage.aheadInMs = 61_000;
    await sender.sweep();
    expect(await stage.results(id)).toEqual(['failed', 'sent']);
    expect(listening.taken).toHaveLength(1);
  });

  test('is never sent more than it takes in a minute, and all of it in the end, each once', async () => {
    const listening = listens();
    await added();
    for (let number = 0; number < 45; number += 1) await stage.queue({ format });
    const sender = stage.sender();
    for (const minute of [0, 1, 2, 3]) {
      stage.aheadInMs = minute * 61_000;
      await sender.sweep();
    }
    expect(await stage.db.deliveries.countDocuments({ state: 'sent', attempts: { $size: 1 } })).toBe(45);
    expect(listening.taken).toHaveLength(45);
  });

  test('that says it was sent too much by others is left alone for ten minutes', async () => {
    listens();
    await added();
    stage.hook.react = (_request, response) =>
      response.end(JSON.stringify(maker.bodyOf(maker.tooMuch.code, maker.tooMuch.words)));
    const [first, second] = [await stage.queue({ format }), await stage.queue({ format })];
    const sender = stage.sender();
    await sender.sweep();
    expect(await stage.row(first)).toMatchObject({ state: 'queued', attempts: [{ result: 'failed', status: 200 }] });
    const listening = listens();
    stage.aheadInMs = AFTER_TOO_MUCH_IN_MS - 60_000;
    await sender.sweep();
    expect([stage.hook.arrived.length, (await stage.row(second)).attempts.length]).toEqual([1, 0]);
    stage.aheadInMs = AFTER_TOO_MUCH_IN_MS + 1_000;
    await sender.sweep();
    expect([(await stage.row(first)).state, (await stage.row(second)).state]).toEqual(['sent', 'sent']);
    expect(listening.taken).toHaveLength(2);
  });
});
