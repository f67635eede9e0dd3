import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Installation } from '../harness/installation';

const PROGRAM = join(__dirname, '../../dist/tools/verify.js');

describe('npm run verify', () => {
  let h: Installation;
  let caseId: string;
  beforeAll(async () => {
    h = await Installation.start();
    caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').rejects(caseId, 'manager-review', '仍可维修');
    await h.ended(caseId);
    await h.as('li').startsScrap(await h.device());
    await h.as('wang').post('/users', {});
  });
  afterAll(async () => {
    await h.stop();
  });

  async function verify(): Promise<{ code: number; said: string }> {
    const env = { PATH: process.env.PATH ?? '', OPSFLOW_HOME: '/nowhere', ...h.env };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM], { env });
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string };
      return { code, said: stdout };
    }
  }

  it('finds everything sound: journals, their heads in Temporal, documents, the access log', async () => {
    const { code, said } = await verify();
    expect(said).toContain('全部一致');
    expect(said).toContain('2 个流程');
    expect(code).toBe(0);
  });

  it('names the entry of a journal that was changed', async () => {
    const entry = await h.db.journal.findOne({ caseId, kind: 'task-completed' }).sort({ seq: -1 }).lean();
    if (!entry) throw new Error('no decision');
    await h.db.journal.updateOne({ _id: entry._id }, { $set: { 'details.comment': '同意报废' } });
    const { code, said } = await verify();
    await h.db.journal.updateOne({ _id: entry._id }, { $set: { 'details.comment': '仍可维修' } });
    expect(code).toBe(1);
    expect(said).toContain(`${caseId}#${entry.seq}：was changed after it was written`);
  });

  it('names a case whose journal and record were both rewritten, because Temporal holds the head', async () => {
    const row = await h.caseRow(caseId);
    const last = await h.db.journal.findOne({ caseId }).sort({ seq: -1 }).lean();
    if (!last) throw new Error('no journal');
    await h.db.journal.deleteOne({ _id: last._id });
    const before = await h.db.journal.findOne({ caseId }).sort({ seq: -1 }).lean();
    await h.db.cases.updateOne({ _id: caseId }, { $set: { journalHead: { seq: before?.seq, hash: before?.hash } } });
    const { code, said } = await verify();
    await h.db.journal.create([last]);
    await h.db.cases.updateOne({ _id: caseId }, { $set: { journalHead: row.journalHead } });
    expect(code).toBe(1);
    expect(said).toContain(
      `${caseId}：Temporal's journal ends at ${row.journalHead.seq}, the record's at ${row.journalHead.seq - 1}`,
    );
  });

  it('names a row that says other than the journal: a state, a decision, a task that is gone', async () => {
    const task = await h.db.tasks.findOne({ caseId, step: 'manager-review' }).lean();
    if (!task) throw new Error('no decision');
    await h.db.tasks.updateOne({ _id: task._id }, { $set: { outcome: 'approve', 'decision.comment': '同意' } });
    await h.db.cases.updateOne({ _id: caseId }, { $set: { state: 'completed' } });
    const receipt = await h.db.tasks.findOneAndDelete({ caseId, step: 'receipt' }).lean();
    const { code, said } = await verify();
    await h.db.tasks.replaceOne({ _id: task._id }, task);
    await h.db.cases.updateOne({ _id: caseId }, { $set: { state: 'rejected' } });
    await h.db.tasks.insertMany([receipt as never]);
    expect(code).toBe(1);
    expect(said).toContain(`${caseId}：the state: the row says "completed", the journal "rejected"`);
    expect(said).toContain(`the task ${task._id}: its outcome: the row says "approve", the journal "reject"`);
    expect(said).toContain(`the task ${task._id}: its form and comment`);
    expect(said).toContain('the tasks: the row says');
    expect((await verify()).code).toBe(0);
  });

  it('names an attachment whose bytes were changed', async () => {
    const attachment = await h.db.attachments.findOne({ caseId }).lean();
    const chunks = h.db.connection.collection('attachments.chunks');
    const before = await chunks.findOne({ files_id: attachment?._id });
    const other = Buffer.alloc(attachment?.sizeInBytes ?? 0, '?');
    await chunks.updateOne({ _id: before?._id as never }, { $set: { data: other } });
    const { code, said } = await verify();
    await chunks.replaceOne({ _id: before?._id as never }, before as never);
    expect(code).toBe(1);
    expect(said).toContain(`the attachment ${attachment?._id ?? ''} was changed after it was filed`);
  });

  it('names a document whose bytes were changed, and an entry of the access log that is missing', async () => {
    const chunks = h.db.connection.collection('documents.chunks');
    const [document] = (await h.caseRow(caseId)).documents;
    await chunks.updateOne({ files_id: document?.id }, { $set: { data: Buffer.from('%PDF-1.3 something else') } });
    await h.db.access.deleteOne({ _id: 2 });
    const { code, said } = await verify();
    expect(code).toBe(1);
    expect(said).toContain(`the document ${document?.id ?? ''}`);
    expect(said).toContain('access#3：entries 2 to 2 are missing');
  });
});
