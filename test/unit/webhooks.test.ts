import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { PAUSES_IN_MS, termsOf } from '../../activities/webhooks/patience';
import type { ToSay } from '../../activities/webhooks/speech';
import { SPEECHES } from '../../activities/webhooks/speeches';
import { deliveryRows } from '../../activities/webhooks/deliveries';
import type { Posted } from '../../activities/webhooks/transport';
import { replyInShort } from '../../activities/webhooks/verdict';
import { JOURNAL_KINDS, type StepRecord } from '../../models/contracts/record';
import type { WebhookFormat } from '../../models/contracts/webhook-formats';
import { webhookEvent, webhookInput } from '../../models/contracts/webhooks';
import type { DeliveryRow } from '../../models/db';
import { sealed, unsealed } from '../../models/sealed';
import { shownAddress, withoutAddress } from '../../models/shown-address';
import { deliveryRow } from './delivery-row';
import { look, NOW } from './mail-row';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;
const OTHER = `whsec_${Buffer.from('the secret that there was before').toString('base64')}`;
const URL_OF: Readonly<Record<WebhookFormat, string>> = {
  standard: 'https://hooks.example.com/in',
  wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k-1',
  dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=t-1',
  feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/h-1',
};

function posted(format: WebhookFormat, secrets: readonly string[], changes: Partial<DeliveryRow> = {}) {
  const url = new URL(URL_OF[format]);
  const what: ToSay = { url, secrets, language: 'zh', delivery: deliveryRow({ format, ...changes }), look, now: NOW };
  const { url: to, headers, body } = SPEECHES[format].post(what);
  return { to, headers, body, json: JSON.parse(body) as Record<string, unknown> };
}

const answered = (status: number, body = '', more: Partial<Extract<Posted, { kind: 'answered' }>> = {}) => ({
  ...{ kind: 'answered' as const, status, body, isWhole: true, retryAfter: '' },
  ...more,
});

describe('a standard webhook', () => {
  test('is verified by the library of the standard, with each of the secrets in force', () => {
    const { headers, body } = posted('standard', [SECRET, OTHER]);
    jest.useFakeTimers({ now: NOW });
    try {
      for (const secret of [SECRET, OTHER]) expect(new Webhook(secret).verify(body, headers)).toMatchObject({});
      const stranger = `whsec_${Buffer.from('nobody has ever heard of this one').toString('base64')}`;
      expect(() => new Webhook(stranger).verify(body, headers)).toThrow();
      expect(() => new Webhook(SECRET).verify(body.replace('王经理', '李经理'), headers)).toThrow();
    } finally {
      jest.useRealTimers();
    }
  });

  test('tells what happened as it is documented', () => {
    const { json } = posted('standard', [SECRET]);
    expect(webhookEvent.parse(json)).toMatchObject({
      type: 'task-completed',
      data: { case: { id: 'BF-20261121-0001', url: 'https://ops.example.com/cases/BF-20261121-0001' } },
    });
    expect(
      webhookEvent.parse(
        posted('standard', [SECRET], { kind: 'test', event: { at: NOW.toISOString(), case: null, entry: null } }).json,
      ),
    ).toMatchObject({
      type: 'test',
      data: { case: null, entry: null },
    });
  });

  test('is taken by 2xx, given up by 410, and tried again after anything else', () => {
    const verdict = (status: number, retryAfter = '') =>
      SPEECHES.standard.verdictOn(answered(status, 'x', { retryAfter }));
    expect([200, 201, 204, 299].map((status) => verdict(status).result)).toEqual(Array(4).fill('sent'));
    expect(verdict(410).result).toBe('refused');
    for (const status of [301, 302, 307, 400, 401, 404, 429, 500, 503]) expect(verdict(status).result).toBe('failed');
    expect(verdict(429, '120')).toMatchObject({ retryAfterInMs: 120_000 });
    expect(verdict(503, '99999999')).toMatchObject({ retryAfterInMs: 12 * 3_600_000 });
    expect(verdict(503, 'Wed, 21 Oct 2015 07:28:00 GMT').retryAfterInMs).toBeUndefined();
  });
});

