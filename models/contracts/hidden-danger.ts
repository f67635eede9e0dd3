import { withinDays, withinOpenHours } from './deadlines';
import {
  dangerEvidence,
  dangerJudgement,
  dangerMajor,
  dangerMeasures,
  dangerRequest,
  dangerVerification,
} from './hidden-danger-forms';
import type { ProcessContract } from './process';
import { SERVICE_STARTERS } from './service-starters';

// 若不加以重视，最终极有可能造成严重的后果: a danger is followed to its end, so nothing of it expires.
const toTheEnd = { isPastEnding: true } as const;

const steps: ProcessContract['steps'] = {
  judge: {
    title: { zh: '判明隐患影响程度', en: 'Judge the danger' },
    form: dangerJudgement,
    ...toTheEnd,
  },
  'open-major': {
    title: { zh: '转重大维护处理', en: 'Hand it to major maintenance' },
    form: dangerMajor,
    outcomes: { submit: { zh: '发起', en: 'Open' } },
    isUrgent: true,
    ...toTheEnd,
  },
  measures: { title: { zh: '制定措施', en: 'Set the measures' }, form: dangerMeasures, ...toTheEnd },
  'carry-out': {
    title: { zh: '落实措施', en: 'Carry out a measure' },
    form: dangerEvidence,
    outcomes: { submit: { zh: '已完成', en: 'Done' } },
    limit: 'of-case',
    ...toTheEnd,
  },
  'verify-measure': {
    title: { zh: '验证措施', en: 'Verify a measure' },
    form: dangerVerification,
    outcomes: {
      approve: { zh: '验证通过', en: 'Verified' },
      reject: { zh: '验证不通过', en: 'Not verified' },
    },
    ...toTheEnd,
  },
};

/** 隐患处理 [001 隐患处理流程], as the outside sees it. */
export const hiddenDangerProcess: ProcessContract = {
  type: 'hidden-danger',
  prefix: 'YH',
  title: { zh: '隐患处理', en: 'Hidden danger' },
  source: '001 隐患处理流程',
  startForm: dangerRequest,
  startRoles: SERVICE_STARTERS,
  stages: {
    report: { zh: '隐患报告', en: 'Report' },
    judgement: { zh: '隐患分析', en: 'Judgement' },
    major: { zh: '重大维护处理', en: 'Major maintenance' },
    measures: { zh: '制定措施', en: 'Measures' },
    execution: { zh: '落实和验证措施', en: 'Carrying out and verifying' },
    archive: { zh: '归档', en: 'Filing' },
  },
  noEndingFrom: 'archive',
  noWithdrawalFrom: 'judgement',
  steps,
  olderForms: [],
  works: {
    holders: { zh: '查找负责人', en: 'looking up who is responsible' },
    opening: { zh: '发起重大维护处理', en: 'opening the major maintenance' },
  },
  documents: {
    'danger-report': { zh: '系统隐患报告', en: 'Report of a hidden danger' },
    'danger-analysis': { zh: '系统隐患分析报告', en: 'Analysis of a hidden danger' },
  },
  policy: {
    deadlines: {
      judge: withinDays(1, 'tech-lead', 'maintenance-manager'),
      'open-major': withinOpenHours(1, 'tech-lead', 'maintenance-manager'),
      measures: withinDays(1, 'maintenance-manager', 'tech-lead'),
      'verify-measure': withinDays(2, 'tech-lead'),
    },
    cancelRoles: ['project-manager', 'tech-lead', 'maintenance-manager', 'management', 'admin'],
    amounts: {},
  },
};
