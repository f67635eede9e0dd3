import { randomBytes } from 'node:crypto';
import { ROUTES } from '../../api/routes';
import { sha256Of } from '../../models/hash';
import { ByLink } from '../harness/by-link';
import { HAND } from '../harness/hand';
import type { TaskRow } from '../../models/db';
import { apiForThisFile } from './api-under-test';
import { caseRow, taskRow } from './case-rows';

const api = apiForThisFile();
const HOUR_IN_MS = 3_600_000;

async function linkTo(taskId: string, personId = 'U-chen', address = 'chen@opsflow.example'): Promise<ByLink> {
  const token = randomBytes(32).toString('base64url');
  const [createdAt, expiresAt] = [api.deps.now(), new Date(api.deps.now().getTime() + HOUR_IN_MS)];
  const about = { taskId, caseId: taskId.split('.')[0] ?? '', personId, address, mailId: 'm' };
  await api.db.decisionLinks.create([{ _id: sha256Of(token), ...about, createdAt, expiresAt }]);
  return new ByLink(() => api.url, token);
}

test('a link that there is not, and one that is no link, are refused alike', async () => {
  for (const token of [randomBytes(32).toString('base64url'), 'x', '../../x', 'a'.repeat(500)])
    expect(await new ByLink(() => api.url, token).looks()).toMatchObject({
      status: 401,
      body: { code: 'link-unknown', title: '链接无效，请从邮件中重新打开' },
    });
});

test('a link shows the words of a decision, of votes that were not it who gave them only, and others’ signatures nowhere', async () => {
  const CASE = 'BF-20260101-0003';
  const at = '2026-01-01T00:00:00.000Z';
  const [wang, sun] = [
    { id: 'U-wang', name: '王经理' },
    { id: 'U-sun', name: '孙副经理' },
  ];
  const voteOf = (by: typeof wang, comment: string, when: string) => ({
    ...{ outcome: 'approve' as const, by, forWhom: null, at: when, comment },
  });
  const decision = {
    ...{ ...voteOf(wang, '同意报废', at), taskId: 't', stage: 'manager-review', step: 'manager-review', round: 1 },
    ...{ returnTo: null, form: { signature: true }, names: {}, isVoid: false },
  };
  const seat = { whom: { kind: 'persons', ids: [] } as const, keys: [], assignee: null, owner: null };
  const voted = taskRow(CASE, {
    ...{ status: 'completed', openTo: [], decision, quorum: { kind: 'all', hasVeto: false } as const },
    participants: [
      { ...seat, seat: '1', vote: voteOf(sun, '对内：客户很急', '2025-12-31T00:00:00.000Z') },
      { ...seat, seat: '2', vote: voteOf(wang, '同意报废', at) },
    ],
  });
  const mark = { kind: 'drawn', name: '陈科长', strokes: HAND };
  const chen = { id: 'U-chen', name: '陈科长' };
  const receipt = {
    ...voted,
    ...{ _id: `${CASE}.receipt.1`, step: 'receipt', stage: 'hand-back', form: { id: 'scrap.receipt', version: 1 } },
    ...{ outcome: 'submit' as const, signing: 'asked' as const },
    decision: { ...decision, by: chen, form: { place: 'A-03', signature: mark } },
    participants: [{ ...seat, seat: 'receipt', vote: voteOf(chen, '', at) }],
  };
  const { quorum: _, ...signed } = receipt;
  const open = taskRow(CASE, {
    _id: `${CASE}.department-review.1`,
    openTo: ['person:U-chen'],
    participants: [{ ...seat, seat: 'department-review', keys: ['person:U-chen'], vote: null }],
  });
  await api.db.cases.create([caseRow(CASE)]);
  await api.db.tasks.create([voted, signed, open]);
  const held = (await api.db.users.findById('U-chen').lean())!.passwordHash;
  await api.db.users.updateOne({ _id: 'U-chen' }, { $set: { passwordHash: '' } });
  const shown = (await (await linkTo(open._id)).looks()).body;
  const used = (await (await linkTo(signed._id)).looks()).body;
  await api.db.tasks.deleteMany({ caseId: CASE });
  await api.db.users.updateOne({ _id: 'U-chen' }, { $set: { passwordHash: held } });
  expect(shown).toMatchObject({ state: 'open', about: [] });
  const said = shown.decisions as { by: { name: string }; comment: string; filled: { values: object } | null }[];
  expect(said.map(({ by, comment, filled }) => [by.name, comment, filled?.values ?? null]).sort()).toEqual([
    ['孙副经理', '', null],
    ['王经理', '同意报废', null],
    ['陈科长', '', { place: 'A-03' }],
  ]);
  expect(used).toMatchObject({ state: 'decided', decided: { filled: { values: { place: 'A-03', signature: mark } } } });
});

test('an expired link names its case, and says how a fresh one comes', async () => {
  const link = await linkTo('BF-20260101-0001.receipt.1');
  await api.db.decisionLinks.updateMany({ caseId: 'BF-20260101-0001' }, { $set: { expiresAt: new Date(0) } });
  expect((await link.looks()).body.detail).toBe(
    '流程 BF-20260101-0001：由申请人或我方人员在系统中“催办”，即会发来带新链接的邮件',
  );
});

test('a link ends at its time', async () => {
  const link = await linkTo('BF-20260101-0001.receipt.1');
  api.pass(HOUR_IN_MS + 1000);
  expect(await link.looks()).toMatchObject({ status: 410, body: { code: 'link-expired' } });
  expect(await link.decides('submit')).toMatchObject({ status: 410, body: { code: 'link-expired' } });
});

