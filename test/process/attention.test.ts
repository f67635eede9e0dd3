import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../harness/child';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

const ROOT = join(__dirname, '../..');
const RESET_REAPPLY_EXCLUDE_UPDATES = 2;
const work = mkdtempSync(join(tmpdir(), 'opsflow-broken-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** A copy of the built product whose workflow code has a mistake in every record that it learns from. */
function brokenProduct(): string {
  cpSync(join(ROOT, 'dist'), join(work, 'dist'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(work, 'node_modules'));
  const bundle = join(work, 'dist/workflow-bundle.js');
  const code = readFileSync(bundle, 'utf8');
  const broken = code.replace(
    /learn\(step, recorded\) \{/,
    'learn(step, recorded) { throw new TypeError("a mistake");',
  );
  expect(broken).not.toBe(code);
  writeFileSync(bundle, broken);
  return join(work, 'dist/worker/main.js');
}

describe('needs attention 需要处理', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start({ UPDATE_DEADLINE_MS: '2000' });
  });
  afterAll(async () => {
    await h.stop();
  });

  async function isShown(caseId: string, code: string | RegExp): Promise<void> {
    const found = await eventually(async () => {
      const { body } = await h
        .as('wang')
        .get<{ items: { id: string; attention: { code: string; detail: string } }[] }>('/cases?needsAttention=true');
      const row = body.items.find((item) => item.id === caseId);
      if (!row) throw new Error(`${caseId} is not among those that need attention`);
      return row;
    }, 300);
    expect(found.attention.code).toMatch(code);
    expect(found.attention.detail).not.toBe('');
  }

  it('a case that was terminated in Temporal', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    const handle = h.temporal.workflow.getHandle(caseId);
    // On a busy machine the start is answered from the record before the engine has heard of it.
    await eventually(async () => {
      const { events = [] } = await handle.fetchHistory();
      if (!events?.some((event) => event.workflowTaskCompletedEventAttributes)) throw new Error('not begun yet');
    });
    await handle.terminate('by mistake');
    await isShown(caseId, 'terminated');
    expect(await h.as('chen').decides(caseId, 'receipt', 'submit')).toMatchObject({ status: 409 });

    const resume = (who: string) => h.as(who).post(`/cases/${caseId}/resume`, { reason: '误终止' }, { key: 'again' });
    expect(await resume('wang')).toMatchObject({ status: 403 });
    expect(await resume('admin-demo')).toMatchObject({ status: 200, body: { caseId } });
    expect(await resume('admin-demo')).toMatchObject({ status: 200, body: { caseId } });
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').rejects(caseId, 'manager-review', '仍可维修');
    expect(await h.ended(caseId)).toMatchObject({ state: 'rejected', attention: null });
    expect(await resume('admin-demo')).toMatchObject({ status: 200 });
    const anew = await h.as('admin-demo').post(`/cases/${caseId}/resume`, { reason: '误终止' });
    expect(anew).toMatchObject({ status: 409, body: { code: 'case-closed' } });
  });

  it('a case that runs is not resumed', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    const answer = await h.as('admin-demo').post(`/cases/${caseId}/resume`, { reason: '试一试' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  async function loses(caseId: string): Promise<void> {
    await h.temporal.workflowService.resetWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: caseId },
      reason: 'it forgets everything that it was sent',
      workflowTaskFinishEventId: 4 as never,
      requestId: `${caseId} forgets`,
      resetReapplyExcludeTypes: [RESET_REAPPLY_EXCLUDE_UPDATES],
    });
  }

  it('a case whose record says other than its workflow', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.db.steps.updateMany({ caseId }, { $set: { stepHash: 'of something else' } });
    await loses(caseId);
    await isShown(caseId, /^(reset|diverged|activity-failing)$/);
  });

  it('a workflow that lost decisions which were recorded is sent them again, and the case goes on without a mark', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').approves(caseId, 'manager-review');
    const before = await h.story(caseId);
    await loses(caseId);
    await eventually(async () => {
      const { journalHead } = await h.temporal.workflow.getHandle(caseId).query<{ journalHead: unknown }>('position');
      expect(journalHead).toEqual((await h.caseRow(caseId)).journalHead);
    }, 300);
    expect(await h.story(caseId)).toEqual(before);
    await h.as('chen').rejects(caseId, 'department-review', '仍可维修');
    expect(await h.ended(caseId)).toMatchObject({ state: 'rejected', attention: null });
  });

  it('a workflow that took another decision in the place of one that it lost goes back to its record', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').approves(caseId, 'manager-review');
    const before = await h.story(caseId);
    const [recorded] = (await h.db.steps.findOne({ caseId, seq: 2 }).lean())?.commands ?? [];
    if (!recorded) throw new Error('the step has no command');
    await loses(caseId);
    const other = { ...recorded.command, key: `${caseId} other`, comment: '另一位的意见' };
    const handle = h.temporal.workflow.getHandle(caseId);
    const taken = await handle.startUpdate(recorded.update, {
      ...{ args: [other], updateId: other.key, waitForStage: 'ACCEPTED' },
    });
    await expect(taken.result()).rejects.toThrow();
    await eventually(async () => {
      const { journalHead } = await h.temporal.workflow.getHandle(caseId).query<{ journalHead: unknown }>('position');
      expect(journalHead).toEqual((await h.caseRow(caseId)).journalHead);
    }, 600);
    expect(await h.story(caseId)).toEqual(before);
    await h.as('chen').rejects(caseId, 'department-review', '仍可维修');
    expect(await h.ended(caseId)).toMatchObject({ state: 'rejected', attention: null });
  });

  it('a workflow that lost what closed the case is sent that again', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    expect((await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '设备已修复' })).status).toBe(200);
    await loses(caseId);
    await h.db.cases.updateOne({ _id: caseId }, { $set: { historyFiledAt: null } });
    await eventually(async () => {
      expect((await h.temporal.workflow.getHandle(caseId).describe()).status.name).toBe('COMPLETED');
    }, 400);
    expect(await h.caseRow(caseId)).toMatchObject({ state: 'withdrawn', attention: null });
  });

  it('a case whose workflow task keeps failing, until a worker with sound code is back', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.killWorker();
    const broken = await startChild(brokenProduct(), h.env);
    expect(await h.as('chen').decides(caseId, 'receipt', 'submit', { key: 'k' })).toMatchObject({ status: 503 });
    await isShown(caseId, 'task-failing');
    await broken.kill();
    await h.startWorker();
    await eventually(async () => {
      expect(await h.as('chen').decides(caseId, 'receipt', 'submit', { key: 'k' })).toMatchObject({ status: 200 });
    }, 300);
    expect(await h.caseRow(caseId)).toMatchObject({ attention: null, stage: 'manager-review' });
  });
});
