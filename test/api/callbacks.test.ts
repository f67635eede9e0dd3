import type { z } from 'zod';
import type { callbackLineAnswer } from '../../models/contracts/callback-register';
import type { CaseRow } from '../../models/db';
import { apiForThisFile } from './api-under-test';
import { callbackRow, NOBODY, said } from './callback-rows';
import { caseRow } from './case-rows';

type Line = z.output<typeof callbackLineAnswer>;
interface Page {
  readonly items: readonly Line[];
  readonly nextCursor: string | null;
}

const api = apiForThisFile();
const OTHER = { customer: { id: 'C-0002', name: '江州市第二人民医院' }, customerId: 'C-0002' };
const ENDED = { state: 'completed', stage: 'archive' } as const;
const SUN = { id: 'U-sun', name: '孙副经理' };
const WAITS: CaseRow['waiting'] = {
  ...{ kind: 'task', taskId: 't', step: 'attempt', assignee: null, candidates: [SUN] },
  ...{ isFallback: false, dueAt: null, next: null },
};
const open = (dueAt: string) => ({ stage: 'attempts', waiting: WAITS, dueAt: new Date(dueAt) });

beforeAll(async () => {
  const failed = { at: '2026-11-20T02:00:00Z', by: SUN, reached: false, why: '无人接听' };
  const later: CaseRow['waiting'] = { kind: 'instant', name: 'next-attempt', at: '2026-11-24T01:00:00Z' };
  await api.db.cases.insertMany([
    callbackRow('HF-1', '2026-11-18T02:00:00Z', null, { workers: ['U-li'] }, open('2026-11-25T09:00:00Z')),
    callbackRow(
      'HF-2',
      '2026-11-19T02:00:00Z',
      null,
      { attempts: [failed], request: { reason: 'complaint', about: 'TS-9' } },
      { stage: 'attempts', waiting: later },
    ),
    callbackRow(
      'HF-3',
      '2026-11-20T02:00:00Z',
      null,
      { request: { person: undefined, name: '收费处周女士' } },
      { ...open('2026-11-23T09:00:00Z'), ...OTHER },
    ),
    callbackRow('HF-4', '2026-11-10T02:00:00Z', said(95, true), { workers: ['U-li', 'U-zhao'] }, ENDED),
    callbackRow('HF-5', '2026-11-09T02:00:00Z', said(40, false), { workers: ['U-zhao'] }, ENDED),
    callbackRow('HF-6', '2026-11-08T02:00:00Z', NOBODY, {}, ENDED),
    // Still October in UTC, in Shanghai already November.
    callbackRow('HF-7', '2026-10-31T16:30:00Z', null, {}, { ...ENDED, state: 'cancelled' }),
    caseRow('BF-1', { startedAt: new Date('2026-11-20T02:00:00Z'), search: ['process:scrap'] }),
    caseRow('TS-9', { process: 'complaint', hiddenFrom: ['U-li'] }),
  ]);
});

const asked = async (who: string, query = '') => (await api.as(who).get<Page>(`/callbacks?${query}`)).body.items;
const ids = async (who: string, query = '') => (await asked(who, query)).map(({ id }) => id);
const due = async (who: string, query = '') =>
  (await api.as(who).get<{ items: readonly Line[]; isCut: boolean }>(`/callbacks/board?${query}`)).body;

test('those that are due stand with what is due first on top, what waits for its next attempt by when that is', async () => {
  const { items, isCut } = await due('zheng');
  expect(items.map(({ id }) => id)).toEqual(['HF-3', 'HF-2', 'HF-1']);
  expect(isCut).toBe(false);
  expect(items[0]).toMatchObject({
    contact: '收费处周女士',
    waitingFor: expect.stringContaining('孙副经理') as string,
  });
  expect(items[1]).toMatchObject({
    ...{ nextAttemptAt: '2026-11-24T01:00:00Z', attempts: [{ by: { name: '孙副经理' }, why: '无人接听' }] },
    ...{ about: 'TS-9', reason: { value: 'complaint', title: { zh: '投诉处理后回访' } }, result: null },
  });
  expect((await due('zheng', 'customer=C-0002')).items.map(({ id }) => id)).toEqual(['HF-3']);
});