test('who is no longer active is asked for nothing', async () => {
  const link = await linkTo('BF-20260101-0001.receipt.1', 'U-nobody');
  expect(await link.looks()).toMatchObject({ status: 410, body: { code: 'link-withdrawn' } });
});

test('a link that went to an address which was corrected since is of no use to whoever has it', async () => {
  const link = await linkTo('BF-20260101-0001.receipt.1', 'U-chen', 'somebody-else@opsflow.example');
  expect(await link.looks()).toMatchObject({ status: 410, body: { code: 'link-withdrawn' } });
  expect(await link.decides('submit')).toMatchObject({ status: 410, body: { code: 'link-withdrawn' } });
});

describe('before what was sent is looked at, a link says', () => {
  const CASE = 'BF-20260101-0002';
  const held: string[] = [];
  const CHEN = { id: 'U-chen', name: '陈科长' };
  const seat = { seat: 'receipt', whom: { kind: 'persons', ids: ['U-chen'] } as const, owner: null };
  const vote = { outcome: 'approve', by: CHEN, forWhom: null, at: '2026-01-01T00:00:00.000Z', comment: '' } as const;
  const theirs = { ...seat, keys: ['person:U-chen'], assignee: CHEN, vote: null };
  const another = { ...seat, seat: '2', keys: ['person:U-xu'], assignee: { id: 'U-xu', name: '徐科员' }, vote: null };

  beforeAll(async () => {
    await api.db.cases.create([caseRow(CASE)]);
    held.push((await api.db.users.findById('U-chen').lean())!.passwordHash);
    await api.db.users.updateOne({ _id: 'U-chen' }, { $set: { passwordHash: '' } });
  });
  afterAll(async () => void (await api.db.users.updateOne({ _id: 'U-chen' }, { $set: { passwordHash: held.pop() } })));

  test.each<[string, Partial<TaskRow>, number, string]>([
    ['that it is decided', { status: 'completed', participants: [theirs], openTo: [] }, 409, 'task-closed'],
    ['that they have voted', { participants: [{ ...theirs, vote }, another] }, 409, 'wrong-state'],
    ['that it is no longer asked of them', { participants: [another], openTo: ['person:U-xu'] }, 410, 'link-withdrawn'],
  ])('%s', async (_, task, status, code) => {
    const { _id } = taskRow(CASE, { quorum: { kind: 'all', hasVeto: false }, ...task });
    await api.db.tasks.replaceOne({ _id }, taskRow(CASE, { quorum: { kind: 'all', hasVeto: false }, ...task }), {
      upsert: true,
    });
    const link = await linkTo(_id);
    for (const outcome of ['approve', 'no-such-outcome'])
      expect(await link.decides(outcome, { form: {} })).toMatchObject({ status, body: { code } });
  });
});

test('a link ends where the person was given a password since, and where they left, though they come back', async () => {
  const { email, passwordHash } = (await api.db.users.findById('U-chen').lean())!;
  const link = await linkTo('BF-20260101-0001.receipt.1', 'U-chen', email);
  expect(await link.looks()).toMatchObject({ status: 410, body: { code: 'link-withdrawn' } });
  await api.db.users.updateOne({ _id: 'U-chen' }, { $set: { passwordHash: '' } });
  expect(await link.looks()).toMatchObject({ status: 401, body: { code: 'link-unknown' } });
  const admin = api.as('admin-demo');
  for (const isActive of [false, true]) {
    const headers = { 'if-match': (await admin.get('/users/U-chen')).headers.get('etag') ?? '' };
    expect((await admin.send('PATCH', '/users/U-chen', { isActive }, { headers })).status).toBe(200);
    expect(await link.looks()).toMatchObject({ status: 410, body: { code: 'link-withdrawn' } });
  }
  await api.db.users.updateOne({ _id: 'U-chen' }, { $set: { passwordHash }, $unset: { linksFrom: '' } });
});

test.each(
  ROUTES.filter(({ who }) => who !== 'anyone' && who !== 'decision-link').map(
    ({ method, path }) => `${method.toUpperCase()} ${path}`,
  ),
)('a link is no sign-in: %s', async (name) => {
  const [method = '', path = ''] = name.split(' ');
  const { token } = await linkTo('BF-20260101-0001.receipt.1');
  const response = await fetch(`${api.url}/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`, {
    method,
    headers: { authorization: `Decision-Link ${token}` },
  });
  expect(response.status).toBe(401);
});

test('a body of five megabytes is refused before it is read, and one of a hundred thousand points says what is wrong', async () => {
  const link = await linkTo('BF-20260101-0001.receipt.1');
  const points = (count: number) => Array.from({ length: count }, (_, at) => [at % 600, at % 240]);
  const signed = (strokes: unknown) => ({ form: { signature: { kind: 'drawn', name: '陈科长', strokes } } });
  expect(await link.decides('submit', signed('x'.repeat(5 * 1024 * 1024)))).toMatchObject({
    status: 413,
    body: { code: 'too-large', status: 413 },
  });
  expect((await link.decides('submit', signed([points(800_000)]))).status).toBe(413);
});

test('a sign-in is no link', async () => {
  expect((await api.as('chen').get('/decision-link')).status).toBe(401);
});

test('the log tells no link', async () => {
  const { token } = await linkTo('BF-20260101-0001.receipt.1');
  await fetch(`${api.url}/decide/${token}`);
  await new ByLink(() => api.url, token).looks();
  expect(api.logged.join('')).not.toContain(token);
});
