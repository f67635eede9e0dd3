import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownInstant } from '../../models/contracts/time';
import { entryHash } from '../../models/journal';
import { ByLink } from '../harness/by-link';
import { drawnBy, HAND } from '../harness/hand';
import { Installation } from '../harness/installation';
import { pageText, pdfContents, pdfPages } from '../unit/documents.pdf-text';

describe('a step that is signed by hand', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
    await h.db.users.updateOne({ username: 'chen' }, { $set: { passwordHash: '' } });
  });
  afterAll(async () => {
    await h.stop();
  });

  const linkOf = async (caseId: string) => ByLink.of(() => h.url, await h.mails.expect('chen', '【待办】', caseId));
  const receiptSigned = (signature: unknown) => ({
    receivedOn: '2026-11-20',
    place: 'A-03',
    condition: '齐全',
    signature,
  });

  it('is told to the page, keeps the drawing in record and journal, and prints it', async () => {
    await h.setPolicy({
      signatures: { receipt: 'asked', 'manager-review': 'required', 'department-review': 'required' },
    });
    const caseId = await h.as('li').startsScrap(await h.device());
    const receipt = await linkOf(caseId);
    expect((await receipt.looks()).body).toMatchObject({
      task: { form: { properties: { signature: { 'x-field': { kind: 'signature', signing: 'asked' } } } } },
    });
    const typed = { kind: 'typed', name: '陈大文' };
    expect((await receipt.decides('submit', { form: receiptSigned(typed) })).status).toBe(200);
    await h.mails.expect('wang', '【待办】', caseId);

    // Who has an account signs by hand as well, where it is required.
    const managers = `/tasks/${caseId}.manager-review.1/complete`;
    const ticked = await h.as('wang').post(managers, { outcome: 'approve', form: { signature: true } });
    expect(ticked).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/form/signature', detail: '此步骤须手写签名' }] },
    });
    const approval = { outcome: 'approve', form: { signature: drawnBy('王经理') } };
    expect((await h.as('wang').post(managers, approval)).status).toBe(200);

    const review = await linkOf(caseId);
    const before = await h.story(caseId);
    for (const signature of [
      true,
      typed,
      { ...drawnBy('陈科长'), strokes: [] },
      { ...drawnBy('陈科长'), strokes: [[[9, 9]]] },
    ])
      expect(await review.decides('approve', { form: { signature } })).toMatchObject({
        status: 422,
        body: { code: 'invalid-input' },
      });
    const huge = { ...drawnBy('陈科长'), strokes: 'x'.repeat(5 * 1024 * 1024) };
    expect(await review.decides('approve', { form: { signature: huge } })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect(await h.story(caseId)).toEqual(before);
    expect((await review.looks()).body.state).toBe('open');
    expect(
      (await review.decides('approve', { comment: '同意报废', form: { signature: drawnBy('陈科长') } })).status,
    ).toBe(200);

    const task = await h.db.tasks.findById(`${caseId}.department-review.1`).lean();
    expect(task?.decision).toMatchObject({ form: { signature: { kind: 'drawn', name: '陈科长', strokes: HAND } } });
    const entry = await h.db.journal.findOne({ caseId, kind: 'task-completed', taskId: task!._id }).lean();
    expect(entry).toMatchObject({ at: task?.decision?.at, details: { form: { signature: { strokes: HAND } } } });

    await h.as('li').submits(caseId, 'wipe');
    const { documents } = await h.ended(caseId);
    const headers = { authorization: `Bearer ${await h.as('li').signIn()}` };
    const answer = await fetch(`${h.url}/api/v1/documents/${documents[0]!.id}`, { headers });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const [words, drawn] = [pdfPages(bytes).map(pageText).join(''), pdfContents(bytes).join('')];
    expect(words).toContain('签字：陈科长');
    expect(words).toContain('陈科长（键入姓名：陈大文）');
    expect(words).toContain(`日期：${shownInstant(entry!.at, 'Asia/Shanghai', 'zh')}`);
    expect(drawn.match(/80 60 m\n300 80 l/g)).toHaveLength(2);
    if (process.env.OPSFLOW_PICTURES) writeFileSync(join(process.env.OPSFLOW_PICTURES, 'signed.pdf'), bytes);
    // The chain that `npm run verify` checks holds every point.
    const [first, ...others] = HAND;
    const moved = [[[81, 60], ...first!.slice(1)], ...others];
    const forged = { ...entry!.details, form: { signature: { ...drawnBy('陈科长'), strokes: moved } } };
    expect(entryHash(entry!)).toBe(entry!.hash);
    expect(entryHash({ ...entry!, details: forged })).not.toBe(entry!.hash);
  });

  it('refuses without a signature, since who refuses fills in nothing', async () => {
    await h.setPolicy({ signatures: { receipt: 'required', 'manager-review': 'required' } });
    const caseId = await h.as('li').startsScrap(await h.device());
    const receipt = await linkOf(caseId);
    expect((await receipt.decides('submit', { form: receiptSigned(drawnBy('陈科长')) })).status).toBe(200);
    await h.mails.expect('wang', '【待办】', caseId);
    await h.as('wang').rejects(caseId, 'manager-review', '设备仍可使用');
    expect((await h.ended(caseId)).state).toBe('rejected');
  });
});
