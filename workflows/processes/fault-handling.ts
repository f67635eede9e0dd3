import type {
  FaultChange,
  FaultEscalation,
  FaultHandling,
  FaultMeeting,
  FaultMinutes,
} from '../../models/contracts/fault-forms';
import type { FaultData, FaultFacts, Handling } from '../../models/contracts/fault-run';
import type { PauseCode } from '../../models/contracts/pause-words';
import type { Decision, TaskItem } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';
import type { Question } from '../human-task/question';
import { cut } from './cut';
import { allowWeekOut, inItsTime, regrade } from './fault-limits';
import {
  answered,
  ENDS,
  engineer,
  isEmergency,
  note,
  visitOver,
  whateverComes,
  withdrawExperts,
} from './fault-meanwhile';
import { majorMaintenance, tellStillOpen } from './fault-major';
import { openedBy } from './opened-by';
import { customersVoice } from './posts';

type Fault = Desk<FaultData>;

const HOUR_IN_MS = 3_600_000;
const DESCRIPTION_IN_CHARACTERS = 4000;
const CHANGE_TITLE_IN_CHARACTERS = 100;
const FOR_CONFIRMATION: PauseCode = '@confirmation';
const SOLVED: Handling = { does: 'solved' };
const HANDLE: Handling = { does: 'handle' };

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
  // Solved is solved: what is still watched or signed does not count against who solved it.
  const since = desk.data.solved?.at;
  desk.clocks.stop('diagnosis', since);
  desk.clocks.pause('resolution', FOR_CONFIRMATION, since);
  withdrawExperts(desk);
  desk.withdraw({ step: 'written' });
  await visitsOver(desk);
  await tellStillOpen(desk);
  await desk.file('cause-report', 'open');
}

/** What comes next, under a number of its own: a stage that is walked anew asks what it has asked. */
export function goOn({ data }: Fault, next: Handling): void {
  data.next = next;
  data.asked += 1;
}

/** Who is there watches it, and leaves with the user's consent [001 紧急故障恢复]; the desk may call back who is still on the way. */
async function visitsOver(desk: Fault): Promise<void> {
  const visits = desk.data.visits.filter(({ isOver }) => !isOver);
  const [first] = visits;
  if (!first) return;
  const { engineer: sent } = (await desk.knownBy(first.caseId, ['engineer'])) as Partial<Pick<FaultData, 'engineer'>>;
  desk.once('told-solved', () => {
    const whom = [desk.role('service-desk'), ...(sent ? [desk.persons(sent.id)] : [])];
    desk.tell('solved-from-afar', { reason: visits.map(({ caseId }) => caseId).join('、') }, ...whom);
  });
  for (const { key } of visits) visitOver(desk, await desk.untilClosed(key));
}

