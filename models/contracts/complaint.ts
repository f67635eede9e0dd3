import {
  complaintAnswer,
  complaintEvidence,
  complaintFacts,
  complaintMeasures,
  complaintMeeting,
  complaintMinutes,
  complaintNotice,
  complaintOpinion,
  complaintPhoned,
  complaintReport,
  complaintRequest,
  complaintSatisfaction,
  complaintVerification,
} from './complaint-forms';
import { withinDays, withinHours } from './deadlines';
import type { Deadline } from './policy';
import type { ProcessContract } from './process';

const HOUR_IN_MS = 3_600_000;

/** 处理时间 by urgency [004 二], on the clock on the wall: all channels are open at any hour. */
const handledIn = (hours: number): Deadline => ({
  budgetInMs: hours * HOUR_IN_MS,
  time: 'elapsed',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'project-manager' },
    { atPercent: 150, does: 'tell', to: 'account-manager' },
    { atPercent: 200, does: 'tell', to: 'management' },
  ],
});

// 跟踪到底: a complaint is followed to its end, so nothing of it expires.
const toTheEnd = { isPastEnding: true } as const;

const steps: ProcessContract['steps'] = {
  notify: {
    title: { zh: '告知投诉人编号和联系人', en: 'Tell the complainant number and contact' },
    form: complaintNotice,
    outcomes: { submit: { zh: '已告知', en: 'Told' } },
    isForApplicant: true,
    isUrgent: true,
    ...toTheEnd,
  },
  facts: { title: { zh: '调查核实', en: 'Find the facts' }, form: complaintFacts, ...toTheEnd },
  meeting: { title: { zh: '召开投诉处理会议', en: 'Hold the meeting' }, form: complaintMeeting, ...toTheEnd },
  minutes: {
    title: { zh: '整理会议纪要', en: 'Write the minutes' },
    form: complaintMinutes,
    outcomes: { submit: { zh: '发出纪要', en: 'Send them out' } },
    ...toTheEnd,
  },
  'write-report': {
    title: { zh: '编写整改报告', en: 'Write the report of rectification' },
    form: complaintReport,
    ...toTheEnd,
  },
  'report-review': {
    title: { zh: '整改报告审批', en: 'Approval of the report' },
    form: complaintOpinion,
    isApproval: true,
    ...toTheEnd,
  },
  'ops-review': {
    title: { zh: '运维主管审批整改报告', en: "Ops supervisor's approval" },
    form: complaintOpinion,
    isApproval: true,
    ...toTheEnd,
  },
  measures: {
    title: { zh: '制定纠正和预防措施', en: 'Set the measures' },
    form: complaintMeasures,
    outcomes: { submit: { zh: '签发通知单', en: 'Issue the notice' } },
    ...toTheEnd,
  },
  'carry-out': {
    title: { zh: '落实措施', en: 'Carry out a measure' },
    form: complaintEvidence,
    outcomes: { submit: { zh: '已完成', en: 'Done' } },
    limit: 'of-case',
    ...toTheEnd,
  },
  'verify-measure': {
    title: { zh: '验证措施', en: 'Verify a measure' },
    form: complaintVerification,
    outcomes: {
      approve: { zh: '验证通过', en: 'Verified' },
      reject: { zh: '验证不通过', en: 'Not verified' },
    },
    ...toTheEnd,
  },
  answer: {
    title: { zh: '答复客户', en: 'Answer the customer' },
    form: complaintAnswer,
    outcomes: { submit: { zh: '发出答复', en: 'Send the answer' } },
    ...toTheEnd,
  },
  phone: {
    title: { zh: '电话答复投诉人', en: 'Answer the complainant by phone' },
    form: complaintPhoned,
    outcomes: { submit: { zh: '已电话答复', en: 'Phoned' } },
    ...toTheEnd,
  },
  satisfaction: {
    title: { zh: '是否满意', en: 'Are you satisfied' },
    form: complaintSatisfaction,
    outcomes: {
      approve: { zh: '满意', en: 'Satisfied' },
      reject: { zh: '不满意', en: 'Not satisfied' },
    },
    isForCustomer: true,
    ...toTheEnd,
  },
};

