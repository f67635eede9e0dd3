import type { CommentRow } from '../../models/db';
import { Problem } from '../../api/http/problem';
import { addSource, alert, Monitoring } from '../harness/monitoring';
import { apiForThisFile } from './api-under-test';
import { casesWithoutEngine, endCase } from './cases-without-engine';

const api = apiForThisFile({ INTAKE_ALERTS_PER_MINUTE: 10, CASES_AT_ONCE: 20 });
const { begun, withdrawn } = casesWithoutEngine(api);
const MINUTE_IN_MS = 60_000;

async function monitoring(changes: Readonly<Record<string, unknown>> = {}): Promise<Monitoring> {
  const { secret } = await addSource(api.as('admin-demo'), changes);
  return new Monitoring(() => api.url, secret);
}
const commentsOf = async (caseId: string | null) =>
  await api.db.comments
    .find({ caseId: caseId ?? '' })
    .sort({ at: 1 })
    .lean<CommentRow[]>();
const textsOf = async (caseId: string | null) => (await commentsOf(caseId)).map(({ text }) => text);

describe('an alert', () => {
  test('opens a fault of the customer of its source, for the service desk to grade, and the case says by which source', async () => {
    const { id, secret } = await addSource(api.as('admin-demo'), { name: '机房监控' });
    const zabbix = new Monitoring(() => api.url, secret);
    const [outcome, caseId] = await zabbix.alerts({
      ...{ details: '持续 10 分钟', device: 'PF-2019-0001', level: '2', urgency: 'urgent' },
      startsAt: '2026-11-23T08:00:00+08:00',
    });
    expect(outcome).toBe('opened');
    const input = begun.at(-1)!;
    expect(input.head).toMatchObject({
      ...{ id: caseId, process: 'fault', customer: { id: 'C-0001' }, subject: 'CPU 使用率超过 95%' },
      ...{ applicant: { id, name: '机房监控' }, priority: 'normal' },
    });
    expect(input.facts).toMatchObject({ source: { id, name: '机房监控', kind: 'alerts' }, isGraded: false });
    expect(input.request).toMatchObject({
      ...{ channel: 'monitoring', level: '2', urgency: 'urgent', occurredAt: '2026-11-23T00:00:00.000Z' },
      description: expect.stringContaining('持续 10 分钟\n监控来源：机房监控\n告警标识：cpu@sn-1') as string,
    });
    const log = (await api.accesses()).at(-1);
    expect(log).toMatchObject({ personId: id, action: 'POST /intake/alerts', target: caseId, result: 'done' });
  });

  test('of a system whose clock is fast is taken without a time', async () => {
    const zabbix = await monitoring();
    const startsAt = new Date(api.deps.now().getTime() + 3 * 60 * MINUTE_IN_MS).toISOString();
    expect((await zabbix.alerts({ startsAt }))[0]).toBe('opened');
    expect(begun.at(-1)?.request).not.toHaveProperty('occurredAt');
  });

  test('names its device by serial or asset number; one that is not on record is written down', async () => {
    const zabbix = await monitoring();
    const device = await api.db.devices.findOne({ customerId: 'C-0001', assetNumber: { $ne: '' } }).lean();
    const foreign = await api.db.devices.findOne({ customerId: 'C-0002' }).lean();
    await zabbix.alerts({ dedupeKey: 'a', device: device?.serialNumber });
    expect(begun.at(-1)?.request.device).toBe(device?._id);
    await zabbix.alerts({ dedupeKey: 'b', device: device?.assetNumber });
    expect(begun.at(-1)?.request.device).toBe(device?._id);
    for (const number of ['NO-SUCH-1', foreign?.serialNumber ?? '']) {
      await zabbix.alerts({ dedupeKey: number, device: number });
      expect(begun.at(-1)?.request.device).toBeUndefined();
      expect(begun.at(-1)?.request.description).toContain(`设备：${number}（不在设备台账中）`);
    }
  });

  test('that fires again is noted on the open case; once that has ended, it opens another', async () => {
    const zabbix = await monitoring();
    const [, caseId] = await zabbix.alerts();
    expect(await zabbix.alerts({ details: '仍在持续' })).toEqual(['noted', caseId]);
    expect(await zabbix.alerts({ details: '仍在持续' })).toEqual(['repeated', caseId]);
    api.pass(10 * MINUTE_IN_MS);
    expect(await zabbix.alerts({ details: '仍在持续' })).toEqual(['noted', caseId]);
    const words = '监控再次报警（fired again）：CPU 使用率超过 95%\n仍在持续';
    expect(await textsOf(caseId)).toEqual([words, words]);
    expect(await zabbix.alerts({ dedupeKey: 'other' })).not.toEqual(['noted', caseId]);

    await endCase(api, caseId!, 'completed');
    const [outcome, another] = await zabbix.alerts();
    expect([outcome, another === caseId]).toEqual(['opened', false]);
  });

  test('that comes twenty times at once opens one case, and the key of one source is none of another', async () => {
    const zabbix = await monitoring();
    const all = await Promise.all(
      Array.from({ length: 10 }, async () => await zabbix.sends(alert({ dedupeKey: 'once' }))),
    );
    const taken = all.flatMap(({ status, body }) => (status === 200 ? body.results : []));
    expect(taken.filter(({ outcome }) => outcome === 'opened')).toHaveLength(1);
    expect(new Set(taken.map(({ caseId }) => caseId)).size).toBe(1);
    // Who came while the first was not there yet is asked to come again.
    expect(all.every(({ status }) => [200, 503].includes(status))).toBe(true);
    expect((await (await monitoring()).alerts({ dedupeKey: 'once' }))[0]).toBe('opened');
  });

  test('that has recovered before anybody has begun withdraws its fault, and then there is nothing open', async () => {
    const zabbix = await monitoring();
    const [, caseId] = await zabbix.alerts();
    expect(await zabbix.alerts({ status: 'resolved' })).toEqual(['withdrawn', caseId]);
    expect(withdrawn.at(-1)).toBe(caseId);
    expect(await zabbix.alerts({ status: 'resolved' })).toEqual(['nothing-open', null]);
    expect(await textsOf(caseId)).toEqual([]);
  });

  test('that fires while its recovery is handled is asked to come again, and then opens another', async () => {
    const zabbix = await monitoring();
    const [, caseId] = await zabbix.alerts();
    const withdrawing = jest.mocked(api.deps.gateway.withdraw).getMockImplementation()!;
    const meanwhile: number[] = [];
    jest.mocked(api.deps.gateway.withdraw).mockImplementation(async (id, command) => {
      expect(command.isUnlessBegun).toBe(true);
      meanwhile.push((await zabbix.sends(alert())).status);
      return await withdrawing(id, command);
    });
    expect(await zabbix.alerts({ status: 'resolved' })).toEqual(['withdrawn', caseId]);
    expect([meanwhile, await textsOf(caseId)]).toEqual([[503], []]);
    const [outcome, another] = await zabbix.alerts();
    expect([outcome, another === caseId]).toEqual(['opened', false]);
  });

  test('that could not be taken back is noted, and fires there again', async () => {
    const zabbix = await monitoring();
    const [, caseId] = await zabbix.alerts();
    jest.mocked(api.deps.gateway.withdraw).mockRejectedValue(new Problem('wrong-state'));
    expect(await zabbix.alerts({ status: 'resolved' })).toEqual(['recovered', caseId]);
    expect(await zabbix.alerts()).toEqual(['noted', caseId]);
  });

  test('that is sent ten times at once with the same words is noted once', async () => {
    const zabbix = await monitoring();
    const [, caseId] = await zabbix.alerts();
    const all = await Promise.all(Array.from({ length: 9 }, async () => await zabbix.sends(alert())));
    const outcomes = all.flatMap(({ body }) => body.results.map(({ outcome }) => outcome));
    expect(outcomes.sort()).toEqual(['noted', ...Array.from({ length: 8 }, () => 'repeated')]);
    expect(await textsOf(caseId)).toHaveLength(1);
  });

  const seat = { seat: 'triage', whom: { kind: 'persons', ids: [] } as const, keys: [], owner: null, vote: null };
  test.each([
    ['somebody has claimed it', { participants: [{ ...seat, assignee: { id: 'U-zheng', name: '郑服务台' } }] }],
    ['it was graded', { status: 'completed' }],
  ])('that has recovered once %s is noted, and who has it at hand is told', async (_, task) => {
    const zabbix = await monitoring();
    const [, caseId] = await zabbix.alerts();
    await api.db.tasks.updateOne({ _id: `${caseId}.triage.1` }, { $set: task });
    expect(await zabbix.alerts({ status: 'resolved', details: '已降到 40%' })).toEqual(['recovered', caseId]);
    const [comment] = await commentsOf(caseId);
    expect(comment).toMatchObject({
      ...{ text: '监控已恢复（recovered）：CPU 使用率超过 95%\n已降到 40%', audience: 'everybody' },
    });
    const told = await api.db.mails.find({ caseId, kind: 'mentioned' }).lean();
    expect(told.map(({ recipient }) => recipient.id)).toEqual('participants' in task ? ['U-zheng'] : []);
    expect(withdrawn).not.toContain(caseId);
  });

  test('that has recovered is noted only where somebody has said a word, or the source does not close', async () => {
    const zabbix = await monitoring();
    const [, caseId] = await zabbix.alerts();
    expect((await api.as('zheng').post(`/cases/${caseId}/comments`, { text: '正在查看' })).status).toBe(201);
    expect(await zabbix.alerts({ status: 'resolved' })).toEqual(['recovered', caseId]);

    const other = await monitoring({ closesOnRecovery: false });
    const [, open] = await other.alerts();
    expect(await other.alerts({ status: 'resolved' })).toEqual(['recovered', open]);
  });

  test.each([
    [{ title: undefined }, '/title'],
    [{ status: 'acknowledged' }, '/status'],
    [{ dedupeKey: '' }, '/dedupeKey'],
    [{ urgency: 'soon' }, '/urgency'],
    [{ level: 4 }, '/level'],
    [{ startsAt: 'yesterday' }, '/startsAt'],
    [{ customer: 'C-0002' }, '/customer'],
    [{ title: { $ne: '' } }, '/title'],
  ])('is refused with %j, which says where', async (changes, pointer) => {
    const zabbix = await monitoring();
    const { status, body } = await zabbix.sends<{ errors: { pointer: string }[] }>(alert(changes));
    expect([status, body.errors.map((one) => one.pointer)]).toEqual([422, [pointer]]);
  });

  test('too often is asked to come later, each source by itself, and no access log grows of it', async () => {
    const zabbix = await monitoring();
    for (let count = 0; count < 10; count += 1) expect((await zabbix.sends(alert())).status).toBe(200);
    const before = (await api.accesses()).length;
    const { status, headers, body } = await zabbix.sends<{ code: string }>(alert());
    expect([status, body.code]).toEqual([429, 'too-often']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await api.accesses()).length).toBe(before);
    expect((await (await monitoring()).sends(alert())).status).toBe(200);
    api.pass(MINUTE_IN_MS);
    expect((await zabbix.sends(alert())).status).toBe(200);
  });
});

