import {
  faultAdvice,
  faultCause,
  faultChange,
  faultConfirmation,
  faultEscalation,
  faultExperts,
  faultHandling,
  faultMeeting,
  faultMinutes,
  faultRequest,
  faultResponse,
  faultTriage,
  faultWritten,
} from './fault-forms';
import type { Deadline } from './policy';
import type { ProcessContract } from './process';

const MINUTE_IN_MS = 60_000;
const HOUR_IN_MS = 60 * MINUTE_IN_MS;

/** Nobody answers: at the half they are reminded, at 75 % the project manager is told, at the end the technical lead. */
const answeredIn = (minutes: number, time: Deadline['time']): Deadline => ({
  budgetInMs: minutes * MINUTE_IN_MS,
  time,
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 75, does: 'tell', to: 'project-manager' },
    { atPercent: 100, does: 'tell', to: 'tech-lead' },
    { atPercent: 200, does: 'tell', to: 'management' },
  ],
});

/** A limit of the whole case; how long it is the contract says, or the urgency. */
const solvedIn = (minutes: number): Deadline => ({
  budgetInMs: minutes * MINUTE_IN_MS,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 75, does: 'tell', to: 'project-manager' },
    { atPercent: 100, does: 'tell', to: 'tech-lead' },
    { atPercent: 200, does: 'tell', to: 'maintenance-manager' },
  ],
});

const within = (workingDays: number, told: 'project-manager' | 'account-manager'): Deadline => ({
  workingDays,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: told },
    { atPercent: 200, does: 'tell', to: 'management' },
  ],
});

// 一直被监控，直到问题得到圆满的解决 [002 §3.2]: no step of a fault expires.
const untilSolved = { isPastEnding: true } as const;
const atOnce = { isUrgent: true, ...untilSolved } as const;

const steps: ProcessContract['steps'] = {
  triage: {
    title: { zh: '受理定级', en: 'Grade the fault' },
    form: faultTriage,
    outcomes: { submit: { zh: '受理', en: 'Accept' } },
    ...atOnce,
  },
  respond: {
    title: { zh: '响应（接单并联系用户）', en: 'Respond: take it and call the user' },
    form: faultResponse,
    outcomes: { submit: { zh: '已联系用户', en: 'The user was called' } },
    ...atOnce,
  },
  handle: { title: { zh: '处理故障', en: 'Handle the fault' }, form: faultHandling, limit: 'none', ...atOnce },
  experts: {
    title: { zh: '成立后方专家小组', en: 'Form the expert group' },
    form: faultExperts,
    limit: 'none',
    ...atOnce,
  },
  advise: {
    title: { zh: '专家意见', en: 'Advice of the experts' },
    form: faultAdvice,
    outcomes: { submit: { zh: '提出意见', en: 'Advise' } },
    limit: 'none',
    ...atOnce,
  },
  written: {
    title: { zh: '提交书面故障报告', en: 'Report the fault in writing' },
    form: faultWritten,
    isForCustomer: true,
    ...untilSolved,
  },
  meeting: { title: { zh: '召开技术协调会', en: 'Hold the technical meeting' }, form: faultMeeting, ...atOnce },
  minutes: {
    title: { zh: '整理会议纪要', en: 'Write the minutes' },
    form: faultMinutes,
    outcomes: { submit: { zh: '发出纪要', en: 'Send them out' } },
    ...untilSolved,
  },
  escalate: {
    title: { zh: '处置升级的故障', en: 'Decide on an escalated fault' },
    form: faultEscalation,
    ...atOnce,
  },
  change: { title: { zh: '申请变更割接', en: 'Ask for the change' }, form: faultChange, ...atOnce },
  cause: { title: { zh: '填写原因和预防措施', en: 'Cause and prevention' }, form: faultCause, ...untilSolved },
  confirm: {
    title: { zh: '确认故障已解决', en: 'Confirm that it is solved' },
    form: faultConfirmation,
    outcomes: {
      approve: { zh: '已解决', en: 'Solved' },
      reject: { zh: '未解决', en: 'Not solved' },
    },
    isForCustomer: true,
    lapses: true,
    ...untilSolved,
  },
};