describe('a robot of', () => {
  test('企业微信 is sent Markdown that links to the case', () => {
    const { to, json } = posted('wecom', []);
    expect(to.href).toBe(URL_OF.wecom);
    const { content } = json.markdown as { content: string };
    expect(json).toEqual({ msgtype: 'markdown', markdown: { content } });
    expect(content).toContain('**【办结步骤】设备报废审批 BF-20261121-0001**');
    expect(content).toContain('王经理 办理了“项目经理审批”：同意');
    expect(content).toContain('> 客户：<font color="comment">市第一人民医院</font>');
    expect(content).toMatch(/\[查看流程\]\(https:\/\/ops\.example\.com\/cases\/BF-20261121-0001\)$/);
  });

  test('企业微信 is never sent more than 4,096 bytes, and always the link', () => {
    const delivery = deliveryRow();
    const entry = {
      ...delivery.event.entry!,
      details: { step: 'manager-review', outcome: 'approve', comment: '长'.repeat(4_000) },
    };
    const about = { ...delivery.event.case!, subject: '很长的事项'.repeat(200) };
    const { json } = posted('wecom', [], { event: { ...delivery.event, entry, case: about } });
    const { content } = json.markdown as { content: string };
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4_096);
    expect(content).toMatch(/\[查看流程\]\(https:/);
  });

  test('钉钉 is sent Markdown, signed in the address', () => {
    const { to, json } = posted('dingtalk', ['SECabc']);
    const timestamp = String(NOW.getTime());
    expect(to.searchParams.get('access_token')).toBe('t-1');
    expect(to.searchParams.get('timestamp')).toBe(timestamp);
    expect(to.searchParams.get('sign')).toBe(
      createHmac('sha256', 'SECabc').update(`${timestamp}\nSECabc`).digest('base64'),
    );
    expect(to.search).toMatch(/sign=[A-Za-z0-9%._-]+$/);
    const { title, text } = json.markdown as { title: string; text: string };
    expect(json).toEqual({ msgtype: 'markdown', markdown: { title, text } });
    expect(title).toBe('【办结步骤】设备报废审批 BF-20261121-0001');
    expect(text).toContain('[查看流程](https://ops.example.com/cases/BF-20261121-0001)');
  });

  test('钉钉 without a secret is not signed', () => {
    expect(posted('dingtalk', []).to.href).toBe(URL_OF.dingtalk);
  });

  test('飞书 is sent a card, signed in the body', () => {
    const { to, json } = posted('feishu', ['s3cret']);
    const timestamp = String(Math.floor(NOW.getTime() / 1_000));
    expect(to.href).toBe(URL_OF.feishu);
    expect(json).toMatchObject({ timestamp, msg_type: 'interactive' });
    expect(json.sign).toBe(createHmac('sha256', `${timestamp}\ns3cret`).update('').digest('base64'));
    expect(json.card).toMatchObject({
      header: { title: { content: '【办结步骤】设备报废审批 BF-20261121-0001' } },
      elements: [{ tag: 'div' }, { actions: [{ url: 'https://ops.example.com/cases/BF-20261121-0001' }] }],
    });
  });

  test.each([
    ['wecom', '{"errcode":0,"errmsg":"ok"}', 'sent'],
    ['wecom', '{"errcode":93000,"errmsg":"invalid webhook url"}', 'failed'],
    ['dingtalk', '{"errcode":0,"errmsg":"ok"}', 'sent'],
    ['dingtalk', '{"errcode":310000,"errmsg":"sign not match"}', 'failed'],
    ['feishu', '{"code":0,"msg":"success","data":{}}', 'sent'],
    ['feishu', '{"StatusCode":0,"StatusMessage":"success"}', 'sent'],
    ['feishu', '{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}', 'failed'],
    ['feishu', '<html>a proxy</html>', 'failed'],
  ] as const)('%s that answers 200 and %s has it %s', (format, body, result) => {
    expect(SPEECHES[format].verdictOn(answered(200, body))).toMatchObject({ result, status: 200, reply: body });
  });

  test.each([
    ['wecom', '{"errcode":45009}'],
    ['dingtalk', '{"errcode":130101}'],
    ['feishu', '{"code":11232}'],
  ] as const)('%s that was sent too much (%s) is left alone for ten minutes', (format, body) => {
    expect(SPEECHES[format].verdictOn(answered(200, body))).toMatchObject({ retryAfterInMs: 600_000 });
  });

  test('whose answer broke off may have it or not', () => {
    expect(SPEECHES.wecom.verdictOn(answered(200, '{"errc', { isWhole: false })).result).toBe('unknown');
  });

  test.each(['wecom', 'dingtalk', 'feishu'] as const)(
    '%s tells every event in both languages without a gap',
    (format) => {
      for (const language of ['zh', 'en'] as const)
        for (const kind of [...JOURNAL_KINDS, 'test'] as const) {
          const what = {
            url: new URL(URL_OF[format]),
            secrets: [],
            language,
            delivery: deliveryRow({ kind }),
            look,
            now: NOW,
          };
          expect(SPEECHES[format].post(what).body).not.toMatch(/\{\w+\}/);
        }
    },
  );

  test('passes on what people wrote, but neither their markup nor their calls', () => {
    const delivery = deliveryRow();
    const entry = {
      ...delivery.event.entry!,
      details: { step: 'manager-review', outcome: 'approve', comment: '[点我](http://evil) <@all> **急**' },
    };
    const { content } = posted('wecom', [], { event: { ...delivery.event, entry } }).json.markdown as {
      content: string;
    };
    expect(content).toContain('［点我］(http://evil) ＜＠all＞ ＊＊急＊＊');
  });
});

