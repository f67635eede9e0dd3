import { createHash } from 'node:crypto';
import { scrapProcess } from '../../models/contracts/scrap';
import type { JournalEntry } from '../../models/contracts/record';
import { entryHash } from '../../models/journal';
import { Installation } from '../harness/installation';
import { standing } from './refusals';

interface CasePage {
  readonly tasks: readonly { readonly step: string; readonly status: string; readonly mayAct: boolean }[];
  readonly journalHead: { readonly seq: number; readonly hash: string };
  readonly documents: readonly { readonly sha256: string }[];
}
type Listed = { readonly items: readonly { readonly id: string }[] };

describe('a case as people see it', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  const page = async (who: string, caseId: string) => (await h.as(who).get<CasePage>(`/cases/${caseId}`)).body;
  const seenBy = async (who: string) =>
    (await h.as(who).get<Listed>('/cases?limit=200')).body.items.map(({ id }) => id);

  it('says what it is about, where it stands and what it waits for; each sees which tasks are theirs', async () => {
    const device = await h.device({ name: '票据打印机', serialNumber: 'SN-77' });
    const caseId = await h.as('li').startsScrap(device);
    expect((await h.as('wu').get(`/cases/${caseId}`)).body).toMatchObject({
      ...{ id: caseId, process: 'scrap', processTitle: scrapProcess.title, subject: '票据打印机（SN-77）' },
      ...{ state: 'open', stage: 'hand-back', stageTitle: scrapProcess.stages['hand-back'], round: 1, closing: null },
      ...{ customer: { id: 'C-0001' }, applicant: { id: 'U-li', name: '李工' }, attention: null, closedAt: null },
      ...{ data: { request: { device, evidenceKind: 'test-report' } }, documents: [] },
      waitingFor: expect.stringContaining('等待陈科长办理“接收设备并签收”'),
      waiting: { kind: 'task', step: 'receipt', candidates: [{ id: 'U-chen', name: '陈科长' }] },
    });
    const mayAct = async (who: string) => (await page(who, caseId)).tasks.map((task) => task.mayAct);
    expect([await mayAct('chen'), await mayAct('li'), await mayAct('wang')]).toEqual([[true], [false], [false]]);
    await h.as('chen').submits(caseId, 'receipt');
    expect((await page('chen', caseId)).tasks).toMatchObject([
      { step: 'receipt', status: 'completed', mayAct: false },
      { step: 'manager-review', status: 'open', mayAct: false },
    ]);
    expect(await mayAct('wang')).toEqual([false, true]);
  });

  it('shows a task with its form, its outcomes and where it may be sent back, then what was decided', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const task = `/tasks/${caseId}.manager-review.1`;
    expect((await h.as('wang').get(task)).body).toMatchObject({
      ...{ title: scrapProcess.steps['manager-review']?.title, mayAct: true, decision: null },
      form: { $id: 'scrap.opinion@1', required: ['signature'] },
      outcomes: [
        { outcome: 'approve', title: { zh: '同意' }, needsComment: false },
        { outcome: 'reject', title: { zh: '驳回' }, needsComment: true },
        { outcome: 'return', title: { zh: '退回' }, needsComment: true },
      ],
      returnTo: [{ stage: 'register', title: { zh: '登记' } }, { stage: 'hand-back' }],
    });
    expect((await h.as('chen').get(`/tasks/${caseId}.receipt.1`)).body).toMatchObject({
      outcomes: [{ outcome: 'submit', title: { zh: '签收' }, needsComment: false }],
      decision: { by: { name: '陈科长' }, form: { place: '院本部库房 A-03' } },
    });
    await h.as('wang').returns(caseId, 'manager-review', 'register', '请补充');
    expect((await h.as('li').get(task)).body).toMatchObject({
      ...{ mayAct: false, isVoid: true, status: 'completed', outcome: 'return', decidedBy: { name: '王经理' } },
      decision: { comment: '请补充', returnTo: 'register' },
    });
    expect((await h.as('li').get(`/tasks/${caseId}.amend.1`)).body).toMatchObject({
      prefill: { reason: '主板烧毁，原厂已停产，无法修理', valueInYuan: 8_000 },
    });
  });

  it('has an ETag that changes with every step, and only then', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    const etag = async (who: string) => (await h.as(who).get(`/cases/${caseId}`)).headers.get('etag');
    const first = await etag('li');
    expect(first).toMatch(/^"\d+"$/);
    expect(await etag('wang')).toBe(first);
    await h.as('chen').submits(caseId, 'receipt');
    const second = await etag('li');
    expect(second).not.toBe(first);
    await h.as('wang').post(`/tasks/${caseId}.manager-review.1/claim`, {});
    expect([first, second]).not.toContain(await etag('li'));
  });

  it('has a journal whose every line seals the one before, up to the head that the case shows', async () => {
    const caseId = await h
      .as('li')
      .startsScrap(await h.device({ valueInYuan: 0.07 }), { remark: '含“引号”\n与换行 😀' });
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').approves(caseId, 'manager-review');
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    await h.ended(caseId);
    const { body } = await h.as('li').get<{ items: JournalEntry[] }>(`/cases/${caseId}/journal?limit=200`);
    const sealed = { seq: 0, hash: '' };
    for (const entry of body.items) {
      expect(entry).toMatchObject({ caseId, seq: sealed.seq + 1, previousHash: sealed.hash, hash: entryHash(entry) });
      Object.assign(sealed, { seq: entry.seq, hash: entry.hash });
    }
    expect((await page('li', caseId)).journalHead).toEqual(sealed);
    const last = await h.db.steps.findOne({ caseId }).sort({ seq: -1 }).lean();
    expect(last?.result.journalHead).toEqual(sealed);
    const forged = { ...body.items[4], by: { id: 'U-wang', name: '王经理' } } as JournalEntry;
    expect(entryHash(forged)).not.toBe(forged.hash);
    expect(await h.temporal.workflow.getHandle(caseId).result()).toMatchObject({ journalHead: sealed });
  });

  it('has its form as PDF, sealed by its hash; who downloads it is on record, who may not see it is not served', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    expect((await h.as('li').get<Listed>(`/cases/${caseId}/documents`)).body.items).toEqual([]);
    await h.as('wang').rejects(caseId, 'manager-review', '仍可维修');
    await h.ended(caseId);
    const { body } = await h.as('chen').get<Listed>(`/cases/${caseId}/documents`);
    const id = `${caseId}.scrap-approval.v1`;
    expect(body.items).toEqual([
      {
        ...{ id, caseId, kind: 'scrap-approval', title: '设备报废审批单', fileName: `设备报废审批单-${caseId}.pdf` },
        ...{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), sizeInBytes: expect.any(Number), at: expect.any(String) },
      },
    ]);
    const headers = { authorization: `Bearer ${await h.as('chen').signIn()}` };
    const response = await fetch(`${h.url}/api/v1/documents/${id}`, { headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.subarray(-6).toString('latin1').trim()).toBe('%%EOF');
    expect(response.headers.get('x-content-sha256')).toBe(sha256);
    expect(body.items[0]).toMatchObject({ sha256, sizeInBytes: bytes.length });
    expect((await page('li', caseId)).documents[0]?.sha256).toBe(sha256);
    const filed = await h.db.journal.findOne({ caseId, kind: 'document-filed' }).lean();
    expect(filed?.details).toMatchObject({ id, sha256 });
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(`设备报废审批单-${caseId}.pdf`)}`,
    );
    const downloads = await h.db.access.find({ target: id }).lean();
    expect(downloads.map(({ personId, action }) => [personId, action])).toEqual([
      ['U-chen', expect.stringContaining('document')],
    ]);
    expect((await h.as('he').get(`/documents/${id}`)).status).toBe(404);
    expect(await h.db.access.countDocuments({ target: id, personId: 'U-he', result: 'ok' })).toBe(0);
  });

  describe('is seen', () => {
    const cases = { treasury: '', hospital: '' };
    beforeAll(async () => {
      cases.treasury = await h.as('li').startsScrap(await h.device());
      cases.hospital = await h.as('zhao').startsScrap(await h.device({ customerId: 'C-0002' }));
    });

    it.each([
      ['chen', ['treasury']],
      ['li', ['treasury']],
      ['wang', ['treasury']],
      ['he', ['hospital']],
      ['qian', ['hospital']],
      ['zhao', ['hospital', 'treasury']],
      ['zheng', ['hospital', 'treasury']],
      ['wu', ['hospital', 'treasury']],
      ['xu', []],
    ] as const)('by %s: %j', async (who, seen) => {
      const ids = await seenBy(who);
      for (const [name, caseId] of Object.entries(cases)) {
        const isSeen = seen.some((one) => one === name);
        expect([name, ids.includes(caseId)]).toEqual([name, isSeen]);
        for (const rest of ['', '/journal', '/documents'])
          expect([name, (await h.as(who).get(`/cases/${caseId}${rest}`)).status]).toEqual([name, isSeen ? 200 : 404]);
        expect((await h.as(who).get(`/tasks/${caseId}.receipt.1`)).status).toBe(isSeen ? 200 : 404);
      }
    });

    it('by a customer’s people only as far as it is theirs, also when they ask for another customer by name', async () => {
      const asked = async (who: string, customer: string) =>
        (await h.as(who).get<Listed>(`/cases?customer=${customer}`)).body.items;
      expect(await asked('he', 'C-0001')).toEqual([]);
      expect((await asked('he', 'C-0002')).map(({ id }) => id)).toEqual([cases.hospital]);
      expect((await h.as('he').get<Listed>(`/tasks?case=${cases.treasury}`)).body.items).toEqual([]);
    });

    it('by a colleague of another customer once a task of it was given to them, that case and no other', async () => {
      await h.as('chen').submits(cases.treasury, 'receipt');
      await h.as('wang').returns(cases.treasury, 'manager-review', 'register', '请补充');
      expect(await seenBy('qian')).toEqual([cases.hospital]);
      const body = { to: 'U-qian', reason: '请代为补充' };
      expect((await h.as('li').post(`/tasks/${cases.treasury}.amend.1/transfer`, body)).status).toBe(200);
      expect((await seenBy('qian')).sort()).toEqual([cases.hospital, cases.treasury].sort());
      const evidence = [await h.as('qian').uploads('厂商鉴定.txt')];
      const form = { reason: '厂商已停产', evidenceKind: 'test-report', valueInYuan: 8_000, evidence };
      await h.as('qian').submits(cases.treasury, 'amend', { form });
      expect((await h.as('qian').get(`/cases/${cases.treasury}`)).status).toBe(200);
      expect((await h.as('qian').get<Listed>('/tasks?view=decided')).body.items.map(({ id }) => id)).toEqual([
        `${cases.treasury}.amend.1`,
      ]);
    });

    it('and nothing changes by it', async () => {
      const before = await standing(h);
      for (const who of ['li', 'chen', 'he', 'zheng'])
        for (const rest of ['', '/journal', '/documents']) await h.as(who).get(`/cases/${cases.treasury}${rest}`);
      expect(await standing(h)).toEqual(before);
    });
  });
});
