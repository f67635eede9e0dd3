import type {
  FaultChange,
  FaultEscalation,
  FaultExperts,
  FaultHandling,
  FaultMeeting,
} from '../../models/contracts/fault-forms';
import type { FaultData, FaultFacts, Handling } from '../../models/contracts/fault-run';
import type { PersonName, Whom } from '../../models/contracts/people';
import type { LinkedResult } from '../../models/contracts/record';
import type { Decision, TaskItem } from '../../models/contracts/task';
import type { Came } from '../human-task/came';
import type { Desk } from '../human-task/desk';
import type { Question } from '../human-task/question';

type Fault = Desk<FaultData>;

const HOUR_IN_MS = 3_600_000;

/**
 * Handles a fault until it is solved [001 故障处理流程, 002 §5.4.1.2]. What comes next stands in its data, so that the stage can
 * be walked anew from where it was.
 */
export async function handled(desk: Fault): Promise<void> {
  if (isEmergency(desk)) await sendHelpAtOnce(desk);
  for (;;) {
    const { next } = desk.data;
    if (next.does === 'solved') break;
    const after = await doNext(desk, next);
    goOn(desk, after);
  }
  // Who is there watches it, and leaves with the user's consent [001 紧急故障恢复].
  for (const { key } of desk.data.visits.filter(({ isOver }) => !isOver)) {
    const { result } = await desk.untilClosed(key);
    visitOver(desk, key, result);
  }
  await desk.file('cause-report', 'open');
}

/** What comes next, under a number of its own: a stage that is walked anew asks what it has asked. */
export function goOn({ data }: Fault, next: Handling): void {
  data.next = next;
  data.asked += 1;
}

async function doNext(desk: Fault, next: Exclude<Handling, { readonly does: 'solved' }>): Promise<Handling> {
  switch (next.does) {
    case 'handle':
      return await handle(desk);
    case 'written':
      return await writtenReport(desk);
    case 'visit':
      return await visit(desk, next.key);
    case 'meeting':
      return await meeting(desk);
    case 'escalate':
      return await escalation(desk);
    case 'change':
      return await change(desk);
    case 'await-change':
      return await changeOver(desk, next.key);
    case 'major':
      return await majorMaintenance(desk, next.key);
  }
}

/** 灾难性故障 or 特急 [001 紧急故障恢复服务]. */
function isEmergency({ data }: Fault): boolean {
  return data.grading?.class === 'disaster' || data.grading?.urgency === 'critical';
}

/** 同时安排技术工程师立刻赶往现场，并成立后方专家小组 [001]; where the customer wants it so, somebody goes only if the help from afar fails [002]. */
async function sendHelpAtOnce(desk: Fault): Promise<void> {
  const { emergencyVisit } = desk.facts as unknown as FaultFacts;
  if (emergencyVisit === 'at-once' && desk.data.visits.length === 0) await openVisit(desk, 'visit-1');
}

/** By phone, remotely or in the laboratory: what the engineer did, and how it goes on. */
async function handle(desk: Fault): Promise<Handling> {
  const { data } = desk;
  const came = await whateverComes(desk, {
    step: 'handle',
    whom: engineer(desk),
    form: { id: 'fault.handling', version: 1 },
    ...numbered(desk),
  });
  if (came.kind === 'closed') return { does: 'solved' };
  const decision = came.decision as Decision<FaultHandling>;
  const { outcome, actions } = decision.form;
  const last = actions.at(-1)?.what ?? '';
  data.engineer = decision.by;
  note(desk, decision.by, last);
  data.because = '';
  switch (outcome) {
    case 'solved':
      data.solved = { at: desk.now, by: decision.by.name, way: last };
      return { does: 'solved' };
    case 'on':
      return { does: 'handle' };
    case 'visit':
      return onSite(desk);
    case 'meeting':
      return { does: 'meeting' };
    case 'change':
      return { does: 'change' };
    case 'escalate':
      return { does: 'escalate' };
  }
}

/** 三级: 客户解决不了的，必须提交书面报告 [002 §5.4.1.2], and only then somebody goes there. */
function onSite({ data }: Fault): Handling {
  const underWay = data.visits.find(({ isOver }) => !isOver);
  if (underWay) return { does: 'visit', key: underWay.key };
  const isWanting = data.grading?.level === 3 && !data.hasWritten;
  return isWanting ? { does: 'written' } : { does: 'visit', key: `visit-${data.visits.length + 1}` };
}

async function writtenReport(desk: Fault): Promise<Handling> {
  const { reporter } = desk.data.request;
  const report = await desk.ask({
    step: 'written',
    whom: reporter === undefined ? desk.role('customer-lead') : desk.persons(reporter),
    form: { id: 'fault.written', version: 1 },
  });
  note(desk, report.by, '提交书面故障报告');
  desk.data.hasWritten = true;
  return onSite(desk);
}