describe('the rows of a step', () => {
  const { event } = deliveryRow();
  const head = { ...event.case!, startedAt: NOW.toISOString() };
  const step = { head, at: NOW.toISOString(), state: 'open', stage: 'manager-review' } as unknown as StepRecord;
  const entries = [
    {
      ...event.entry!,
      kind: 'task-completed' as const,
      seq: 7,
      at: NOW.toISOString(),
      caseId: head.id,
      previousHash: '',
    },
    {
      ...event.entry!,
      kind: 'stage-entered' as const,
      seq: 8,
      at: NOW.toISOString(),
      caseId: head.id,
      previousHash: '',
    },
  ];
  const webhook = { _id: 'W-1', format: 'standard', events: ['task-completed'], processes: [] } as const;

  test('are one for each entry that an endpoint wants, the same when it is written again', () => {
    const rows = deliveryRows(step, entries, [
      webhook,
      { ...webhook, _id: 'W-2', events: ['task-completed', 'stage-entered'] },
    ]);
    expect(rows.map(({ webhookId, kind, seq }) => [webhookId, kind, seq])).toEqual([
      ['W-1', 'task-completed', 7],
      ['W-2', 'task-completed', 7],
      ['W-2', 'stage-entered', 8],
    ]);
    expect(new Set(rows.map(({ _id }) => _id)).size).toBe(3);
    expect(deliveryRows(step, entries, [webhook])[0]?._id).toBe(rows[0]?._id);
  });

  test('tell that somebody signed and under which name, not what they drew', () => {
    const strokes = [[[0, 0] as const, [300, 100] as const]];
    const signed = entries.map((entry) => ({
      ...entry,
      details: { step: 'receipt', form: { place: 'A-03', signature: { kind: 'drawn', name: '陈科长', strokes } } },
    }));
    expect(deliveryRows(step, signed, [webhook])[0]?.event.entry?.details).toEqual({
      step: 'receipt',
      form: { place: 'A-03', signature: { kind: 'drawn', name: '陈科长' } },
    });
  });

  test('are none for an endpoint of another procedure', () => {
    expect(deliveryRows(step, entries, [{ ...webhook, processes: ['fault'] }])).toEqual([]);
    expect(deliveryRows(step, entries, [{ ...webhook, processes: ['scrap'] }])).toHaveLength(1);
  });

  test('are none for an endpoint of another customer, and for one of any customer where the case has none', () => {
    const listening = (customers: readonly string[]) => [{ ...webhook, customers }];
    expect(deliveryRows(step, entries, listening(['C-0002']))).toEqual([]);
    expect(deliveryRows(step, entries, listening(['C-0002', 'C-0001']))).toHaveLength(1);
    const without = { ...step, head: { ...step.head, customer: null } };
    expect(deliveryRows(without, entries, listening(['C-0001']))).toEqual([]);
    expect(deliveryRows(without, entries, listening([]))).toHaveLength(1);
  });
});

