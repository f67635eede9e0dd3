import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../harness/child';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

const ROOT = join(__dirname, '../..');
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
    await h.temporal.workflow.getHandle(caseId).terminate('by mistake');
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

  it('a case that was reset to before something that its record holds', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.temporal.workflowService.resetWorkflowExecution({
      namespace: 'default',
      workflowExecution: { workflowId: caseId },
      reason: 'by mistake',
      workflowTaskFinishEventId: 4 as never,
      requestId: caseId,
    });
    await isShown(caseId, /^(reset|diverged)$/);
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
