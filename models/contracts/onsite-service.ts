import {
  onsiteAcceptance,
  onsiteArrival,
  onsiteDeparture,
  onsiteObservation,
  onsiteOrder,
  onsiteRequest,
  onsiteReturn,
  onsiteSignature,
  onsiteWork,
} from './onsite-service-forms';
import type { Deadline } from './policy';
import type { ProcessContract } from './process';

const MINUTE_IN_MS = 60_000;

/** By the clock on the wall, since who waits there does so at any hour. */
const withinMinutes = (minutes: number): Deadline => ({
  budgetInMs: minutes * MINUTE_IN_MS,
  time: 'elapsed',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'project-manager' },
    { atPercent: 200, does: 'tell', to: 'tech-lead' },
  ],
});

const withinDays = (workingDays: number): Deadline => ({
  workingDays,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'project-manager' },
    { atPercent: 300, does: 'tell', to: 'management' },
  ],
});

const there = { isPastEnding: true } as const;
const submit = (zh: string, en: string) => ({ submit: { zh, en } });

const steps: ProcessContract['steps'] = {
  order: {
    title: { zh: '派工', en: 'Give the work order' },
    form: onsiteOrder,
    outcomes: submit('派工', 'Give it'),
    isUrgent: true,
    ...there,
  },
  accept: {
    title: { zh: '确认派工', en: 'Confirm the work order' },
    form: onsiteAcceptance,
    outcomes: {
      approve: { zh: '接受', en: 'Accept' },
      reject: { zh: '不能前往', en: 'Cannot go' },
    },
    isUrgent: true,
    ...there,
  },
  depart: {
    title: { zh: '外出登记', en: 'Depart' },
    form: onsiteDeparture,
    outcomes: {
      approve: { zh: '出发', en: 'Leave' },
      reject: { zh: '不能前往', en: 'Cannot go' },
    },
    isUrgent: true,
    ...there,
  },
  arrive: {
    title: { zh: '到场', en: 'Arrive' },
    form: onsiteArrival,
    outcomes: submit('已到场', 'Arrived'),
    limit: 'of-case',
    isUrgent: true,
    ...there,
  },
  work: { title: { zh: '现场处理', en: 'Work on site' }, form: onsiteWork, ...there },
  observe: {
    title: { zh: '现场观察', en: 'Observe' },
    form: onsiteObservation,
    outcomes: submit('用户同意离场', 'The user consents that they leave'),
    ...there,
  },
  sign: {
    title: { zh: '签字确认现场技术服务报告', en: 'Sign the report' },
    form: onsiteSignature,
    outcomes: {
      approve: { zh: '确认', en: 'Confirm' },
      reject: { zh: '不认可', en: 'Do not confirm' },
    },
    isForCustomer: true,
    lapses: true,
    ...there,
  },
  return: {
    title: { zh: '返回登记', en: 'Return' },
    form: onsiteReturn,
    outcomes: submit('已返回', 'Back'),
    ...there,
  },
};

/** 现场处理 [001 服务准备流程、现场处理流程], as the outside sees it. */
export const onsiteServiceProcess: ProcessContract = {
  type: 'onsite-service',
  prefix: 'XC',
  title: { zh: '现场服务', en: 'On-site service' },
  source: '001 服务准备流程、现场处理流程',
  startForm: onsiteRequest,
  startRoles: [
    'service-desk',
    'engineer',
    'second-line',
    'resident-manager',
    'project-manager',
    'deputy-project-manager',
    'tech-lead',
    'coordinator',
    'ops-supervisor',
    'maintenance-manager',
  ],
  stages: {
    preparation: { zh: '服务准备', en: 'Preparation' },
    travel: { zh: '前往', en: 'Travel' },
    work: { zh: '现场处理', en: 'Work on site' },
    observation: { zh: '现场观察', en: 'Observation' },
    signature: { zh: '用户签字', en: 'Signature' },
    return: { zh: '返回', en: 'Return' },
    archive: { zh: '归档', en: 'Filing' },
  },
  noEndingFrom: 'work',
  steps,
  olderForms: [],
  works: {
    holders: { zh: '查找签字人', en: 'looking up who signs' },
    opening: { zh: '发起关联流程', en: 'opening a linked case' },
  },
  clocks: { arrival: { zh: '到场时限', en: 'Limit of arrival' } },
  documents: {
    'work-order': { zh: '派工单', en: 'Work order' },
    'departure-register': { zh: '外出登记表', en: 'Register of departures' },
    'system-test': { zh: '系统检测报告', en: 'Report of the tests' },
    'service-report': { zh: '现场技术服务报告', en: 'On-site service report' },
    'service-sheet': { zh: '技术服务单', en: 'Service sheet' },
  },
  policy: {
    deadlines: {
      order: withinMinutes(30),
      accept: withinMinutes(30),
      depart: withinMinutes(120),
      work: withinMinutes(480),
      observe: withinMinutes(480),
      sign: {
        ...withinDays(2),
        ladder: [
          { atPercent: 40, does: 'remind' },
          { atPercent: 80, does: 'tell', to: 'project-manager' },
        ],
      },
      return: withinDays(1),
    },
    caseDeadlines: {
      arrival: {
        ...withinMinutes(24 * 60),
        ladder: [
          { atPercent: 75, does: 'tell', to: 'project-manager' },
          { atPercent: 100, does: 'tell', to: 'tech-lead' },
        ],
      },
    },
    signatures: { sign: 'asked' },
    cancelRoles: ['service-desk', 'project-manager', 'admin'],
    amounts: {},
  },
};