/** 故障响应与处理 [001 故障响应、故障处理、紧急故障恢复, 002 §5.4], as the outside sees it. */
export const faultProcess: ProcessContract = {
  type: 'fault',
  prefix: 'GZ',
  title: { zh: '故障处理', en: 'Fault' },
  source: '001 故障响应流程、故障处理流程；002 §5.4',
  startForm: faultRequest,
  startRoles: [
    'service-desk',
    'engineer',
    'second-line',
    'resident-manager',
    'project-manager',
    'deputy-project-manager',
    'account-manager',
    'tech-lead',
    'ops-supervisor',
    'maintenance-manager',
    'operations-lead',
    'customer',
    'customer-lead',
    'competent-department',
  ],
  stages: {
    register: { zh: '受理登记', en: 'Registration' },
    triage: { zh: '定级', en: 'Grading' },
    response: { zh: '响应', en: 'Response' },
    handling: { zh: '处理', en: 'Handling' },
    cause: { zh: '原因和预防', en: 'Cause and prevention' },
    confirmation: { zh: '用户确认', en: 'Confirmation' },
    archive: { zh: '归档', en: 'Filing' },
  },
  // Whoever has been called about it hears how it ended; what is only to be explained is not dropped any more.
  noEndingFrom: 'cause',
  noWithdrawalFrom: 'response',
  steps,
  olderForms: [],
  works: {
    holders: { zh: '查找负责人', en: 'looking up who is responsible' },
    known: { zh: '查阅在办故障', en: 'looking up the open fault' },
    opening: { zh: '发起关联流程', en: 'opening a linked case' },
    joining: { zh: '并入在办故障', en: 'joining it to the open fault' },
  },
  clocks: {
    response: { zh: '响应时限', en: 'Response limit' },
    resolution: { zh: '解决时限', en: 'Resolution limit' },
    diagnosis: { zh: '确诊时限', en: 'Diagnosis limit' },
  },
  documents: {
    'case-record': { zh: 'CASE 记录表', en: 'Case record' },
    'cause-report': { zh: '故障原因分析及处理报告', en: 'Report on cause and handling' },
    'meeting-minutes': { zh: '会议纪要', en: 'Minutes' },
    'service-sheet': { zh: '技术服务单', en: 'Service sheet' },
  },
  policy: {
    deadlines: {
      triage: answeredIn(10, 'elapsed'),
      // How long it is is looked up for each fault; its ladder holds for all.
      respond: answeredIn(15, 'open'),
      written: within(2, 'project-manager'),
      meeting: answeredIn(60, 'elapsed'),
      // 会议纪要最晚不要超过当天 [002 §6.3].
      minutes: answeredIn(8 * 60, 'elapsed'),
      escalate: answeredIn(30, 'elapsed'),
      change: answeredIn(60, 'elapsed'),
      cause: within(2, 'project-manager'),
      // 用户逾期未确认: it closes, says so, and the callback asks again.
      confirm: {
        ...within(5, 'account-manager'),
        ladder: [
          { atPercent: 40, does: 'remind' },
          { atPercent: 80, does: 'remind' },
          { atPercent: 80, does: 'tell', to: 'project-manager' },
        ],
      },
    },
    // How long they are is looked up for each fault; their ladders hold for all.
    caseDeadlines: {
      response: { budgetInMs: 15 * MINUTE_IN_MS, time: 'open', ladder: [] },
      resolution: solvedIn(120),
      diagnosis: { budgetInMs: HOUR_IN_MS, time: 'open', ladder: [{ atPercent: 100, does: 'tell', to: 'tech-lead' }] },
    },
    signatures: { confirm: 'asked' },
    cancelRoles: ['service-desk', 'project-manager', 'maintenance-manager', 'admin'],
    // Within how many days a completed fault is reopened; within how many hours somebody is there at level 1 [002 §5.4.1.2].
    amounts: { 'reopen-days': 7, 'level-1-there-in-hours': 24, 'others-there-in-hours': 72 },
  },
};
