import { withinDays, withinHours } from './deadlines';
import {
  majorConfirmation,
  majorMeeting,
  majorMinutes,
  majorOtherWay,
  majorProgress,
  majorRebuild,
  majorReport,
  majorRequest,
  majorStaff,
  majorWork,
} from './major-maintenance-forms';
import type { ProcessContract } from './process';
import { SERVICE_STARTERS } from './service-starters';

const HALF_AN_HOUR = 0.5;

// It is worked on until it is solved, so nothing of it expires.
const toTheEnd = { isPastEnding: true } as const;

const steps: ProcessContract['steps'] = {
  staff: {
    title: { zh: '安排二线技术人员和专家', en: 'Assign second line and experts' },
    form: majorStaff,
    outcomes: { submit: { zh: '派工', en: 'Assign' } },
    isUrgent: true,
    ...toTheEnd,
  },
  meeting: { title: { zh: '召开技术会议', en: 'Hold the meeting' }, form: majorMeeting, isUrgent: true, ...toTheEnd },
  minutes: {
    title: { zh: '整理会议纪要', en: 'Write the minutes' },
    form: majorMinutes,
    outcomes: { submit: { zh: '发出纪要', en: 'Send them out' } },
    ...toTheEnd,
  },
  rebuild: {
    title: { zh: '搭建模拟测试环境（需要时）', en: 'Rebuild in a test environment (where needed)' },
    form: majorRebuild,
    outcomes: { submit: { zh: '记录', en: 'Record' } },
    limit: 'none',
    ...toTheEnd,
  },
  progress: {
    title: { zh: '填写处理进展', en: 'Write how it stands' },
    form: majorProgress,
    outcomes: { submit: { zh: '记录进展', en: 'Record' } },
    limit: 'none',
    ...toTheEnd,
  },
  work: {
    title: { zh: '现场处理', en: 'Solve it' },
    form: majorWork,
    outcomes: { submit: { zh: '处理完毕', en: 'Done' } },
    isUrgent: true,
    ...toTheEnd,
  },
  restaff: {
    title: { zh: '调整派工（需要时）', en: 'Assign people anew (where needed)' },
    form: majorStaff,
    outcomes: { submit: { zh: '重新派工', en: 'Assign' } },
    limit: 'none',
    ...toTheEnd,
  },
  'choose-way': {
    title: { zh: '暂时不能解决，决定后续处理', en: 'Not solved for now: decide how it goes on' },
    form: majorOtherWay,
    isUrgent: true,
    ...toTheEnd,
  },
  'write-report': { title: { zh: '编写整改报告', en: 'Write the report' }, form: majorReport, ...toTheEnd },
  confirm: {
    title: { zh: '用户确认处理结果', en: 'Confirm what came of it' },
    form: majorConfirmation,
    outcomes: {
      approve: { zh: '确认', en: 'Confirmed' },
      reject: { zh: '未解决，继续处理', en: 'Not solved, go on' },
    },
    isForCustomer: true,
    lapses: true,
    ...toTheEnd,
  },
};

/** 重大维护处理 [001 重大维护处理流程], as the outside sees it. */
export const majorMaintenanceProcess: ProcessContract = {
  type: 'major-maintenance',
  prefix: 'ZD',
  title: { zh: '重大维护处理', en: 'Major maintenance' },
  source: '001 重大维护处理流程',
  startForm: majorRequest,
  startRoles: SERVICE_STARTERS,
  stages: {
    staffing: { zh: '派工', en: 'Staffing' },
    meeting: { zh: '技术会议', en: 'Meeting' },
    work: { zh: '处理', en: 'Work' },
    'other-way': { zh: '寻找其他途径', en: 'Another way' },
    report: { zh: '整改报告', en: 'Report' },
    confirmation: { zh: '用户确认', en: 'Confirmation' },
    archive: { zh: '归档', en: 'Filing' },
  },
  noEndingFrom: 'archive',
  steps,
  olderForms: [],
  alarms: { 'progress-mail': { zh: '向客户通报进展', en: 'progress is told to the customer' } },
  works: {
    holders: { zh: '查找负责人', en: 'looking up who is responsible' },
    'end-of-day': { zh: '计算当天结束时间', en: 'finding when the day ends' },
    known: { zh: '查阅原故障', en: 'looking up the fault' },
    opening: { zh: '发起客户回访', en: 'opening the callback' },
  },
  documents: {
    dispatch: { zh: '派工单', en: 'Work order' },
    'meeting-minutes': { zh: '会议纪要', en: 'Minutes' },
    rectification: { zh: '整改报告', en: 'Report of rectification' },
    'fault-analysis': { zh: '故障原因分析及处理报告', en: 'Cause and handling of the fault' },
    'service-sheet': { zh: '技术服务单', en: 'Service sheet' },
  },
  policy: {
    deadlines: {
      staff: withinHours(HALF_AN_HOUR, 'tech-lead', 'maintenance-manager'),
      meeting: withinHours(2, 'project-manager'),
      // 会议纪要当天发出, at the latest when the day of the meeting ends.
      minutes: withinHours(8, 'project-manager'),
      work: withinHours(24, 'tech-lead'),
      'choose-way': withinHours(2, 'management', 'tech-lead'),
      'write-report': withinDays(1, 'project-manager'),
      confirm: {
        ...withinDays(3, 'account-manager'),
        ladder: [
          { atPercent: 40, does: 'remind' },
          { atPercent: 80, does: 'tell', to: 'account-manager' },
        ],
      },
    },
    signatures: { confirm: 'asked' },
    cancelRoles: ['project-manager', 'tech-lead', 'maintenance-manager', 'management', 'admin'],
    // How often the customer is told how it stands, until it is solved.
    amounts: { 'progress-hours': 4 },
  },
};