test('an endpoint that fails is tried after 1 min, 5 min, 30 min, 2 h and 12 h, a fifth later at most, then given up', () => {
  expect(PAUSES_IN_MS.map((ms) => ms / 60_000)).toEqual([1, 5, 30, 120, 720]);
  const pauses = (random: number) =>
    [1, 2, 3, 4, 5, 6].map((tries) => termsOf('standard', () => random).pauseInMs(tries, 0));
  expect(pauses(0)).toEqual([...PAUSES_IN_MS, null]);
  expect(pauses(1)).toEqual([...PAUSES_IN_MS.map((ms) => ms * 1.2), null]);
});

test('a secret is read again with its key alone', () => {
  const key = 'k'.repeat(32);
  const kept = sealed(SECRET, key);
  expect(kept).not.toContain(SECRET.slice(6));
  expect(sealed(SECRET, key)).not.toBe(kept);
  expect(unsealed(kept, key)).toBe(SECRET);
  expect(unsealed(kept, 'x'.repeat(32))).toBeNull();
  expect(unsealed(`${kept.slice(0, -4)}AAAA`, key)).toBeNull();
  expect(unsealed('', key)).toBeNull();
});

test.each([
  ...Object.values(URL_OF).map((url) => [url, `${new URL(url).origin}/…`]),
  ['https://hooks.example.com/?key=k', 'https://hooks.example.com/…'],
  ['https://hooks.example.com:8443/', 'https://hooks.example.com:8443'],
  ['https://hooks.example.com/…', 'https://hooks.example.com/…'],
])('%s is shown as %s', (url, shown) => {
  expect(shownAddress(url)).toBe(shown);
});

test.each([
  ['Cannot POST /services/T0/s3cret-token?key=an%2Fother', 'Cannot POST …'],
  ['no hook s3cret-token, key an/other', 'no hook …, key …'],
  ['ECONNREFUSED 203.0.113.1:443 hooks.example.com', 'ECONNREFUSED 203.0.113.1:443 hooks.example.com'],
])('an answer that says %s is kept as %s', (answer, kept) => {
  const url = new URL('https://hooks.example.com/services/T0/s3cret-token?key=an%2Fother');
  expect(withoutAddress(answer, url)).toBe(kept);
});

test('of an answer 1 kB is kept, whole characters, without control characters', () => {
  expect(Buffer.byteLength(replyInShort('汉'.repeat(1_000)))).toBeLessThanOrEqual(1_024);
  expect(replyInShort('汉'.repeat(1_000))).not.toContain('\uFFFD');
  expect(replyInShort('a\u0000b\u202ec')).toBe('a bc');
});

test.each([
  ['ftp://example.com/', '/url'],
  ['https://user:pass@example.com/', '/url'],
  ['https://', '/url'],
  ['javascript:alert(1)', '/url'],
])('%s is no address', (url) => {
  expect(webhookInput.safeParse({ name: 'a', url, events: ['case-closed'] }).success).toBe(false);
  expect(webhookInput.safeParse({ name: 'a', url: 'https://example.com', events: ['case-closed'] }).success).toBe(true);
});
