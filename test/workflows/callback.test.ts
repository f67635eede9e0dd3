import { isSampled } from '../../models/callback-rules';
import { callbackProcess } from '../../models/contracts/callback';
import type { CallbackData } from '../../models/contracts/callback-run';
import type { FaultData } from '../../models/contracts/fault-run';
import type { CalendarInput } from '../../models/contracts/calendar';
import { taskRow } from '../api/case-rows';
import { faultRow } from '../api/fault-rows';
import { ComplaintPlay } from '../harness/complaint';
import { eventually } from '../harness/eventually';
import { FaultPlay } from '../harness/fault';
import { FAULT_FORMS } from '../harness/fault-forms';
import { Installation } from '../harness/installation';
import { ServicePlay } from '../harness/service';
import { CALLBACK_ANSWER, callbackBody, SERVICE_FORMS } from '../harness/service-forms';

const ZONE = 'Asia/Shanghai';
const A_SECOND_IN_HOURS = 1 / 3_600;
const AN_HOUR_AGO = () => new Date(Date.now() - 3_600_000).toISOString();
const UNHAPPY = { attitude: '2', skill: '3', timeliness: '1', result: '2' };

describe('客户回访', () => {
  let h: Installation;
  let play: ServicePlay;
  let faults: FaultPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new ServicePlay(h);
    faults = new FaultPlay(h);
    await amounts({});
  });
  afterAll(async () => {
    await h.stop();
  });

  const amounts = async (change: Readonly<Record<string, number>>) => {
    const { amounts: shipped } = callbackProcess.policy;
    const quick = { 'hours-between': A_SECOND_IN_HOURS, 'qa-sample-percent': 0 };
    await h.setPolicy({ amounts: { ...shipped, ...quick, ...change } }, callbackProcess);
  };
  const begun = async (request: Readonly<Record<string, unknown>> = {}) =>
    await h.as('zheng').starts(callbackBody(request));
  const dataOf = async (caseId: string) => (await h.caseRow(caseId)).data as unknown as CallbackData;
  const titles = async (caseId: string) => (await h.caseRow(caseId)).documents.map(({ title }) => title);
  const surveyed = async (caseId: string, answers: Readonly<Record<string, unknown>> = {}, by = 'sun') => {
    await play.does(by, caseId, 'survey', 'submit', { form: { ...SERVICE_FORMS.survey, ...answers } });
  };
  const unhappy = async (request: Readonly<Record<string, unknown>> = {}) => {
    const caseId = await begun(request);
    await play.does('sun', caseId, 'attempt', 'approve');
    await surveyed(caseId, UNHAPPY);
    return caseId;
  };
  const asked = async (caseId: string, step: string) => {
    const { _id } = await play.waitsFor(caseId, step);
    const { waiting } = await h.caseRow(caseId);
    return waiting.kind === 'task' && waiting.taskId === _id ? waiting.candidates.map(({ name }) => name) : [];
  };

  it('is made by who did not do the job, and registered with its score', async () => {
    const caseId = await begun();
    const task = await play.waitsFor(caseId, 'attempt');
    expect(await asked(caseId, 'attempt')).toEqual(['孙副经理']);
    expect(task.excluded).toEqual(['U-li']);
    expect(task.item?.facts?.[0]?.value).toBe('刘处长');
    await play.does('sun', caseId, 'attempt', 'approve');
    await surveyed(caseId);
    const row = await h.ended(caseId);
    expect(row).toMatchObject({ state: 'completed', subject: '服务完成后回访（刘处长）' });
    expect(await titles(caseId)).toEqual(['回访登记表']);
    expect((await dataOf(caseId)).result).toEqual({ score: 95, reached: true, satisfied: true });
    await h.keepsHistory(caseId, 'callback-satisfied');
  });

  it('of a job of the deputy project manager is the account manager’s', async () => {
    const caseId = await begun({ workers: [{ person: 'U-sun' }] });
    expect(await asked(caseId, 'attempt')).toEqual(['蒋客户经理']);
    const answer = await h.as('sun').decides(caseId, 'attempt', 'approve', { form: SERVICE_FORMS.attempt ?? {} });
    expect([answer.status, answer.body.code]).toEqual([403, 'own-request']);
    await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '演练' });
    await h.ended(caseId);
  });

  it('is not ended by who did the job, also where it was opened in their name, nor by anybody once the customer has spoken', async () => {
    const caseId = await h.as('li').starts(callbackBody({ workers: [{ person: 'U-li' }, { person: 'U-wang' }] }));
    await play.waitsFor(caseId, 'attempt');
    const withdrawn = await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '重复' });
    expect([withdrawn.status, withdrawn.body.code]).toEqual([403, 'not-allowed']);
    const cancelled = await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '重复' });
    expect(cancelled.status).toBe(403);
    expect(String(cancelled.body.detail)).toContain('您所做工作的回访');
    await play.does('sun', caseId, 'attempt', 'approve');
    await surveyed(caseId, UNHAPPY);
    await play.waitsFor(caseId, 'follow');
    const late = await h.as('jiang').post(`/cases/${caseId}/cancel`, { reason: '重复' });
    expect([late.status, late.body.code]).toEqual([409, 'wrong-state']);
    await play.does('sun', caseId, 'follow');
    await met(caseId);
  });

  it('of who has no time to answer is tried again, with the reason', async () => {
    const caseId = await begun();
    await play.does('sun', caseId, 'attempt', 'approve');
    await play.waitsFor(caseId, 'survey');
    const busy = { comment: '正忙，稍后再打' };
    const past = await h.as('sun').decides(caseId, 'survey', 'reject', { ...busy, form: { again: AN_HOUR_AGO() } });
    expect((past.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(['/form/again']);
    const again = new Date(Date.now() + 4_000).toISOString();
    const both = { ...SERVICE_FORMS.survey, again };
    const mixed = await h.as('sun').decides(caseId, 'survey', 'submit', { form: both });
    expect((mixed.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(['/form/again']);
    expect((await h.as('sun').decides(caseId, 'survey', 'reject', { ...busy, form: { again } })).status).toBe(200);
    const second = await play.waitsFor(caseId, 'attempt', '2');
    expect(second.openedAt.getTime()).toBeGreaterThanOrEqual(Date.parse(again));
    expect(second.item?.facts?.at(-1)).toEqual({ label: { zh: '约定的时间', en: 'As agreed' }, value: again });
    expect((await dataOf(caseId)).attempts).toMatchObject([{ reached: false, why: '正忙，稍后再打', again }]);
    await play.does('sun', caseId, 'attempt', 'approve');
    await surveyed(caseId);
    await h.ended(caseId);
    expect((await dataOf(caseId)).result).toEqual({ score: 95, reached: true, satisfied: true });
    await h.keepsHistory(caseId, 'callback-not-answered');
  });

  it('that failed says when, and the next waits from then', async () => {
    await amounts({ 'hours-between': 1 });
    const caseId = await begun();
    await amounts({});
    await play.waitsFor(caseId, 'attempt');
    const at = AN_HOUR_AGO();
    const failed = { comment: '无人接听', form: { at, remark: '座机' } };
    expect((await h.as('sun').decides(caseId, 'attempt', 'reject', failed)).status).toBe(200);
    await play.waitsFor(caseId, 'attempt', '2');
    expect((await dataOf(caseId)).attempts).toMatchObject([{ at, reached: false, why: '无人接听' }]);
    await h.as('jiang').post(`/cases/${caseId}/cancel`, { reason: '演练' });
    await h.ended(caseId);
  });

  it('whose complaint came to nothing is decided anew, with how that ended', async () => {
    const caseId = await unhappy();
    const form = { way: 'complaint', reason: '多次反映', kind: 'quality', urgency: 'normal', signature: true };
    await play.does('sun', caseId, 'follow', 'submit', { form });
    const complaint = await play.opened(caseId);
    await h.as('sun').post(`/cases/${complaint}/withdraw`, { reason: '误登' });
    await h.ended(complaint);
    const anew = await play.waitsFor(caseId, 'follow', '2');
    expect(anew.item?.facts?.at(-1)?.value).toEqual({ zh: `${complaint} 已撤回`, en: `${complaint} was withdrawn` });
    await play.does('sun', caseId, 'follow');
    await met(caseId);
    await h.keepsHistory(caseId, 'callback-came-to-nothing');
  });

  it('of a job is asked once at a time', async () => {
    const named = (await h.db.cases.findOne({ process: 'callback', state: 'completed', customerId: 'C-0001' }).lean())!
      ._id;
    const caseId = await begun({ about: named });
    const second = await h.as('zheng').post('/cases', callbackBody({ about: named }));
    expect(second.status).toBe(409);
    await h.as('jiang').post(`/cases/${caseId}/cancel`, { reason: '演练' });
    await h.ended(caseId);
  });

  it('begun by hand about a case is made by nobody who has worked on it, named or not', async () => {
    const fault = faultRow('GZ-20261101-0001', AN_HOUR_AGO(), { workers: ['U-zheng'] }, { state: 'completed' });
    await h.db.cases.create([fault]);
    const sun = { id: 'U-sun', name: '孙副经理' };
    const handled = { status: 'completed', step: 'handle', outcome: 'submit', decidedBy: sun } as const;
    await h.db.tasks.create([taskRow(fault._id, handled)]);
    const caseId = await begun({ about: fault._id, workers: [{ person: 'U-zhao' }] });
    const { request } = await dataOf(caseId);
    expect(request.workers?.map(({ person }) => person)).toEqual(['U-zhao', 'U-li', 'U-zheng', 'U-sun']);
    expect(await asked(caseId, 'attempt')).toEqual(['蒋客户经理']);
    await h.as('jiang').post(`/cases/${caseId}/cancel`, { reason: '演练' });
    await h.ended(caseId);
  });

  it('is tried so many times at most, with time between, then by the account manager; nobody reached is a result', async () => {
    await amounts({ attempts: 2 });
    const caseId = await begun({ person: null, name: '收费处周女士', phone: '13800000000', workers: null });
    await amounts({});
    await play.does('sun', caseId, 'attempt', 'reject', { comment: '无人接听' });
    const second = await play.waitsFor(caseId, 'attempt', '2');
    const { attempts } = await dataOf(caseId);
    expect(attempts).toMatchObject([{ by: { name: '孙副经理' }, reached: false, why: '无人接听' }]);
    expect(second.openedAt.getTime() - (await answeredAt(caseId, 1))).toBeGreaterThanOrEqual(1_000);
    expect(second.item?.facts?.map(({ value }) => value)).toEqual(['收费处周女士', '13800000000', '无人接听']);
    await play.does('sun', caseId, 'attempt', 'reject', { comment: '正在开会' });
    expect(await asked(caseId, 'last-attempt')).toEqual(['蒋客户经理']);
    await play.does('jiang', caseId, 'last-attempt', 'reject', { comment: '已调离' });
    await h.ended(caseId);
    expect((await dataOf(caseId)).result).toEqual({ score: null, reached: false, satisfied: false });
    expect(await titles(caseId)).toEqual(['回访登记表']);
    await h.keepsHistory(caseId, 'callback-not-reached');
  });

  async function answeredAt(caseId: string, item: number): Promise<number> {
    const task = await h.db.tasks.findOne({ caseId, 'item.key': `${item}`, status: 'completed' }).lean();
    return task?.closedAt?.getTime() ?? NaN;
  }

  it('that the customer is not satisfied with is met by measures, each verified by QA', async () => {
    const caseId = await unhappy();
    const task = await play.waitsFor(caseId, 'follow');
    expect(task.item?.facts?.map(({ value }) => value)).toEqual(['40%', '希望增加巡检次数']);
    await play.does('sun', caseId, 'follow');
    await play.measuresSet('sun', caseId, 'zhao');
    await play.carriesOut(caseId, 'zhao');
    await play.verifies('shen', caseId);
    const answer = await play.waitsFor(caseId, 'answer');
    expect(answer.prefill.answer).toContain('1. 更换模块（zhao）');
    await play.answers(caseId, { said: '这次很及时' });
    expect((await h.mails.expect('liu', '【回访答复】', caseId)).text).toContain(CALLBACK_ANSWER.answer);
    await h.ended(caseId);
    const { result, answers } = await dataOf(caseId);
    expect(result).toEqual({ score: 40, reached: true, satisfied: false, now: 'yes' });
    expect(answers).toMatchObject([
      { by: { id: 'U-sun' }, asked: { now: 'yes', said: '这次很及时', by: { id: 'U-sun' } } },
    ]);
    expect(await titles(caseId)).toEqual(['回访登记表', '纠正预防措施通知单', '纠正预防措施通知单', '回访登记表']);
    await h.keepsHistory(caseId, 'callback-measures');
  });

  it('of who is still not satisfied after the measures is decided anew; who has only a phone is told by phone', async () => {
    const caseId = await unhappy({ person: null, name: '收费处周女士', phone: '13800000000' });
    await play.does('sun', caseId, 'follow');
    await play.measuresSet('sun', caseId, 'zhao');
    await play.carriesOut(caseId, 'zhao');
    await play.verifies('shen', caseId);
    await play.does('sun', caseId, 'answer', 'submit', { form: CALLBACK_ANSWER });
    const task = await play.waitsFor(caseId, 'ask-again');
    expect(task.item?.title.zh).toBe('请当面或电话答复');
    expect(task.item?.facts?.map(({ value }) => value)).toEqual([
      '收费处周女士',
      '13800000000',
      CALLBACK_ANSWER.answer,
    ]);
    const no = { ...SERVICE_FORMS['ask-again'], at: new Date().toISOString(), now: 'no' };
    const bare = await h.as('sun').decides(caseId, 'ask-again', 'submit', { form: no });
    expect((bare.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(['/form/said']);
    await play.does('sun', caseId, 'ask-again', 'submit', { form: { ...no, said: '还是卡纸' } });
    const anew = await play.waitsFor(caseId, 'follow', '2');
    expect(anew.item?.facts?.at(-1)?.value).toMatchObject({ zh: '客户仍不满意：还是卡纸' });
    await play.does('sun', caseId, 'follow');
    await play.measuresSet('sun', caseId, 'zhao');
    await play.carriesOut(caseId, 'zhao');
    await play.verifies('shen', caseId);
    await play.answers(caseId, { now: 'unreached' });
    await h.ended(caseId);
    const { measures, answers, result } = await dataOf(caseId);
    expect(measures.map(({ state }) => state)).toEqual(['verified', 'verified']);
    expect(answers.map(({ asked: { now } }) => now)).toEqual(['no', 'unreached']);
    expect(result).toMatchObject({ satisfied: false, now: 'unreached' });
    await h.keepsHistory(caseId, 'callback-still-not');
  });

  it('in which a problem is stated goes on as a complaint, and ends when that has ended', async () => {
    const caseId = await begun();
    await play.does('sun', caseId, 'attempt', 'approve');
    await surveyed(caseId, { hasProblem: 'yes', problem: '打印机又卡纸' });
    await play.waitsFor(caseId, 'follow');
    const form = { way: 'complaint', reason: '重复发生', signature: true };
    const bare = await h.as('sun').decides(caseId, 'follow', 'submit', { form });
    expect((bare.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/form/kind',
      '/form/urgency',
    ]);
    const full = { ...form, kind: 'quality', urgency: 'normal' };
    await play.does('sun', caseId, 'follow', 'submit', { form: full });
    const complaint = await play.opened(caseId);
    expect(await h.caseRow(complaint)).toMatchObject({
      ...{ process: 'complaint', origin: caseId, applicant: { id: 'U-sun' } },
      data: {
        request: { complainant: 'U-liu', channel: 'phone', description: `回访 ${caseId}\n打印机又卡纸\n重复发生` },
      },
    });
    await new ComplaintPlay(h).answered(complaint);
    await h.as('liu').approves(complaint, 'satisfaction');
    await h.ended(complaint);
    await h.ended(caseId);
    expect((await dataOf(caseId)).handedTo).toEqual({ caseId: complaint, process: 'complaint' });
    await h.keepsHistory(caseId, 'callback-complaint');
  });

  const fault = async (request: Readonly<Record<string, unknown>> = {}) => {
    const caseId = await faults.solved(request);
    await faults.does('liu', caseId, 'confirm');
    await h.ended(caseId);
    return caseId;
  };
  const notSolved = async (callback: string) => {
    await play.does('sun', callback, 'attempt', 'approve');
    await surveyed(callback, { ...UNHAPPY, hasProblem: 'yes', problem: '登录又变慢了' });
  };
  const again = { way: 'reopen', reason: '再次发生', signature: true };
  const met = async (caseId: string) => {
    await play.measuresSet('sun', caseId, 'zhao');
    await play.carriesOut(caseId, 'zhao');
    await play.verifies('shen', caseId);
    await play.answers(caseId);
    await h.ended(caseId);
  };

  it('in which a problem is stated goes on as a fault of its own, whatever it was about', async () => {
    const caseId = await begun();
    await play.does('sun', caseId, 'attempt', 'approve');
    const problem = '打印机又卡纸';
    await surveyed(caseId, { hasProblem: 'yes', problem });
    const form = { way: 'fault', reason: '请派人查看', signature: true };
    await play.does('sun', caseId, 'follow', 'submit', { form });
    const opened = await play.opened(caseId);
    const { subject, data } = await h.caseRow(opened);
    expect(subject).toBe(problem);
    const request = (data as unknown as FaultData).request;
    expect(request).toMatchObject({ customer: 'C-0001', channel: 'phone', reporter: 'U-liu' });
    expect(request.description).toBe(`回访 ${caseId}\n${problem}\n请派人查看`);
    expect(request.reopens).toBeUndefined();
    await h.mails.expect('liu', '【故障已受理】', opened);
    await play.does('zheng', opened, 'triage', 'submit', { form: FAULT_FORMS.triage ?? {} });
    await faults.does('li', opened, 'respond');
    await faults.finishes(opened);
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'callback-fault');
  });

  it('of a fault that is not solved opens it again: linked both ways, with what it says already, and its customer is told', async () => {
    const first = await fault({ place: '信息中心机房' });
    const caseId = await faults.opened(first, 'callback');
    await notSolved(caseId);
    expect((await play.waitsFor(caseId, 'follow-fault')).item?.facts?.map(({ value }) => value)).toEqual([
      '40%',
      '登录又变慢了',
      '希望增加巡检次数',
    ]);
    await play.does('sun', caseId, 'follow-fault', 'submit', { form: again });
    const second = await faults.opened(caseId, 'fault');
    const { data, ...row } = await h.caseRow(second);
    expect(row).toMatchObject({ state: 'open', origin: caseId, applicant: { id: 'U-sun' } });
    expect(data.request).toEqual({
      ...{ customer: 'C-0001', reporter: 'U-liu', channel: 'phone', reopens: first },
      ...{ title: '核心业务系统登录缓慢', place: '信息中心机房', device: 'D-0001' },
      description: `回访 ${caseId}\n登录又变慢了\n再次发生`,
    });
    expect((await h.caseRow(caseId)).links).toMatchObject([{ caseId: second, process: 'fault' }]);
    await h.mails.expect('liu', '【故障已受理】', second);
    await play.does('zheng', second, 'triage', 'submit', { form: FAULT_FORMS.triage ?? {} });
    await faults.does('li', second, 'respond');
    await faults.finishes(second);
    await h.ended(caseId);
    expect((await dataOf(caseId)).handedTo).toEqual({ caseId: second, process: 'fault' });
    await h.keepsHistory(caseId, 'callback-reopened');
  });

  it('of a fault that was completed too long ago does not open it again, and says why', async () => {
    const old = await fault();
    const caseId = await faults.opened(old, 'callback');
    await play.does('sun', caseId, 'attempt', 'approve');
    const closedAt = new Date(Date.now() - 30 * 24 * 3_600_000);
    await h.db.cases.updateOne({ _id: old }, { $set: { closedAt } });
    await surveyed(caseId, UNHAPPY);
    const task = await play.waitsFor(caseId, 'follow');
    expect(task.item?.facts?.at(-1)).toMatchObject({ label: { zh: '不能重新打开故障' } });
    expect(JSON.stringify(task.item?.facts?.at(-1)?.value)).toContain(
      `${old} 不能重新打开：须为该客户在 7 天内办结的故障`,
    );
    const late = await h.as('sun').decides(caseId, 'follow', 'submit', { form: again });
    expect((late.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(['/form/way']);
    await play.does('sun', caseId, 'follow');
    await met(caseId);
    await h.keepsHistory(caseId, 'callback-too-late');
  });

  it('of a fault that somebody else has reopened meanwhile says so, and is decided anew', async () => {
    const first = await fault();
    const caseId = await faults.opened(first, 'callback');
    await notSolved(caseId);
    await play.waitsFor(caseId, 'follow-fault');
    await faults.entered({ reopens: first }, 'liu');
    await play.does('sun', caseId, 'follow-fault', 'submit', { form: again });
    const anew = await play.waitsFor(caseId, 'follow', '2');
    expect(anew.item?.facts?.at(-1)).toMatchObject({ label: { zh: '重新决定的原因' } });
    expect(JSON.stringify(anew.item?.facts?.at(-1)?.value)).toContain('There is an open case of this kind already');
    await play.does('sun', caseId, 'follow', 'submit', { form: { ...again, way: 'measures' } });
    await met(caseId);
    await h.keepsHistory(caseId, 'callback-refused');
  });

  it('is looked into by QA where it is drawn', async () => {
    await amounts({ 'qa-sample-percent': 100 });
    const caseId = await begun({ reason: 'rhythm', means: 'on-site', workers: null });
    await amounts({});
    await play.does('sun', caseId, 'attempt', 'approve');
    await surveyed(caseId);
    await play.does('shen', caseId, 'qa-check');
    await h.ended(caseId);
    expect(isSampled(caseId, 100)).toBe(true);
    expect(await titles(caseId)).toEqual(['回访登记表', '回访报告']);
    await h.keepsHistory(caseId, 'callback-checked');
  });

  it('that QA finds to be otherwise than registered is not satisfied, and what follows is decided; it is looked into once', async () => {
    await amounts({ 'qa-sample-percent': 100 });
    const caseId = await begun();
    await amounts({});
    await play.does('sun', caseId, 'attempt', 'approve');
    await surveyed(caseId, { wishes: '希望每月来一次' });
    for (const who of ['wang', 'jiang'])
      expect((await h.mails.expect(who, '【客户需求】', caseId)).text).toContain('希望每月来一次');
    const lower = { ...SERVICE_FORMS['qa-check'], satisfaction: 'lower', findings: '客户说没有人来过' };
    await play.does('shen', caseId, 'qa-check', 'submit', { form: lower });
    await h.mails.expect('wang', '【回访不实】', caseId);
    const anew = await play.waitsFor(caseId, 'follow');
    expect(JSON.stringify(anew.item?.facts?.at(-1)?.value)).toContain('客户说没有人来过');
    expect((await dataOf(caseId)).result).toMatchObject({ reached: true, satisfied: false });
    await play.does('sun', caseId, 'follow');
    await met(caseId);
    expect((await h.story(caseId)).filter((line) => line === 'task-opened qa-check')).toHaveLength(1);
    await h.keepsHistory(caseId, 'callback-not-true');
  });

  it('waits for the office to open', async () => {
    const shut = await h.db.calendars.findById('7x24@1', { _id: 0 }).lean();
    const later = new Date(Date.now() + 12 * 3_600_000).toLocaleTimeString('en-GB', { timeZone: ZONE }).slice(0, 2);
    const range = { from: `${later}:00`, to: `${later}:59` };
    const week = Object.fromEntries(Object.keys(shut!.calendar.week).map((day) => [day, [range]]));
    const calendar = { ...shut!.calendar, week } as unknown as CalendarInput;
    await h.db.calendars.create([{ ...shut!, _id: '7x24@2', version: 2, calendar }]);
    const caseId = await begun();
    const waiting = await eventually(async () => {
      const row = await h.caseRow(caseId);
      if (row.waiting.kind !== 'instant') throw new Error(JSON.stringify(row.waiting));
      return row.waiting;
    });
    expect(waiting.name).toBe('next-attempt');
    expect(new Date(waiting.at).toLocaleTimeString('en-GB', { timeZone: ZONE })).toBe(`${later}:00:00`);
    await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '演练' });
    await h.ended(caseId);
    await h.db.calendars.deleteOne({ _id: '7x24@2' });
    await h.keepsHistory(caseId, 'callback-out-of-hours');
  });

  it('keeps office hours, also where the contract is for all hours', async () => {
    const { deviceIds } = (await h.db.contracts.findById('K-0001').lean())!;
    await h.db.contracts.updateOne({ _id: 'K-0001' }, { $set: { deviceIds: [], calendarId: '5x8' } });
    const caseId = await begun();
    await h.db.contracts.updateOne({ _id: 'K-0001' }, { $set: { deviceIds, calendarId: '7x24' } });
    // The company of the tests is always open, so the contract has the other hours.
    expect((await h.caseRow(caseId)).calendar?.id).toBe('7x24');
    await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '演练' });
    await h.ended(caseId);
  });

  it('is begun by itself at the rhythm of the type of the customer, once, unless they were asked meanwhile', async () => {
    // 江州市财政信息中心 was asked today; 云山大学第一附属医院 is as important, and was not; 东湖精密 has another rhythm.
    await amounts({ 'core-days': 30, 'core-means': 2 });
    const regular = await eventually(async () => {
      const row = await h.db.cases.findOne({ process: 'callback', 'data.request.reason': 'rhythm', state: 'open' });
      if (!row) throw new Error('nothing is begun by itself');
      return row._id;
    }, 200);
    expect(await h.caseRow(regular)).toMatchObject({
      ...{ customerId: 'C-0002', data: { request: { means: 'on-site', person: 'U-he' } } },
    });
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    const begun = await h.db.cases.find({ 'data.request.reason': 'rhythm', state: 'open' }).lean();
    expect(begun.map(({ _id }) => _id)).toEqual([regular]);
    // Calls after jobs are none of the visits that are prescribed; and who was not reached is asked again sooner.
    const visits = { process: 'callback', customerId: 'C-0001', 'data.request.means': 'on-site' };
    const tenDaysAgo = new Date(Date.now() - 10 * 86_400_000);
    await h.db.cases.updateMany(visits, { $set: { startedAt: tenDaysAgo, 'data.result.reached': false } });
    const sooner = await eventually(async () => {
      const row = await h.db.cases.findOne({ ...visits, 'data.request.reason': 'rhythm', state: 'open' });
      if (!row) throw new Error('whom nobody reached is left alone');
      return row._id;
    }, 200);
    await amounts({});
    for (const id of [regular, sooner]) {
      await h.as('admin-demo').post(`/cases/${id}/cancel`, { reason: '演练' });
      await h.ended(id);
    }
  });

  it.each([
    ['of nobody', { person: null }, ['/form/person']],
    ['of who cannot be reached', { person: null, name: '周女士' }, ['/form/phone']],
    ['of a colleague', { person: 'U-wang' }, ['/form/person']],
    ['of another customer', { person: 'U-he' }, ['/form/person']],
    ['after the job of a customer', { workers: [{ person: 'U-chen' }] }, ['/form/workers/0/person']],
  ])('one %s is refused', async (_which, request, pointers) => {
    const answer = await h.as('zheng').post('/cases', callbackBody(request));
    expect(answer.status).toBe(422);
    expect((answer.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
