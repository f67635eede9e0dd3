import { removeExpiredAttachments } from '../../api/setup/expired-attachments';
import { checkAttachments } from '../../api/use-cases/bind-attachments';
import { apiForThisFile } from './api-under-test';
import { PDF, upload } from './upload';

const api = apiForThisFile();

const HOUR_IN_MS = 3_600_000;

async function uploaded(username: string): Promise<string> {
  const { status, body } = await upload(api, username, PDF, '检测报告.pdf');
  expect(status).toBe(201);
  return String(body.id);
}

/** A case as far as reading its files goes. */
async function fileInCase(attachmentId: string, customerId: string, people: readonly string[] = []): Promise<string> {
  const _id = `BF-20260101-${String(await api.db.cases.countDocuments()).padStart(4, '0')}`;
  const applicant = { id: 'U-nobody', name: '某人' };
  await api.db.connection
    .collection<{ _id: string }>('cases')
    .insertOne({ _id, customerId, people, applicant } as { _id: string });
  await api.db.attachments.updateOne({ _id: attachmentId }, { $set: { caseId: _id, expiresAt: null } });
  return _id;
}

describe('a file that was not handed in', () => {
  test('is for its owner only', async () => {
    const id = await uploaded('li');
    for (const username of ['zhao', 'admin-demo', 'chen']) {
      expect((await api.as(username).get(`/attachments/${id}`)).status).toBe(404);
      expect((await api.as(username).send('DELETE', `/attachments/${id}`, undefined)).status).toBe(404);
    }
    expect((await api.as('li').send('DELETE', `/attachments/${id}`, undefined)).status).toBe(204);
    expect((await api.as('li').get(`/attachments/${id}`)).status).toBe(404);
    expect(await api.db.connection.collection<{ _id: string }>('attachments.files').countDocuments({ _id: id })).toBe(
      0,
    );
  });

  test('is handed in only by its owner, in time, and to one case', async () => {
    const [mine, other, taken] = [await uploaded('li'), await uploaded('zhao'), await uploaded('li')];
    const caseId = await fileInCase(taken, 'C-0001');
    const check = async (ids: string[], ofCase?: string, now = new Date()) =>
      await checkAttachments(api.db, ids, 'U-li', now, ofCase).then(
        (rows) => rows.map(({ _id }) => _id),
        (error: unknown) => String(error).replace('Problem: ', ''),
      );
    expect(await check([mine])).toEqual([mine]);
    expect(await check([mine, other])).toBe(other);
    expect(await check(['A-unknown'])).toBe('A-unknown');
    expect(await check([mine], undefined, new Date(Date.now() + 25 * HOUR_IN_MS))).toBe(mine);
    expect(await check([taken])).toBe(taken);
    expect(await check([taken], 'BF-20260101-9999')).toBe(taken);
    expect(await check([taken, mine, mine], caseId)).toEqual([taken, mine]);
  });
});

describe('a file of a case', () => {
  test('is read by all who see the case, and deleted by none', async () => {
    const id = await uploaded('li');
    await fileInCase(id, 'C-0001', ['U-zhou']);
    for (const [username, status] of [
      ['wang', 200],
      ['chen', 200],
      ['wu', 200],
      ['he', 404],
      ['qian', 404],
    ] as const) {
      expect([username, (await api.as(username).get(`/attachments/${id}`)).status]).toEqual([username, status]);
    }
    const refused = await api.as('li').send('DELETE', `/attachments/${id}`, undefined);
    expect([refused.status, refused.body.code]).toEqual([409, 'wrong-state']);
    expect((await api.as('wang').get(`/attachments/${id}`)).status).toBe(200);
  });

  test('is read by a person who acted on it, whatever the customer', async () => {
    const id = await uploaded('li');
    await fileInCase(id, 'C-0003', ['U-he']);
    expect((await api.as('he').get(`/attachments/${id}`)).status).toBe(200);
    expect((await api.as('li').get(`/attachments/${id}`)).status).toBe(404);
  });
});

test('the sweeper removes what nobody handed in, and bytes without a row', async () => {
  await api.db.attachments.deleteMany({ caseId: null });
  const [left, handedIn] = [await uploaded('li'), await uploaded('li')];
  await fileInCase(handedIn, 'C-0001');
  const lost = await uploaded('li');
  await api.db.attachments.deleteOne({ _id: lost });
  const after = (hours: number) => new Date(Date.now() + hours * HOUR_IN_MS);
  expect(await removeExpiredAttachments(api.db, after(24.5), 10)).toBe(0);
  await removeExpiredAttachments(api.db, after(25.5), 1000);
  const files = await api.db.connection.collection('attachments.files').distinct('_id');
  expect(files).toContain(handedIn);
  expect(files).not.toContain(left);
  expect(files).not.toContain(lost);
});
