import { callbackProcess } from '../../models/contracts/callback';
import { ComplaintPlay } from '../harness/complaint';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

const SCORES = { attitude: '1', skill: '2', timeliness: '1', result: '1' };
const UNHAPPY = { ...SCORES, answeredBy: '刘处长', hasProblem: 'no', signature: true };

describe('the callback about a complaint', () => {
  let h: Installation;
  let play: ComplaintPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new ComplaintPlay(h);
    const { amounts } = callbackProcess.policy;
    await h.setPolicy({ amounts: { ...amounts, 'qa-sample-percent': 0 } }, callbackProcess);
  });
  afterAll(async () => {
    await h.stop();
  });

  async function opened(origin: string, process = 'callback'): Promise<string> {
    return await eventually(async () => {
      const row = await h.db.cases.findOne({ origin, process }).lean();
      if (!row) throw new Error(`${origin} opened no ${process}`);
      return row._id;
    });
  }

  async function knowsNothing(who: string, id: string): Promise<void> {
    expect([who, id, (await h.as(who).get(`/cases/${id}`)).status]).toEqual([who, id, 404]);
    for (const list of ['/cases?q=', '/tasks?case=', '/search?q=']) {
      const { body } = await h.as(who).get(`${list}${id}`);
      expect([who, list, JSON.stringify(body).includes(id)]).toEqual([who, list, false]);
    }
    expect(await h.as(who).inbox(id)).toEqual([]);
  }

  it('is begun once the complaint ends with the customer, and made by nobody who followed it', async () => {
    const about = await play.entered({ complainant: null, name: '收费处周女士', phone: '13800000000' });
    await h.as('zheng').submits(about, 'notify');
    await play.answered(about, 'sun', 'wang', async () => {
      await play.does('zheng', about, 'phone');
    });
    await h.as('liu').approves(about, 'satisfaction');
    await h.ended(about);
    const callback = await opened(about);
    const row = await h.caseRow(callback);
    expect(row).toMatchObject({
      ...{ subject: '投诉处理后回访（收费处周女士）', applicant: { id: 'U-sun' } },
      data: { request: { about, means: 'phone', phone: '13800000000', workers: [{ person: 'U-sun' }] } },
    });
    expect(row.hiddenFrom).toBeUndefined();
    await play.waitsFor(callback, 'attempt');
    expect((await h.caseRow(callback)).waiting).toMatchObject({ candidates: [{ id: 'U-jiang' }] });
    expect((await h.as('sun').get(`/cases/${callback}`)).status).toBe(200);
  });

  it('is hidden from whom the complaint is about, and never theirs to make', async () => {
    // 孙副经理 is complained of, and would call back; 李工 could.
    const about = await play.entered({ persons: [{ person: 'U-sun' }, { person: 'U-li' }] });
    await play.answered(about, 'wang', 'jiang');
    await h.as('liu').approves(about, 'satisfaction');
    await h.ended(about);
    const callback = await opened(about);
    expect(await h.caseRow(callback)).toMatchObject({
      ...{ process: 'callback', origin: about, applicant: { id: 'U-wang' }, hiddenFrom: ['U-sun', 'U-li'] },
      data: { request: { about, reason: 'complaint', person: 'U-liu', workers: [{ person: 'U-wang' }] } },
    });
    const task = await play.waitsFor(callback, 'attempt');
    expect(task.excluded).toEqual(expect.arrayContaining(['U-wang', 'U-sun', 'U-li']));
    expect((await h.caseRow(callback)).waiting).toMatchObject({ candidates: [{ id: 'U-jiang' }] });
    for (const who of ['sun', 'li']) await knowsNothing(who, callback);
    expect((await h.as('wang').get(`/cases/${callback}`)).status).toBe(200);

    // One that somebody begins by hand is hidden as well; no other case may name the complaint.
    const other = await play.entered({ persons: [{ person: 'U-sun' }, { person: 'U-li' }] });
    const form = { customer: 'C-0001', about: other, reason: 'complaint', means: 'phone', person: 'U-liu' };
    const byHand = await h.as('zheng').starts({ process: 'callback', form });
    for (const who of ['sun', 'li']) await knowsNothing(who, byHand);

    // What follows from it says its number: it is hidden as well, though nobody is complained of in it.
    await h.as('jiang').approves(callback, 'attempt', { form: { at: new Date().toISOString() } });
    await play.waitsFor(callback, 'survey');
    await h.as('jiang').submits(callback, 'survey', { form: UNHAPPY });
    await play.does('jiang', callback, 'follow', 'submit', {
      form: { way: 'complaint', reason: '仍不满意', kind: 'attitude', urgency: 'normal', signature: true },
    });
    const again = await opened(callback, 'complaint');
    for (const who of ['sun', 'li']) await knowsNothing(who, again);
    const { body } = await h.as('shen').get<{ items: { id: string }[] }>('/complaints?person=U-sun');
    expect(body.items.map(({ id }) => id)).toEqual([other, about]);
    await h.keepsHistory(about, 'complaint-called-back');
  });

  it('is hidden from who turns out to be complained of, also where it is theirs to make, and where the complaint came of it', async () => {
    const form = { customer: 'C-0001', reason: 'job', means: 'phone', person: 'U-liu' };
    const callback = await h.as('zheng').starts({ process: 'callback', form });
    await play.waitsFor(callback, 'attempt');
    await h.as('sun').approves(callback, 'attempt', { form: { at: new Date().toISOString() } });
    await play.waitsFor(callback, 'survey');
    await h.as('sun').submits(callback, 'survey', { form: UNHAPPY });
    await play.does('sun', callback, 'follow', 'submit', {
      form: { way: 'complaint', reason: '多次投诉', kind: 'attitude', urgency: 'normal', signature: true },
    });
    const complaint = await opened(callback, 'complaint');
    // Meanwhile somebody begins another about it, which 孙副经理 has in hand.
    const other = await h.as('zheng').starts({ process: 'callback', form: { ...form, about: complaint } });
    await play.waitsFor(other, 'attempt');
    await h.as('sun').approves(other, 'attempt', { form: { at: new Date().toISOString() } });
    await play.waitsFor(other, 'survey');

    await play.waitsFor(complaint, 'facts');
    const facts = { facts: '孙副经理推诿', causes: '职责不清', isJustified: 'yes', signature: true };
    await h.as('sun').submits(complaint, 'facts', { form: { ...facts, persons: [{ person: 'U-sun' }] } });
    await play.waitsFor(complaint, 'meeting');
    for (const one of [complaint, callback, other]) await knowsNothing('sun', one);
    // What was theirs to do is an administrator's to give to somebody else.
    const { waiting } = await h.caseRow(other);
    expect(waiting).toMatchObject({ kind: 'task', step: 'survey', isFallback: true });
    expect((await play.waitsFor(other, 'survey')).excluded).toContain('U-sun');
    expect((await h.as('wang').post(`/cases/${other}/cancel`, { reason: '演练' })).status).toBe(200);
    await h.ended(other);
    await h.keepsHistory(other, 'callback-hidden-later');
  });
});
