import { randomBytes } from 'node:crypto';
import { keysOfGrants } from '../../api/access';
import { ROUTES } from '../../api/routes';
import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import { STAFF_ROLES } from '../../models/codes';
import { complaintProcess } from '../../models/contracts/complaint';
import { sha256Of } from '../../models/hash';
import { ComplaintPlay } from '../harness/complaint';
import { complaintBody, measure } from '../harness/complaint-forms';
import { changeBody } from '../harness/cutover-forms';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { Person } from '../harness/person';

const COMPLAINANT = '严女士密访';
const STORY = '工程师李工与管理员串通隐瞒';
const LIMITS = { rows: 10_000, columns: 60, sheets: 9, unpackedBytes: 64 * 1024 * 1024 };
const ALL_ROLES = STAFF_ROLES.map((role) => ({ role, customerId: null }));

/** Two administrators who have every role: one is complained of, the other is not. */
describe('a complaint about a person is hidden from that person', () => {
  let h: Installation;
  let play: ComplaintPlay;
  let caseId: string;
  let hook: string;
  let other: Person;

  beforeAll(async () => {
    h = await Installation.start();
    play = new ComplaintPlay(h);
    other = await anotherAdministrator();
    await h.db.users.updateOne(
      { _id: 'U-admin-demo' },
      { $set: { grants: ALL_ROLES, keys: keysOfGrants('U-admin-demo', ALL_ROLES) } },
    );
    const { body } = await other.post<{ id: string }>('/webhooks', {
      ...{ name: '总线', url: 'https://hooks.example.com/all', format: 'standard', language: 'zh' },
      ...{ events: ['case-started', 'task-opened'], processes: [], customers: [] },
    });
    hook = body.id;
    const deadlines = complaintProcess.policy.deadlines;
    await h.setPolicy(
      { deadlines: { ...deadlines, meeting: { budgetInMs: 100, time: 'elapsed', ladder: [] } } },
      complaintProcess,
    );
    caseId = await play.entered({
      ...{ complainant: null, name: COMPLAINANT, mail: 'yan@customer.example', description: STORY },
      persons: [{ person: 'U-admin-demo' }, { person: 'U-li' }],
    });
    await play.reported(caseId);
    await play.does('wang', caseId, 'report-review', 'approve');
    await play.measuresSet(caseId, 'sun', [measure('zhao'), measure('cao')]);
    await play.carriesOut(caseId, 'zhao');
    await h.as('wang').post(`/cases/${caseId}/comments`, { text: '请尽快处理', mentions: ['U-sun'] });
    await h.as('wang').post(`/cases/${caseId}/copies`, { to: ['U-feng'], message: '请阅' });
    const documents = await documentsOf();
    await h.as('wang').get(`/documents/${documents[0] ?? ''}`);
    await h.as('wang').get(`/cases?q=${caseId}`);
    await h.as('wang').get(`/exports/cases?q=${caseId}`);
  });
  afterAll(async () => {
    await h.stop();
  });

  async function anotherAdministrator(): Promise<Person> {
    const model = await h.db.users.findOne({ username: 'admin-demo' }).lean();
    if (!model) throw new Error('no administrator');
    const [_id, token] = ['U-second', randomBytes(32).toString('base64url')];
    await h.db.users.create([
      {
        ...{ ...model, _id, username: 'second', name: '第二管理员', email: 'second@opsflow.example' },
        ...{ grants: ALL_ROLES, keys: keysOfGrants(_id, ALL_ROLES) },
      },
    ]);
    const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 3_600_000)];
    await h.db.sessions.create([
      { _id: sha256Of(token), userId: _id, createdAt, expiresAt, lastSeenAt: createdAt, address: '', agent: '' },
    ]);
    return new Person(() => h.url, 'second', '', token);
  }

  const documentsOf = async () => (await h.db.documents.find({ caseId }).lean()).map(({ _id }) => _id);

  /** All addresses of the API that can be read, with what a person might ask of them. */
  async function addresses(): Promise<string[]> {
    const tasks = (await h.db.tasks.find({ caseId }).lean()).map(({ _id }) => _id);
    const files = (await h.db.attachments.find({ caseId }).lean()).map(({ _id }) => _id);
    const ids: Readonly<Record<string, readonly string[]>> = {
      ...{ cases: [caseId], tasks, documents: await documentsOf(), attachments: files, users: ['U-cao', 'U-sun'] },
      ...{ webhooks: [hook], teams: ['T-0001'], calendars: ['5x8'], customers: ['C-0001'], contracts: ['K-0001'] },
      ...{ devices: ['D-0001'], policies: ['complaint'] },
    };
    const queries: Readonly<Record<string, readonly string[]>> = {
      q: [caseId, COMPLAINANT],
      case: [caseId],
      process: ['complaint'],
      customer: ['C-0001'],
      applicant: ['U-zheng', 'me'],
      mine: ['true'],
      breached: ['true'],
      state: ['open'],
      view: ['open', 'decided', 'claimed'],
      target: [caseId],
      person: ['U-wang'],
      stage: ['execution'],
      year: ['2026'],
      month: ['2026-11'],
    };
    return ROUTES.filter(({ method, who }) => method === 'get' && who !== 'decision-link').flatMap((route) => {
      const [, root = ''] = route.path.split('/');
      const shape = (route.query as { shape?: object } | undefined)?.shape ?? {};
      const asked = Object.keys(shape).flatMap((name) =>
        (queries[name] ?? []).map((value) => `?${name}=${encodeURIComponent(value)}`),
      );
      const paths = (ids[root] ?? ['X-1']).map((id) => {
        const path = route.path.replace('{id}', id).replace('{process}', 'complaint').replace('{year}', '2026');
        return path.replace('{version}', '1').replace('{delivery}', 'msg_1').replace('{change}', 'X-1');
      });
      // What somebody looks for in an export is in the access log, in their own words.
      const isLogged = (query: string) => root === 'exports' && query.includes(encodeURIComponent(COMPLAINANT));
      return paths.flatMap((path) =>
        ['', ...asked].filter((query) => !isLogged(query)).map((query) => `${path}${query}`),
      );
    });
  }

  async function read(person: Person, path: string): Promise<{ status: number; text: string }> {
    const headers = { authorization: `Bearer ${await person.signIn()}` };
    const response = await fetch(`${h.url}/api/v1${path}`, { headers });
    const type = response.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await response.arrayBuffer());
    if (type.includes('spreadsheetml')) {
      const cells = (await readXlsx(bytes, LIMITS)).flatMap(({ rows }) =>
        rows.flatMap((row) => [...row.cells.values()]),
      );
      return { status: response.status, text: cells.map((cell) => cell.text).join('\n') };
    }
    // What was asked for is repeated in a refusal.
    const text = bytes.toString('utf8').replace(/"instance":"[^"]*"/, '');
    return { status: response.status, text };
  }

  const telling = ['number', 'complainant', 'story', 'file'] as const;
  const toldIn = (text: string) => {
    const what = { number: caseId, complainant: COMPLAINANT, story: STORY, file: '签到表.txt' };
    return telling.filter((one) => text.includes(what[one]));
  };

  it('every address that can be read keeps it from them, and tells it to others', async () => {
    const all = await addresses();
    const told: string[] = [];
    const toOthers: string[] = [];
    for (const path of all) {
      for (const who of [h.as('admin-demo'), h.as('li')]) {
        const { status, text } = await read(who, path);
        if (toldIn(text).length > 0) told.push(`${who.username} ${path}: ${toldIn(text).join(' ')}`);
        if (/^\/(cases|tasks|documents|attachments)\/[^/?]*[A-Z]/.test(path) && status === 200)
          told.push(`${who.username} ${path}: ${status}`);
      }
      if (toldIn((await read(other, path)).text).length > 0) toOthers.push(path.split('?')[0] ?? '');
    }
    expect(told).toEqual([]);
    // It is no empty question.
    const lists = ['/cases', '/complaints', '/search', '/tasks', '/overruns', '/access-log', '/users/U-cao/open-tasks'];
    const exports = ['/exports/cases', '/exports/tasks', '/exports/overruns', '/exports/access-log'];
    const wanted = [...lists, ...exports, `/cases/${caseId}`, `/cases/${caseId}/journal`];
    expect(wanted.filter((path) => !toOthers.includes(path))).toEqual([]);
  });

  it('nobody tells them by a mention, a copy or a mail, and no webhook does', async () => {
    for (const id of ['U-admin-demo', 'U-li']) {
      const mention = await h.as('wang').post(`/cases/${caseId}/comments`, { text: '请看', mentions: [id] });
      const copy = await h.as('wang').post(`/cases/${caseId}/copies`, { to: [id], message: '请阅' });
      expect([mention.status, copy.status]).toEqual([422, 422]);
    }
    const toThem = h.mails.about(caseId).filter(({ to }) => /admin-demo|li@/.test(JSON.stringify(to)));
    expect(toThem).toEqual([]);
    expect(await h.db.mails.countDocuments({ caseId, 'recipient.id': { $in: ['U-admin-demo', 'U-li'] } })).toBe(0);
    expect(await h.db.deliveries.countDocuments({ caseId })).toBe(0);
  });

  it('no other case names it, also not one of somebody who sees it', async () => {
    const linked = await h.as('wang').post('/cases', changeBody({ origin: caseId }));
    expect([linked.status, JSON.stringify(linked.body.errors)]).toEqual([422, expect.stringContaining('保密')]);
    const unseen = await h.as('li').post('/cases', changeBody({ origin: caseId }));
    expect([unseen.status, JSON.stringify(unseen.body.errors)]).toEqual([422, expect.stringContaining('没有记录')]);
  });

  it('they can do nothing to it, and are given no task of it', async () => {
    const { _id: taskId } = await play.waitsFor(caseId, 'verify-measure');
    for (const who of ['admin-demo', 'li']) {
      for (const verb of ['complete', 'claim', 'nudge']) {
        const body = { complete: { outcome: 'approve', form: {} }, claim: {}, nudge: { reason: '快' } }[verb];
        const answer = await h.as(who).post(`/tasks/${taskId}/${verb}`, body);
        expect([who, verb, answer.status]).toEqual([who, verb, 404]);
      }
      expect((await h.as(who).post(`/cases/${caseId}/cancel`, { reason: '不实' })).status).toBe(404);
      expect((await h.as(who).post(`/cases/${caseId}/comments`, { text: '不实', mentions: [] })).status).toBe(404);
    }
    const tasks = await h.db.tasks.find({ caseId }).lean();
    expect(tasks.every(({ excluded }) => excluded.includes('U-admin-demo') && excluded.includes('U-li'))).toBe(true);
  });

  it('who stands in for somebody absent does not, where they are complained of', async () => {
    const now = Date.now();
    const absent = await h.as('cao').post('/absences', {
      ...{ from: new Date(now - 60_000).toISOString(), to: new Date(now + 3_600_000).toISOString() },
      ...{ personId: 'U-cao', substituteId: 'U-li', reason: '休假' },
    });
    expect(absent.status).toBe(201);
    await eventually(async () => {
      const task = await h.db.tasks.findOne({ caseId, step: 'carry-out', status: 'open' }).lean();
      const [seat] = task?.participants ?? [];
      if (!seat?.unserved?.some(({ id }) => id === 'U-cao')) throw new Error(JSON.stringify(seat));
    });
    expect(await h.as('li').inbox(caseId)).toEqual([]);
  });

  it('they learn nothing of it by having somebody leave whose tasks are of it; another administrator does that', async () => {
    const before = await h.db.users.findById('U-cao').lean();
    for (const successorId of ['U-zhao', null]) {
      const answer = await h.as('admin-demo').post('/users/U-cao/deactivate', { successorId, reason: '已离职' });
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
      expect(answer.body).not.toHaveProperty('tasks');
      expect(toldIn(JSON.stringify(answer.body))).toEqual([]);
    }
    expect((await h.db.users.findById('U-cao').lean())?.isActive).toBe(before?.isActive);
    const done = await other.post('/users/U-cao/deactivate', { successorId: 'U-zhao', reason: '已离职' });
    expect(done).toMatchObject({ status: 200 });
  });

  it('a complaint about all administrators is followed by those who have the roles', async () => {
    const second = await play.entered({ persons: [{ person: 'U-admin-demo' }, { person: 'U-second' }] });
    await play.answered(second);
    await h.as('liu').approves(second, 'satisfaction');
    expect(await h.ended(second)).toMatchObject({ state: 'completed' });
    expect((await read(other, `/cases/${second}`)).status).toBe(404);
    // The first is not hidden from the second administrator, as this one is.
    expect((await read(other, `/cases/${caseId}`)).status).toBe(200);
    expect((await h.as('zheng').post('/cases', complaintBody({ persons: [{ person: 'U-none' }] }))).status).toBe(422);
  });
});