/** 派工程师到现场; level 1: 不超过 24 小时赶到 [002 §5.4.1.2]. */
async function visit(desk: Fault, key: string): Promise<Handling> {
  const isOpen = desk.data.visits.some((one) => one.key === key) || (await openVisit(desk, key));
  if (!isOpen) return { does: 'handle' };
  const came = await whateverComes(desk, null, [key]);
  return came.kind === 'closed' && desk.data.solved ? { does: 'solved' } : { does: 'handle' };
}

async function openVisit(desk: Fault, key: string): Promise<boolean> {
  const { request, grading, engineer: by } = desk.data;
  const hours = desk.amount(grading?.level === 1 ? 'level-1-there-in-hours' : 'others-there-in-hours');
  const opened = await desk.openCase(key, {
    process: 'onsite-service',
    applicantId: by?.id ?? '',
    form: {
      customer: request.customer,
      reason: request.title,
      description: `${request.description}\n（${desk.recorded.caseId}）`,
      level: `${grading?.level ?? 3}`,
      pace: grading?.level === 1 || isEmergency(desk) ? 'urgent' : 'agreed',
      arriveBy: new Date(Date.parse(desk.now) + hours * HOUR_IN_MS).toISOString(),
      ...(request.place !== undefined && { site: request.place }),
      ...(request.device !== undefined && { device: request.device }),
      ...contactOf(desk),
    },
  });
  if ('refused' in opened) {
    desk.data.because = opened.refused.zh;
    return false;
  }
  desk.data.visits = [...desk.data.visits, { key, isOver: false }];
  return true;
}

function contactOf(desk: Fault): { contact?: string } {
  const { reporter } = desk.facts as unknown as FaultFacts;
  const contact = [reporter.name, reporter.phone].filter((part) => part !== '').join(' ');
  return contact === '' ? {} : { contact };
}

/** 立即召开技术协调会分析故障原因 [002 §5.4.1.2]; what it resolved is done next. */
async function meeting(desk: Fault): Promise<Handling> {
  const which = numbered(desk);
  const held = await desk.ask<FaultMeeting>({
    step: 'meeting',
    whom: desk.role('tech-lead'),
    form: { id: 'fault.meeting', version: 1 },
    ...which,
  });
  const minutes = await desk.ask<{ resolved: string }>({
    step: 'minutes',
    whom: desk.persons(held.form.minutesBy),
    form: { id: 'fault.minutes', version: 1 },
    ...which,
  });
  await desk.file('meeting-minutes', 'open', which.item.key);
  desk.data.names = { ...desk.data.names, ...held.names };
  note(desk, minutes.by, `技术协调会：${minutes.form.resolved}`);
  desk.data.because = minutes.form.resolved;
  switch (held.form.way) {
    case 'visit':
      return onSite(desk);
    case 'major':
      return { does: 'major', key: `major-${desk.data.asked}` };
    case 'guidance':
    case 'remote':
      return { does: 'handle' };
  }
}

/** 对在约定时限内无法解决问题的及时上报给服务台进行事件升级 [001]; a person decides how, never the clock alone. */
async function escalation(desk: Fault): Promise<Handling> {
  const { form, names, by } = await desk.ask<FaultEscalation>({
    step: 'escalate',
    whom: desk.role('service-desk'),
    form: { id: 'fault.escalation', version: 1 },
    ...numbered(desk),
  });
  note(desk, by, `升级：${form.remark}`);
  desk.data.because = form.remark;
  if (form.way === 'second-line' && form.engineer !== undefined)
    desk.data.engineer = { id: form.engineer, name: names[form.engineer] ?? form.engineer };
  if (form.way === 'meeting') return { does: 'meeting' };
  return form.way === 'major' ? { does: 'major', key: `major-${desk.data.asked}` } : { does: 'handle' };
}

/** 对某些解决方法来说，向变更管理发送变更请求 [001]: whatever writes goes through a change [002 §6.4.2]. */
async function change(desk: Fault): Promise<Handling> {
  const asked = await desk.ask<FaultChange>({
    step: 'change',
    whom: engineer(desk),
    form: { id: 'fault.change', version: 1 },
    prefill: { title: desk.data.request.title, system: desk.data.request.system ?? '' },
    ...numbered(desk),
  });
  const { request } = desk.data;
  const key = `change-${desk.data.asked}`;
  const opened = await desk.openCase(key, {
    process: 'change-cutover',
    applicantId: asked.by.id,
    form: {
      ...asked.form,
      customer: request.customer,
      reason: `故障 ${desk.recorded.caseId}：${request.title}`,
      ...(request.device !== undefined && { devices: [{ device: request.device }] }),
    },
  });
  if (!('refused' in opened)) return { does: 'await-change', key };
  desk.data.because = opened.refused.zh;
  return { does: 'handle' };
}

async function changeOver(desk: Fault, key: string): Promise<Handling> {
  const { state } = await desk.untilClosed(key);
  desk.data.because = state === 'completed' ? '变更割接已完成' : '变更割接未完成或已回退';
  note(desk, null, desk.data.because);
  return { does: 'handle' };
}

