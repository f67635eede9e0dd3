import { randomUUID } from 'node:crypto';
import { Installation } from '../harness/installation';
import type { Answer } from '../harness/person';
import { hires, refused, standing } from './refusals';

const RECEIPT = { receivedOn: '2026-11-21', place: '库房', condition: '齐全', signature: true };
const AT_ONCE = 6;

describe('设备报废审批: a request sent again under its key', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
    await hires(h, 'lou', { role: 'project-manager', customerId: 'C-0001' });
  });
  afterAll(async () => {
    await h.stop();
  });

  /** Each thing that a person may do to a case: how to come so far, what to send, and another body for the same key. */
  const DEEDS: readonly {
    readonly verb: string;
    readonly who: string;
    readonly prepare: (caseId: string) => Promise<void>;
    readonly path: (caseId: string) => string;
    readonly body: unknown;
    readonly other: unknown;
    readonly line: string;
  }[] = [
    {
      ...{
        verb: 'complete',
        who: 'chen',
        prepare: async () => undefined,
        path: (id) => `/tasks/${id}.receipt.1/complete`,
      },
      body: { outcome: 'submit', form: RECEIPT },
      other: { outcome: 'submit', form: { ...RECEIPT, place: '别处' } },
      line: 'task-completed receipt',
    },
    {
      ...{ verb: 'claim', who: 'chen', prepare: async () => undefined, path: (id) => `/tasks/${id}.receipt.1/claim` },
      ...{ body: {}, other: null, line: 'task-claimed receipt' },
    },
    {
      verb: 'transfer',
      who: 'wang',
      prepare: async (id) => await h.as('chen').submits(id, 'receipt'),
      path: (id) => `/tasks/${id}.manager-review.1/transfer`,
      body: { to: 'U-lou', reason: '出差' },
      other: { to: 'U-lou', reason: '休假' },
      line: 'task-transferred manager-review',
    },
    {
      ...{ verb: 'withdraw', who: 'li', prepare: async () => undefined, path: (id) => `/cases/${id}/withdraw` },
      ...{ body: { reason: '已修复' }, other: { reason: '不修了' }, line: 'case-closed withdrawn' },
    },
    {
      ...{ verb: 'cancel', who: 'wang', prepare: async () => undefined, path: (id) => `/cases/${id}/cancel` },
      ...{ body: { reason: '合同终止' }, other: { reason: '合同变更' }, line: 'case-closed cancelled' },
    },
  ];

  const codes = (answers: readonly Answer[]) => answers.map(({ status, body }) => (status < 300 ? 'done' : body.code));

  describe.each(DEEDS.map((deed) => [deed.verb, deed] as const))(
    'to %s',
    (_, { who, prepare, path, body, other, line }) => {
      async function prepared(): Promise<string> {
        const caseId = await h.as('li').startsScrap(await h.device());
        await prepare(caseId);
        return caseId;
      }
      const times = async (caseId: string) => (await h.story(caseId)).filter((entry) => entry === line).length;

      it('gets the same answer and changes nothing; with another body it is refused', async () => {
        const caseId = await prepared();
        const key = randomUUID();
        const first = await h.as(who).post(path(caseId), body, { key });
        expect(first.status).toBe(200);
        const before = await standing(h);
        for (const again of [1, 2]) {
          const answer = await h.as(who).post(path(caseId), body, { key });
          expect([again, answer.status, answer.body]).toEqual([again, 200, first.body]);
        }
        expect(await standing(h)).toEqual(before);
        if (other !== null)
          await refused(h, () => h.as(who).post(path(caseId), other, { key }), 'idempotency-key-reused');
        expect(await times(caseId)).toBe(1);
      });

      it('at once, all get the one answer, and it is done once', async () => {
        const caseId = await prepared();
        const key = randomUUID();
        const sent = Array.from({ length: AT_ONCE }, () => h.as(who).post(path(caseId), body, { key }));
        const answers = await Promise.all(sent);
        expect(codes(answers)).toEqual(answers.map(() => 'done'));
        for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
        expect(await times(caseId)).toBe(1);
      });

      if (other !== null)
        it('at once with two bodies: one of them is done, the other is told that the key is taken', async () => {
          const caseId = await prepared();
          const key = randomUUID();
          const sent = Array.from({ length: AT_ONCE }, (__, index) =>
            h.as(who).post(path(caseId), index % 2 === 0 ? body : other, { key }),
          );
          const outcomes = codes(await Promise.all(sent));
          const won = outcomes[0] === 'done' ? 0 : 1;
          expect(outcomes).toEqual(
            outcomes.map((__, index) => (index % 2 === won ? 'done' : 'idempotency-key-reused')),
          );
          expect(await times(caseId)).toBe(1);
        });

      it.each([undefined, '', 'two words', '密钥', 'x'.repeat(201)])('needs a key, and %j is none', async (key) => {
        const caseId = await prepared();
        const token = await h.as(who).signIn();
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const withKey = key === undefined ? {} : { 'idempotency-key': encoded(key) };
        await refused(
          h,
          async () => {
            const response = await fetch(`${h.url}/api/v1${path(caseId)}`, {
              ...{ method: 'POST', headers: { ...headers, ...withKey }, body: JSON.stringify(body) },
            });
            const told = (await response.json()) as Record<string, unknown>;
            return { status: response.status, headers: response.headers, body: told };
          },
          'idempotency-key-missing',
        );
      });
    },
  );

  describe('to start a case', () => {
    it('gets the same answer and starts nothing; with another body it is refused', async () => {
      const body = await h.as('li').scrapBody(await h.device());
      const key = randomUUID();
      const first = await h.as('li').post('/cases', body, { key });
      expect(first.status).toBe(201);
      const before = await standing(h);
      const second = await h.as('li').post('/cases', body, { key });
      expect([second.status, second.body]).toEqual([201, first.body]);
      expect(await standing(h)).toEqual(before);
      const other = { ...body, form: { ...body.form, reason: '另一个原因' } };
      await refused(h, () => h.as('li').post('/cases', other, { key }), 'idempotency-key-reused');
      await h.mails.expect('chen', '【待办】', String(first.body.caseId));
      await h.mails.nothingElse(String(first.body.caseId));
    });

    it('at once, all get the one case', async () => {
      const body = await h.as('li').scrapBody(await h.device());
      const key = randomUUID();
      const cases = await h.db.cases.countDocuments();
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => h.as('li').post('/cases', body, { key })),
      );
      expect(codes(answers)).toEqual(answers.map(() => 'done'));
      for (const answer of answers) expect([answer.status, answer.body]).toEqual([201, answers[0]?.body]);
      expect(await h.db.cases.countDocuments()).toBe(cases + 1);
    });

    it('at once for two devices: one case, and the other is told that the key is taken', async () => {
      const bodies = [await h.as('li').scrapBody(await h.device()), await h.as('li').scrapBody(await h.device())];
      const key = randomUUID();
      const cases = await h.db.cases.countDocuments();
      const outcomes = codes(await Promise.all(bodies.map((body) => h.as('li').post('/cases', body, { key }))));
      expect(outcomes.sort()).toEqual(['done', 'idempotency-key-reused']);
      expect(await h.db.cases.countDocuments()).toBe(cases + 1);
    });

    it('after a refusal is a new request: the key was not used up', async () => {
      const body = await h.as('li').scrapBody(await h.device());
      const key = randomUUID();
      const wrong = { ...body, form: { ...body.form, reason: '' } };
      await refused(h, () => h.as('li').post('/cases', wrong, { key }), 'invalid-input', '/form/reason');
      expect((await h.as('li').post('/cases', body, { key })).status).toBe(201);
    });
  });

  it('is one person’s, for one thing: others may use the same key, and the same person for something else', async () => {
    const key = 'monday-morning-1';
    const [mine, theirs] = [
      await h.as('li').scrapBody(await h.device()),
      await h.as('zhao').scrapBody(await h.device()),
    ];
    const [li, zhao] = [
      await h.as('li').post<{ caseId: string }>('/cases', mine, { key }),
      await h.as('zhao').post<{ caseId: string }>('/cases', theirs, { key }),
    ];
    expect([li.status, zhao.status]).toEqual([201, 201]);
    expect(li.body.caseId).not.toBe(zhao.body.caseId);
    for (const { caseId } of [li.body, zhao.body]) {
      const answer = await h.as('chen').post(`/tasks/${caseId}.receipt.1/claim`, {}, { key });
      expect([answer.status, answer.body.taskId]).toEqual([200, `${caseId}.receipt.1`]);
    }
    expect((await h.as('li').post(`/cases/${li.body.caseId}/withdraw`, { reason: '撤回' }, { key })).status).toBe(200);
  });

  it('after a refusal decides: the key was not used up by what the case refused', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    const path = `/tasks/${caseId}.manager-review.1`;
    const key = randomUUID();
    const approval = { outcome: 'approve', form: { signature: true } };
    expect((await h.as('wang').post(`${path}/claim`, {})).status).toBe(200);
    await refused(h, () => h.as('lou').post(`${path}/complete`, approval, { key }), 'task-claimed');
    expect((await h.as('wang').post(`${path}/transfer`, { to: 'U-lou', reason: '出差' })).status).toBe(200);
    expect((await h.as('lou').post(`${path}/complete`, approval, { key })).status).toBe(200);
  });
});

/** A header holds bytes, not characters. */
function encoded(key: string): string {
  return Buffer.from(key, 'utf8').toString('latin1');
}
