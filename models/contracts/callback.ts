import {
  callbackAnswer,
  callbackAskedAgain,
  callbackAttempt,
  callbackCheck,
  callbackEvidence,
  callbackFollow,
  callbackFollowFault,
  callbackMeasures,
  callbackRequest,
  callbackSurvey,
  callbackVerification,
  type CallbackRequest,
} from './callback-forms';
import { withinDays } from './deadlines';
import type { ProcessContract } from './process';
import { SERVICE_STARTERS } from './service-starters';

// Who was served is asked, and what they say is followed, to the end; so nothing of it expires.
const toTheEnd = { isPastEnding: true } as const;

const attempted = {
  form: callbackAttempt,
  outcomes: { approve: { zh: '已联系上', en: 'Reached' }, reject: { zh: '未联系上', en: 'Not reached' } },
  ...toTheEnd,
} as const;

const steps: ProcessContract['steps'] = {
  attempt: { title: { zh: '回访客户', en: 'Call the customer back' }, ...attempted },
  'last-attempt': { title: { zh: '大客户经理回访客户', en: 'The account manager calls back' }, ...attempted },
  survey: {
    title: { zh: '填写回访登记表', en: 'Fill in the questionnaire' },
    form: callbackSurvey,
    outcomes: {
      submit: { zh: '登记', en: 'Register' },
      reject: { zh: '客户暂不便答复', en: 'They could not answer now' },
    },
    ...toTheEnd,
  },
  follow: { title: { zh: '决定不满意的处理', en: 'Decide what follows' }, form: callbackFollow, ...toTheEnd },
  'follow-fault': {
    title: { zh: '决定不满意的处理', en: 'Decide what follows' },
    form: callbackFollowFault,
    ...toTheEnd,
  },
  measures: {
    title: { zh: '制定纠正和预防措施', en: 'Set the measures' },
    form: callbackMeasures,
    outcomes: { submit: { zh: '签发通知单', en: 'Issue the notice' } },
    ...toTheEnd,
  },
  'carry-out': {
    title: { zh: '落实措施', en: 'Carry out a measure' },
    form: callbackEvidence,
    outcomes: { submit: { zh: '已完成', en: 'Done' } },
    limit: 'of-case',
    ...toTheEnd,
  },
  'verify-measure': {
    title: { zh: '验证措施', en: 'Verify a measure' },
    form: callbackVerification,
    outcomes: {
      approve: { zh: '验证通过', en: 'Verified' },
      reject: { zh: '验证不通过', en: 'Not verified' },
    },
    ...toTheEnd,
  },
  answer: {
    title: { zh: '答复客户', en: 'Answer the customer' },
    form: callbackAnswer,
    outcomes: { submit: { zh: '答复', en: 'Answer' } },
    ...toTheEnd,
  },
  'ask-again': {
    title: { zh: '询问客户现在是否满意', en: 'Ask whether they are satisfied now' },
    form: callbackAskedAgain,
    outcomes: { submit: { zh: '登记', en: 'Register' } },
    ...toTheEnd,
  },
  'qa-check': {
    title: { zh: '抽查单据真实性和满意度', en: 'Check that it is true' },
    form: callbackCheck,
    outcomes: { submit: { zh: '核实完毕', en: 'Checked' } },
    ...toTheEnd,
  },
};

/** 客户回访 [001 回访处理流程, 002 §5.3], as the outside sees it. */
export const callbackProcess: ProcessContract = {
  type: 'callback',
  prefix: 'HF',
  title: { zh: '客户回访', en: 'Callback' },
  source: '001 回访处理流程',
  startForm: callbackRequest,
  startRoles: SERVICE_STARTERS,
  stages: {
    attempts: { zh: '联系客户', en: 'Reaching the customer' },
    survey: { zh: '回访登记', en: 'Questionnaire' },
    follow: { zh: '不满意的处理', en: 'What follows' },
    linked: { zh: '转办', en: 'Handed on' },
    measures: { zh: '制定措施', en: 'Measures' },
    execution: { zh: '落实和验证措施', en: 'Carrying out and verifying' },
    answer: { zh: '答复客户', en: 'Answering the customer' },
    check: { zh: '质控抽查', en: "QA's sample" },
    archive: { zh: '归档', en: 'Filing' },
  },
  noEndingFrom: 'follow',
  noWithdrawalFrom: 'attempts',
  noEndingBy: (request) => (request as CallbackRequest).workers?.map(({ person }) => person) ?? [],
  steps,
  olderForms: [],
  alarms: { 'next-attempt': { zh: '下次联系客户', en: 'the next attempt' } },
  works: {
    holders: { zh: '查找负责人', en: 'looking up who is responsible' },
    opening: { zh: '发起后续流程', en: 'opening what follows' },
    'open-time': { zh: '计算下次联系时间', en: 'counting when to try next' },
    reopening: { zh: '核对能否重新打开故障', en: 'looking whether the fault may be reopened' },
    known: { zh: '查阅原故障', en: 'looking up the fault' },
  },
  documents: {
    'callback-register': { zh: '回访登记表', en: 'Register of a callback' },
    'measures-notice': { zh: '纠正预防措施通知单', en: 'Notice of corrective and preventive measures' },
    'callback-report': { zh: '回访报告', en: 'Report on a callback' },
  },
  policy: {
    deadlines: {
      attempt: withinDays(1, 'project-manager'),
      'last-attempt': withinDays(2, 'project-manager'),
      survey: withinDays(1, 'project-manager'),
      follow: withinDays(1, 'account-manager'),
      'follow-fault': withinDays(1, 'account-manager'),
      measures: withinDays(1, 'account-manager'),
      'verify-measure': withinDays(2, 'account-manager'),
      answer: withinDays(1, 'account-manager'),
      'ask-again': withinDays(2, 'project-manager'),
      'qa-check': withinDays(5, 'management'),
    },
    cancelRoles: ['project-manager', 'account-manager', 'management', 'admin'],
    amounts: {
      // How often the customer is tried before the account manager is asked, and how many open hours lie between.
      attempts: 3,
      'hours-between': 4,
      // Under so many percent of full satisfaction something follows; the company's aim over all is another figure.
      'threshold-percent': 80,
      'aim-percent': 95,
      'qa-sample-percent': 10,
      // How many days may pass without a callback, by the type of the customer; 0: none is opened by itself.
      'core-days': 0,
      'non-core-days': 0,
      // By which means those are: 1 phone, 2 on site, 3 mail.
      'core-means': 2,
      'non-core-means': 1,
    },
  },
};
