import { randomUUID } from 'node:crypto';
import { FaultPlay } from '../harness/fault';
import { Installation } from '../harness/installation';

const UNGRADED = { level: null, urgency: null, class: null };

describe('faults that are reported twice', () => {
  let h: Installation;
  let play: FaultPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new FaultPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const joins = async (caseId: string, known: string) =>
    await play.does('zheng', caseId, 'triage', { form: { known } });
  const why = async (caseId: string) => JSON.stringify((await play.waitsFor(caseId, 'triage')).item?.facts);
  /** Tells a case itself that another was joined to it, whatever the record says. */
  const told = async (into: string, caseId: string) =>
    await h.temporal.workflow.getHandle(into).executeUpdate('linkedClosed', {
      args: [
        {
          ...{
            at: new Date().toISOString(),
            key: randomUUID(),
            bodyHash: 'h',
            actor: { id: 'system', name: '系统', keys: [] },
          },
          ...{ caseId, process: 'fault', state: 'joined' },
        },
      ],
    });

  it('two that nobody has graded, joined into each other at the same instant, are both dealt with; so are three in a circle', async () => {
    for (const count of [2, 3]) {
      const faults = await Promise.all(Array.from({ length: count }, async () => await play.entered(UNGRADED)));
      await Promise.all(faults.map(async (caseId) => await play.waitsFor(caseId, 'triage')));
      await Promise.all(faults.map(async (caseId, index) => await joins(caseId, faults[(index + 1) % count]!)));
      for (const caseId of faults) expect(await why(caseId)).toContain('尚未定级');
    }
  });

  it('the case says itself whether another is joined to it, whatever its record says', async () => {
    const ungraded = await play.entered(UNGRADED);
    await play.waitsFor(ungraded, 'triage');
    await h.db.cases.updateOne({ _id: ungraded }, { $set: { stage: 'handling' } });
    const twice = await play.entered(UNGRADED);
    await joins(twice, ungraded);
    expect(await why(twice)).toContain('尚未定级');
    await expect(told(ungraded, twice)).rejects.toThrow();
  });

  it.each([
    ['itself', async (own: string) => await Promise.resolve({ known: own }), '/form/known', '本流程自己'],
    [
      'a fault of another customer',
      async () => ({
        known: await play.entered({ customer: 'C-0003', device: null, reporter: 'U-xu', title: '机密' }),
      }),
      '/form/known',
      '不是该客户的流程',
    ],
    [
      'a device of another customer',
      async () => await Promise.resolve({ level: '2', urgency: 'urgent', class: 'severe', device: 'D-0006' }),
      '/form/device',
      '设备不属于该客户',
    ],
  ])('is graded with %s: that is refused, and nobody learns anything of it', async (_which, made, pointer, words) => {
    const caseId = await play.entered(UNGRADED);
    await play.waitsFor(caseId, 'triage');
    const form = await made(caseId);
    const { status, body } = await h.as('zheng').decides(caseId, 'triage', 'submit', { form });
    const [fault] = body.errors as { pointer: string; detail: string }[];
    expect([status, fault?.pointer]).toEqual([422, pointer]);
    expect(fault?.detail).toContain(words);
    expect(JSON.stringify(body)).not.toContain('机密');
    expect((await h.caseRow(caseId)).waiting.kind).toBe('task');
  });

  it('what others were joined to is not withdrawn, and cancelled it tells who reported them', async () => {
    const first = await play.entered();
    await play.waitsFor(first, 'respond');
    const [second, third] = [
      await play.entered({ ...UNGRADED, reporter: 'U-chen' }),
      await play.entered({ ...UNGRADED, reporter: null, name: '周女士', mail: 'zhou.lady@example.com' }),
    ];
    for (const caseId of [second, third]) {
      await joins(caseId, first);
      expect((await h.ended(caseId)).state).toBe('joined');
    }
    const withdrawn = await h.as('zheng').post<{ detail: string }>(`/cases/${first}/withdraw`, { reason: '误报' });
    expect([withdrawn.status, withdrawn.body.detail]).toEqual([409, expect.stringContaining(second)]);
    expect((await h.as('zheng').post(`/cases/${first}/cancel`, { reason: '客户撤销报修' })).status).toBe(200);
    for (const who of ['liu', 'tang', 'chen', 'zhou.lady']) await h.mails.expect(who, '【故障处理结束】', first);
    const { text } = await h.mails.expect('zheng', '【故障处理结束】', first);
    expect(text).toContain(third);
    await h.keepsHistory(first, 'fault-cancelled-with-joined');
  });

  it('what the user has confirmed is over: nothing is joined to it while it is filed; who was joined before hears of its end', async () => {
    const first = await play.answered();
    const second = await play.entered({ ...UNGRADED, reporter: 'U-chen' });
    await joins(second, first);
    await h.ended(second);
    await play.finishes(first);
    for (const who of ['liu', 'tang', 'chen']) {
      const { text } = await h.mails.expect(who, '【故障处理结束】', first);
      expect(text).toContain('清理归档日志，扩充磁盘');
    }
    const late = await play.entered(UNGRADED);
    await play.waitsFor(late, 'triage');
    await joins(late, first);
    expect(await why(late)).toContain('不能并入');
  });

  it('one that was joined to a fault at the instant at which it is withdrawn is joined, or dealt with', async () => {
    for (let round = 0; round < 3; round += 1) {
      const first = await play.entered();
      const second = await play.entered(UNGRADED);
      await Promise.all([play.waitsFor(first, 'respond'), play.waitsFor(second, 'triage')]);
      await Promise.all([joins(second, first), h.as('zheng').post(`/cases/${first}/withdraw`, { reason: '误报' })]);
      const { state } = await h.caseRow(first);
      if (state === 'open') expect((await h.ended(second)).state).toBe('joined');
      else expect(await why(second)).toContain('不能并入');
    }
  });
});