async function doNext(desk: Fault, next: Exclude<Handling, { readonly does: 'solved' }>): Promise<Handling> {
  switch (next.does) {
    case 'handle':
      return await handle(desk);
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

/** 同时安排技术工程师立刻赶往现场，并成立后方专家小组 [001]; where the customer wants it so, somebody goes only if the help from afar fails [002]. */
async function sendHelpAtOnce(desk: Fault): Promise<void> {
  const { emergencyVisit } = desk.facts as unknown as FaultFacts;
  if (emergencyVisit === 'at-once' && desk.data.visits.length === 0) await openVisit(desk, 'visit-1');
}

/** By phone, remotely or in the laboratory: what the engineer did, and how it goes on; meanwhile the customer may report in writing. */
async function handle(desk: Fault): Promise<Handling> {
  const { data } = desk;
  const handling: Question = {
    step: 'handle',
    whom: engineer(desk),
    form: { id: 'fault.handling', version: 1 },
    ...numbered(desk),
  };
  const came = await whateverComes(desk, [handling, ...(await writtenReport(desk))]);
  if (came.kind === 'closed') return SOLVED;
  if (came.step === 'written') {
    desk.withdraw(handling);
    return reported(desk, came.decision.by.name);
  }
  const decision = came.decision as Decision<FaultHandling>;
  const { outcome, actions, reportedBy, consentBy = '' } = decision.form;
  const { at, what: last } = actions.at(-1) ?? { at: desk.now, what: '' };
  data.engineer = decision.by;
  note(desk, decision.by, last, at);
  data.because = '';
  if (reportedBy !== undefined) reported(desk, reportedBy);
  switch (outcome) {
    case 'solved':
      data.solved = { at: desk.now, by: decision.by.name, way: last };
      return SOLVED;
    case 'on':
      return HANDLE;
    case 'visit':
      return onSite(desk);
    case 'out':
      allowWeekOut(desk, consentBy);
      return HANDLE;
    case 'meeting':
      return { does: 'meeting' };
    case 'change':
      return { does: 'change' };
    case 'escalate':
      return { does: 'escalate' };
  }
}

/** 三级: 客户解决不了的，必须提交书面报告 [002 §5.4.1.2], and only then somebody goes there; not where every minute counts. */
function onSite(desk: Fault): Handling {
  const { data } = desk;
  const underWay = data.visits.find(({ isOver }) => !isOver);
  if (underWay) return { does: 'visit', key: underWay.key };
  const isWanting = data.grading?.level === 3 && !isEmergency(desk) && !data.hasWritten;
  if (!isWanting) return { does: 'visit', key: `visit-${data.visits.length + 1}` };
  data.wantsWritten = true;
  data.because = {
    zh: '三级故障须先由客户提交书面报告；客户以纸质或邮件提交的，请填写书面报告人',
    en: 'at level 3 the customer reports in writing first; if they do so on paper or by mail, say who did',
  };
  return HANDLE;
}

async function writtenReport(desk: Fault): Promise<Question[]> {
  const { wantsWritten, hasWritten, request } = desk.data;
  if (!wantsWritten || hasWritten) return [];
  const whom = await customersVoice(desk, request.reporter);
  return [{ step: 'written', whom, form: { id: 'fault.written', version: 1 }, stays: true }];
}

/** The customer has reported it in writing: who is sent there now was waiting for that. */
function reported(desk: Fault, by: string): Handling {
  desk.withdraw({ step: 'written' });
  note(desk, null, `${by}提交书面故障报告`);
  desk.data.hasWritten = true;
  desk.data.because = '';
  return onSite(desk);
}

/** 派工程师到现场; level 1: 不超过 24 小时赶到 [002 §5.4.1.2]. */
async function visit(desk: Fault, key: string): Promise<Handling> {
  const isOpen = desk.data.visits.some((one) => one.key === key) || (await openVisit(desk, key));
  if (!isOpen) return HANDLE;
  await whateverComes(desk, [], [key]);
  return desk.data.solved ? SOLVED : HANDLE;
}

async function openVisit(desk: Fault, key: string): Promise<boolean> {
  const { request, grading, engineer: by } = desk.data;
  const { reporter } = desk.facts as unknown as FaultFacts;
  const hours = desk.amount(grading?.level === 1 ? 'level-1-there-in-hours' : 'others-there-in-hours');
  const opened = await openedBy(desk, key, by?.id ?? '', {
    ...{ process: 'onsite-service', inTheirPlace: 'service-desk' },
    form: {
      customer: request.customer,
      reason: request.title,
      description: cut(request.description, DESCRIPTION_IN_CHARACTERS, `\n（${desk.recorded.caseId}）`),
      level: `${grading?.level ?? 3}`,
      pace: grading?.level === 1 || isEmergency(desk) ? 'urgent' : 'agreed',
      arriveBy: new Date(Date.parse(desk.now) + hours * HOUR_IN_MS).toISOString(),
      ...(request.place !== undefined && { site: request.place }),
      ...(request.device !== undefined && { device: request.device }),
      ...(reporter.name !== '' && { contact: reporter.name }),
      ...(reporter.phone !== '' && { phone: reporter.phone }),
    },
  });
  if ('refused' in opened) {
    desk.data.because = opened.refused;
    return false;
  }
  desk.data.visits = [...desk.data.visits, { key, caseId: opened.caseId, isOver: false }];
  return true;
}

/** 立即召开技术协调会分析故障原因 [002 §5.4.1.2]; what it resolved is done next. */
async function meeting(desk: Fault): Promise<Handling> {
  const which = numbered(desk);
  const held = await answered<FaultMeeting>(desk, {
    step: 'meeting',
    whom: desk.role('tech-lead'),
    form: { id: 'fault.meeting', version: 1 },
    deadline: inItsTime(desk, 'meeting'),
    ...which,
  });
  if (!held) return SOLVED;
  const minutes = await answered<FaultMinutes>(desk, {
    step: 'minutes',
    whom: desk.persons(held.form.minutesBy),
    form: { id: 'fault.minutes', version: 1 },
    deadline: inItsTime(desk, 'minutes'),
    ...which,
  });
  if (!minutes) return SOLVED;
  await desk.file('meeting-minutes', 'open', which.item.key);
  tellMinutes(desk, held, minutes);
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
      return HANDLE;
  }
}

/** 会议纪要 goes out the same day [002 §6.3]: to who called the meeting, who works on it, and who answers for the project. */
function tellMinutes(
  desk: Fault,
  { by: leader }: Decision<FaultMeeting>,
  { by, form: { discussed, resolved } }: Decision<FaultMinutes>,
): void {
  const { engineer: worker, experts } = desk.data;
  const people = [...new Set([leader.id, ...(worker ? [worker.id] : []), ...experts])];
  const details = { by: by.name, reason: `${discussed}\n\n${resolved}` };
  desk.tell('minutes-issued', details, desk.persons(...people), desk.role('project-manager'));
}

/** 对在约定时限内无法解决问题的及时上报给服务台进行事件升级 [001]; a person decides how, never the clock alone. */
async function escalation(desk: Fault): Promise<Handling> {
  const decided = await answered<FaultEscalation>(desk, {
    step: 'escalate',
    whom: desk.role('service-desk'),
    form: { id: 'fault.escalation', version: 1 },
    deadline: inItsTime(desk, 'escalate'),
    ...numbered(desk),
  });
  if (!decided) return SOLVED;
  const { form, names, by } = decided;
  note(desk, by, `升级：${form.remark}`);
  regrade(desk, form);
  desk.data.because = form.remark;
  if (form.way === 'second-line' && form.engineer !== undefined)
    desk.data.engineer = { id: form.engineer, name: names[form.engineer] ?? form.engineer };
  if (form.way === 'meeting') return { does: 'meeting' };
  return form.way === 'major' ? { does: 'major', key: `major-${desk.data.asked}` } : HANDLE;
}

/** 对某些解决方法来说，向变更管理发送变更请求 [001]: whatever writes goes through a change [002 §6.4.2]. */
async function change(desk: Fault): Promise<Handling> {
  const { request } = desk.data;
  const asked = await answered<FaultChange>(desk, {
    step: 'change',
    whom: engineer(desk),
    form: { id: 'fault.change', version: 1 },
    prefill: { title: cut(request.title, CHANGE_TITLE_IN_CHARACTERS), system: request.system ?? '' },
    deadline: inItsTime(desk, 'change'),
    ...numbered(desk),
  });
  if (!asked) return SOLVED;
  const key = `change-${desk.data.asked}`;
  const opened = await openedBy(desk, key, asked.by.id, {
    ...{ process: 'change-cutover', inTheirPlace: 'project-manager' },
    form: {
      ...asked.form,
      customer: request.customer,
      reason: `故障 ${desk.recorded.caseId}：${request.title}`,
      ...(request.device !== undefined && { devices: [{ device: request.device }] }),
    },
  });
  if (!('refused' in opened)) return { does: 'await-change', key };
  desk.data.because = opened.refused;
  return HANDLE;
}

async function changeOver(desk: Fault, key: string): Promise<Handling> {
  const came = await whateverComes(desk, [], [key]);
  if (came.kind === 'decided' || came.key !== key) return SOLVED;
  const { caseId, state } = came;
  const { zh, en } = ENDS[state] ?? { zh: '已完成', en: 'completed' };
  desk.data.because = { zh: `变更割接 ${caseId} ${zh}`, en: `Change ${caseId}: ${en}` };
  note(desk, null, desk.data.because.zh);
  return HANDLE;
}

/** The number of what is asked, and what came before it. */
function numbered({ data }: Fault): { readonly item: TaskItem } {
  const key = `${data.asked}`;
  const facts = data.because === '' ? [] : [{ label: { zh: '此前情况', en: 'What came before' }, value: data.because }];
  return {
    item: { key, title: { zh: `第 ${key} 次`, en: `no. ${key}` }, ...(facts.length > 0 && { facts }) },
  };
}