/** 重大维护 [001]: what those on site cannot solve is its own procedure, and the fault waits for it. */
async function majorMaintenance(desk: Fault, key: string): Promise<Handling> {
  const { request, grading, engineer: by } = desk.data;
  const opened = await desk.openCase(key, {
    process: 'major-maintenance',
    applicantId: by?.id ?? '',
    form: {
      customer: request.customer,
      reason: 'unsolved',
      description: `${request.title}\n${request.description}`,
      level: `${grading?.level ?? 3}`,
      from: desk.recorded.caseId,
      ...(request.system !== undefined && { system: request.system }),
      ...(request.device !== undefined && { devices: [{ device: request.device }] }),
    },
  });
  if ('refused' in opened) {
    desk.data.because = opened.refused.zh;
    return { does: 'handle' };
  }
  const { result } = await desk.untilClosed(key);
  return cameBack(desk, '重大维护', result);
}

function cameBack(desk: Fault, what: string, { solved, summary, workers }: LinkedResult): Handling {
  const said = String(summary ?? '');
  note(desk, null, `${what}：${said}`);
  const there = String(workers ?? '').split(',');
  desk.data.workers = [...new Set([...desk.data.workers, ...there.filter((id) => id !== '')])];
  if (solved === true) {
    desk.data.solved ??= { at: desk.now, by: what, way: said };
    return { does: 'solved' };
  }
  desk.data.because = `${what}：${said === '' ? '未解决' : said}`;
  return { does: 'handle' };
}

type Answered = Extract<Came, { readonly kind: 'decided' | 'closed' }>;

/**
 * Waits for the answer to a question, or for the end of one of the cases; meanwhile experts are named and advise, and visits that
 * were begun come to their end. A visit that has solved it ends the waiting.
 */
async function whateverComes(
  desk: Fault,
  question: Question | null,
  awaited: readonly string[] = [],
): Promise<Answered> {
  for (;;) {
    const visits = desk.data.visits.filter(({ isOver }) => !isOver).map(({ key }) => key);
    const came = await desk.firstOf([...(question ? [question] : []), ...expertQuestions(desk)], [], visits);
    if (came.kind === 'closed') {
      visitOver(desk, came.key, came.result);
      if (desk.data.solved && question) desk.withdraw(question);
      if (desk.data.solved || awaited.includes(came.key)) return came;
    } else if (came.kind === 'decided') {
      if (came.step === question?.step) return came;
      heardOfExperts(desk, came.step, came.decision);
    }
  }
}

function visitOver(desk: Fault, key: string, result: LinkedResult): void {
  desk.data.visits = desk.data.visits.map((one) => (one.key === key ? { key, isOver: true } : one));
  cameBack(desk, '现场服务', result);
}

/** 成立后方专家小组协作进行故障处理 [001]: in an emergency the technical lead names them, and they advise at any time. */
function expertQuestions(desk: Fault): Question[] {
  if (!isEmergency(desk)) return [];
  const { experts } = desk.data;
  if (experts.length === 0)
    return [{ step: 'experts', whom: desk.role('tech-lead'), form: { id: 'fault.experts', version: 1 }, stays: true }];
  return [adviceOf(desk)];
}

function adviceOf(desk: Fault): Question {
  const number = desk.data.advice + 1;
  return {
    step: 'advise',
    whom: desk.persons(...desk.data.experts),
    form: { id: 'fault.advice', version: 1 },
    item: { key: `${number}`, title: { zh: `第 ${number} 次`, en: `no. ${number}` } },
    stays: true,
  };
}

function heardOfExperts(desk: Fault, step: string, decision: Decision): void {
  const { data } = desk;
  if (step === 'experts') {
    const { experts } = decision.form as unknown as FaultExperts;
    data.experts = experts.map(({ person }) => person);
    data.names = { ...data.names, ...decision.names };
  } else {
    data.advice += 1;
    note(desk, decision.by, `专家意见：${String(decision.form.advice)}`);
  }
}

/** Once it is solved nobody asks experts any more. */
export function withdrawExperts(desk: Fault): void {
  for (const question of expertQuestions(desk)) desk.withdraw(question);
}

/** The number of what is asked, and what came before it. */
function numbered({ data }: Fault): { readonly item: TaskItem } {
  const key = `${data.asked}`;
  const facts = data.because === '' ? [] : [{ label: { zh: '此前情况', en: 'What came before' }, value: data.because }];
  return {
    item: { key, title: { zh: `第 ${key} 次`, en: `no. ${key}` }, ...(facts.length > 0 && { facts }) },
  };
}

/** Adds a line to what the report tells of the handling. */
export function note(desk: Fault, by: PersonName | null, what: string): void {
  desk.data.turns = [...desk.data.turns, { at: desk.now, by, what }];
}

function engineer(desk: Fault): Whom {
  return desk.data.engineer ? desk.persons(desk.data.engineer.id) : desk.role('engineer');
}