/** 客户投诉处理 [001 客户投诉处理流程], as the outside sees it. */
export const complaintProcess: ProcessContract = {
  type: 'complaint',
  prefix: 'TS',
  title: { zh: '客户投诉处理', en: 'Customer complaint' },
  source: '001 客户投诉处理流程',
  startForm: complaintRequest,
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
    'development-lead',
    'operations-lead',
    'management',
    'admin',
  ],
  stages: {
    register: { zh: '登记', en: 'Registration' },
    facts: { zh: '调查核实', en: 'Fact finding' },
    meeting: { zh: '会议', en: 'Meeting' },
    report: { zh: '整改报告', en: 'Report' },
    'report-review': { zh: '整改报告审批', en: 'Approval of the report' },
    'ops-review': { zh: '运维主管审批', en: "Ops supervisor's approval" },
    measures: { zh: '制定措施', en: 'Measures' },
    execution: { zh: '落实和验证措施', en: 'Carrying out and verifying' },
    answer: { zh: '答复客户', en: 'Answer' },
    satisfaction: { zh: '客户意见', en: "Customer's word" },
    archive: { zh: '归档', en: 'Filing' },
  },
  steps,
  noEndingFrom: 'archive',
  noWithdrawalFrom: 'facts',
  olderForms: [],
  internal: ['posts'],
  works: {
    holders: { zh: '查找负责人', en: 'looking up who is responsible' },
    opening: { zh: '发起客户回访', en: 'opening the callback' },
    hiding: { zh: '对被投诉人保密', en: 'hiding it from who is complained of' },
    'end-of-day': { zh: '计算当天结束时间', en: 'finding when the day ends' },
  },
  clocks: {
    urgent: { zh: '特急投诉处理时限', en: 'Limit of a most urgent complaint' },
    high: { zh: '紧急投诉处理时限', en: 'Limit of an urgent complaint' },
    normal: { zh: '一般投诉处理时限', en: 'Limit of an ordinary complaint' },
  },
  documents: {
    'complaint-register': { zh: '投诉登记表', en: 'Complaint register form' },
    'meeting-minutes': { zh: '会议纪要', en: 'Minutes' },
    rectification: { zh: '整改报告', en: 'Report of rectification' },
    'measures-notice': { zh: '纠正和预防措施通知单', en: 'Notice of corrective and preventive measures' },
    'complaint-report': { zh: '投诉处理报告', en: 'Report on the complaint' },
  },
  policy: {
    deadlines: {
      notify: {
        budgetInMs: HOUR_IN_MS,
        time: 'elapsed',
        ladder: [
          { atPercent: 50, does: 'remind' },
          { atPercent: 100, does: 'tell', to: 'deputy-project-manager' },
          { atPercent: 200, does: 'tell', to: 'project-manager' },
        ],
      },
      facts: withinDays(1, 'project-manager'),
      meeting: withinDays(1, 'project-manager'),
      // 会议纪要最晚不要超过当天 [002 §6.3]: sooner than this where the day of the meeting ends before.
      minutes: withinHours(8, 'project-manager'),
      'write-report': withinDays(1, 'project-manager'),
      'report-review': withinDays(1, 'account-manager'),
      'ops-review': withinDays(1, 'maintenance-manager'),
      measures: withinDays(1, 'project-manager'),
      'verify-measure': withinDays(2, 'project-manager'),
      answer: withinDays(1, 'project-manager'),
      phone: {
        budgetInMs: 4 * HOUR_IN_MS,
        time: 'open',
        ladder: [
          { atPercent: 50, does: 'remind' },
          { atPercent: 80, does: 'hand-over', to: 'deputy-project-manager' },
          { atPercent: 100, does: 'tell', to: 'project-manager' },
          { atPercent: 200, does: 'tell', to: 'management' },
        ],
      },
      satisfaction: withinDays(5, 'account-manager'),
    },
    caseDeadlines: { urgent: handledIn(4), high: handledIn(8), normal: handledIn(12) },
    signatures: { satisfaction: 'asked' },
    // Not by who leads the work that is complained of.
    cancelRoles: ['management', 'admin'],
    // Within how many days the same is complained of again, for the figures.
    amounts: { 'recurring-days': 90 },
  },
};