describe('Alertmanager', () => {
  const sent = (status: string, ...fingerprints: string[]) => ({
    ...{ receiver: 'opsflow', status, groupKey: '{}', version: '4', truncatedAlerts: 0, externalURL: 'http://am' },
    ...{ groupLabels: { alertname: 'HostDown' }, commonLabels: {}, commonAnnotations: {} },
    alerts: fingerprints.map((fingerprint) => ({
      ...{ status, fingerprint, startsAt: '2026-11-23T08:00:00.123456789Z', endsAt: '0001-01-01T00:00:00Z' },
      labels: { alertname: 'HostDown', severity: 'critical', device: 'UNKNOWN-1', instance: '10.0.0.1:9100' },
      annotations: { summary: `主机\u0000不可达 ${fingerprint}`, description: 'ping 不通' },
      generatorURL: 'http://prometheus/graph',
    })),
  });

  test('opens one fault for each fingerprint, and recovers them alike', async () => {
    const prometheus = await monitoring();
    const { status, body } = await prometheus.sends(sent('firing', 'f1', 'f2', 'f1'));
    expect([status, body.results.map(({ dedupeKey, outcome }) => [dedupeKey, outcome])]).toEqual([
      200,
      [
        ['f1', 'opened'],
        ['f2', 'opened'],
        ['f1', 'noted'],
      ],
    ]);
    expect(begun.at(-1)?.request).toMatchObject({
      ...{ title: '主机 不可达 f2', urgency: 'critical', occurredAt: '2026-11-23T08:00:00.123Z' },
      description: expect.stringMatching(/^ping 不通\n[^]*instance=10\.0\.0\.1:9100\n[^]*设备：UNKNOWN-1/) as string,
    });
    const resolved = await prometheus.sends(sent('resolved', 'f1', 'f2', 'f3'));
    // The first has been spoken of by nobody but the source itself.
    expect(resolved.body.results.map(({ outcome }) => outcome)).toEqual(['withdrawn', 'withdrawn', 'nothing-open']);
  });

  test('that sends a bad alert among good ones has the good ones taken, and is told which is bad and why', async () => {
    const prometheus = await monitoring();
    const { alerts, ...batch } = sent('firing', 'g1', 'g2', 'g3', 'g4');
    const [first, second, third, fourth] = alerts;
    const bad = [
      { ...second, generatorURL: `http://prometheus/${'g'.repeat(3_000)}` },
      { ...third, labels: { ...third!.labels, severity: 7 } },
      null,
    ];
    const odd = { ...fourth, labels: { ...fourth!.labels, severity: 'constructor' } };
    const { status, body } = await prometheus.sends({ ...batch, alerts: [first, ...bad, odd] });
    expect([status, body.results.map(({ dedupeKey, outcome }) => [dedupeKey, outcome])]).toEqual([
      200,
      [
        ['g1', 'opened'],
        ['g2', 'refused'],
        ['g3', 'refused'],
        ['', 'refused'],
        ['g4', 'opened'],
      ],
    ]);
    const reasons = body.results.map(({ reason }) => reason?.zh.split('：')[0] ?? null);
    expect(reasons).toEqual([null, '/generatorURL', '/labels/severity', '输入不符合要求（无效输入', null]);
    expect(begun.at(-1)?.request.urgency).toBeUndefined();
  });

  test('says what is wrong with what it does not know', async () => {
    const prometheus = await monitoring();
    const { status, body } = await prometheus.sends<{ errors: { pointer: string }[] }>({
      ...sent('firing', 'f'),
      version: '3',
    });
    expect([status, body.errors.map(({ pointer }) => pointer)]).toEqual([422, ['/version']]);
  });
});

test('a monitoring system opens no other route, and nobody who signs in is one', async () => {
  const { secret } = await addSource(api.as('admin-demo'));
  for (const path of ['/me', '/cases', '/intake-sources']) {
    const answer = await fetch(`${api.url}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } });
    expect([path, answer.status]).toEqual([path, 401]);
  }
  const { status, body } = await api.as('admin-demo').post('/intake/alerts', alert());
  expect([status, body.code]).toEqual([401, 'token-unknown']);
});
