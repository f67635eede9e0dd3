import { FaultPlay } from '../harness/fault';
import { Installation } from '../harness/installation';
import { addSource, Monitoring, type Source } from '../harness/monitoring';
import { numberIn, PublicForm } from '../harness/public-form';

describe('faults that come in from outside', () => {
  let h: Installation;
  let play: FaultPlay;
  let source: Source;
  let zabbix: Monitoring;
  beforeAll(async () => {
    h = await Installation.start();
    play = new FaultPlay(h);
    source = await addSource(h.as('admin-demo'), { name: '机房监控' });
    zabbix = new Monitoring(() => h.url, source.secret);
  });
  afterAll(async () => {
    await h.stop();
  });

  const opened = async (dedupeKey: string): Promise<string> => {
    const [outcome, caseId] = await zabbix.alerts({ dedupeKey });
    expect(outcome).toBe('opened');
    return caseId!;
  };
  const grading = { form: { level: '2', urgency: 'urgent', class: 'severe' } };

  it('an alert is graded, handled and confirmed like any fault; the journal says where it came from, and nobody is written to for the source', async () => {
    const caseId = await opened('disk');
    await play.waitsFor(caseId, 'triage');
    const [began] = await h.db.journal.find({ caseId }).sort({ seq: 1 }).lean();
    expect(began).toMatchObject({
      ...{ kind: 'case-started', by: { id: source.id, name: '机房监控' } },
      details: { facts: { source: { id: source.id, name: '机房监控', kind: 'alerts' } } },
    });
    await play.does('zheng', caseId, 'triage', grading);
    await play.does('li', caseId, 'respond');
    expect(await zabbix.alerts({ dedupeKey: 'disk' })).toEqual(['noted', caseId]);
    expect(await zabbix.alerts({ dedupeKey: 'disk', status: 'resolved' })).toEqual(['recovered', caseId]);
    await h.mails.expect('li', '', caseId);
    const row = await play.finishes(caseId);
    expect(row).toMatchObject({ state: 'completed', applicant: { id: source.id } });
    expect(JSON.stringify(h.mails.about(caseId).map(({ to }) => to))).not.toContain('admin');
    expect((await opened('disk')) === caseId).toBe(false);
  });

  it('an alert that recovers before anybody has begun is withdrawn, and opens anew when it fires again', async () => {
    const caseId = await opened('cpu');
    await play.waitsFor(caseId, 'triage');
    expect(await zabbix.alerts({ dedupeKey: 'cpu', status: 'resolved' })).toEqual(['withdrawn', caseId]);
    const row = await h.ended(caseId);
    expect(row).toMatchObject({ state: 'withdrawn', closing: expect.stringContaining('监控已恢复') as string });
    const again = await opened('cpu');
    const task = await play.waitsFor(again, 'triage');
    await h.as('zheng').post(`/tasks/${task._id}/claim`, {});
    expect(await zabbix.alerts({ dedupeKey: 'cpu', status: 'resolved' })).toEqual(['recovered', again]);
    expect((await h.caseRow(again)).state).toBe('open');
  });

  it('whether somebody has begun says the case, whatever its record says', async () => {
    const claimed = await opened('memory');
    const task = await play.waitsFor(claimed, 'triage');
    await h.as('zheng').post(`/tasks/${task._id}/claim`, {});
    const graded = await opened('fan');
    await play.does('zheng', graded, 'triage', grading);
    const respond = await play.waitsFor(graded, 'respond');
    for (const [dedupeKey, caseId] of [
      ['memory', claimed],
      ['fan', graded],
    ] as const) {
      // As it stood a moment before.
      const open = { status: 'open', 'participants.0.assignee': null } as const;
      await h.db.tasks.updateMany({ caseId, step: 'triage' }, { $set: open });
      await h.db.tasks.deleteOne({ _id: respond._id });
      await h.db.cases.updateOne({ _id: caseId }, { $set: { stage: 'triage' } });
      expect(await zabbix.alerts({ dedupeKey, status: 'resolved' })).toEqual(['recovered', caseId]);
      expect((await h.caseRow(caseId)).state).toBe('open');
    }
  });

  it('an alert that recovers and fires at once is withdrawn or noted, and never noted on what has ended', async () => {
    for (let round = 0; round < 3; round += 1) {
      const dedupeKey = `flapping-${round}`;
      const first = await opened(dedupeKey);
      await play.waitsFor(first, 'triage');
      const send = async (status: string) => await zabbix.sends({ dedupeKey, status, title: '抖动' });
      const [, fired] = await Promise.all([send('resolved'), send('firing')]);
      const [outcome, caseId] = await zabbix.alerts({ dedupeKey, title: '再次' });
      expect((await h.caseRow(caseId!)).state).toBe('open');
      if (outcome !== 'opened' && caseId === first) expect(fired.status).toBe(200);
    }
  });

  it('the same alert ten times at once is one case', async () => {
    const all = await Promise.all(
      Array.from(
        { length: 10 },
        async () => await zabbix.sends({ dedupeKey: 'storm', status: 'firing', title: '风暴' }),
      ),
    );
    expect(all.every(({ status }) => [200, 503].includes(status))).toBe(true);
    expect(await h.db.cases.countDocuments({ 'applicant.id': source.id, subject: '风暴' })).toBe(1);
  });

  it('somebody reports by the public form, has the number by mail, and the customer’s lead confirms for them', async () => {
    const { secret } = await addSource(h.as('admin-demo'), { kind: 'form', name: '报修页面', contact: '400-800-1234' });
    const done = await new PublicForm(() => h.url, secret).sends();
    expect(done.status).toBe(201);
    const caseId = numberIn(done)!;
    await h.mails.expect('qian.nurse', '【故障已受理】', caseId);
    await play.does('zheng', caseId, 'triage', grading);
    await play.does('li', caseId, 'respond');
    expect((await play.finishes(caseId)).state).toBe('completed');
    expect((await h.as('liu').get(`/cases/${caseId}`)).status).toBe(200);
  });
});