test('who leads one customer has the callbacks of that customer', async () => {
  expect((await due('wang')).items.map(({ id }) => id)).toEqual(['HF-2', 'HF-1']);
  expect(await ids('wang', 'state=open')).toEqual(['HF-2', 'HF-1']);
});

test('a callback does not tell of a complaint to whom that is hidden from', async () => {
  const about = async (who: string) => (await asked(who)).find(({ id }) => id === 'HF-2')?.about;
  expect(await about('wang')).toBe('TS-9');
  expect(await about('li')).toBeNull();
});

test('the register has every callback with what came of it, the latest first, and no other case', async () => {
  const items = await asked('zheng');
  expect(items.map(({ id }) => id)).toEqual(['HF-3', 'HF-2', 'HF-1', 'HF-4', 'HF-5', 'HF-6', 'HF-7']);
  expect(items[3]).toMatchObject({
    ...{ contact: '刘处长', means: { value: 'phone', title: { zh: '电话', en: 'Phone' } }, about: null },
    ...{
      workers: [{ name: '李工' }, { name: '赵工' }],
      result: { score: 95, reached: true, satisfied: true, now: null },
    },
  });
});

test.each([
  ['state=open', ['HF-3', 'HF-2', 'HF-1']],
  ['reason=complaint', ['HF-2']],
  ['customer=C-0002', ['HF-3']],
  ['engineer=U-li', ['HF-1', 'HF-4']],
  ['engineer=U-zhao&result=dissatisfied', ['HF-5']],
  ['result=reached', ['HF-4', 'HF-5']],
  ['result=satisfied', ['HF-4']],
  ['result=unreached', ['HF-6']],
  ['result=none', ['HF-3', 'HF-2', 'HF-1', 'HF-7']],
  ['counted=true&result=none', ['HF-3', 'HF-2', 'HF-1']],
  ['counted=false', ['HF-7']],
  ['month=2026-10', []],
  ['month=2026-11&counted=true&result=unreached', ['HF-6']],
  ['year=2025', []],
  [`q=${encodeURIComponent('周女士')}`, ['HF-3']],
])('it is asked for %s', async (query, found) => {
  expect(await ids('zheng', query)).toEqual(found);
});

test.each(['result=happy', 'reason=else', 'month=2026-13', 'colour=red'])('%s is refused', async (query) => {
  expect((await api.as('zheng').get(`/callbacks?${query}`)).status).toBe(422);
});

test('pages of the register follow each other', async () => {
  const first = await api.as('zheng').get<Page>('/callbacks?limit=4');
  expect(first.body.items.map(({ id }) => id)).toEqual(['HF-3', 'HF-2', 'HF-1', 'HF-4']);
  const second = await api.as('zheng').get<Page>(`/callbacks?limit=4&after=${first.body.nextCursor}`);
  expect(second.body.items.map(({ id }) => id)).toEqual(['HF-5', 'HF-6', 'HF-7']);
});

test('each figure is what the register has when asked for it', async () => {
  const span = 'from=2026-11&to=2026-11';
  const { body } = await api
    .as('shen')
    .get<{ all: Readonly<Record<'callbacks' | 'reached' | 'unreached' | 'satisfied', number>> }>(
      `/callbacks/figures?${span}`,
    );
  const behind = async (more: string) => (await ids('shen', `month=2026-11&counted=true${more}`)).length;
  const { callbacks, reached, unreached, satisfied } = body.all;
  expect([callbacks, reached, unreached, satisfied]).toEqual([
    ...[await behind(''), await behind('&result=reached')],
    ...[await behind('&result=unreached'), await behind('&result=satisfied')],
  ]);
});

test.each(['/callbacks', '/callbacks/board'])('the customer does not read %s', async (path) => {
  expect((await api.as('liu').get(path)).status).toBe(403);
});
