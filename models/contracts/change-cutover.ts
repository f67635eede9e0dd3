import {
  changeAmendment,
  changeRequest,
  cutoverAudit,
  cutoverBackup,
  cutoverDocuments,
  cutoverHalt,
  cutoverOpinion,
  cutoverPlan,
  cutoverReport,
  cutoverResult,
  cutoverTest,
  cutoverUndoTrouble,
  cutoverUnrestored,
  cutoverUnsaved,
} from './change-cutover-forms';
import type { Deadline } from './policy';
import type { ProcessContract, StepContract } from './process';

const HOUR_IN_MS = 3_600_000;

type Told = 'project-manager' | 'maintenance-manager' | 'management';

/** Before the cutover: days of open time, a reminder at the half, then who leads is told; what nobody does ends the case. */
const before = (workingDays: number, told: Told): Deadline => ({
  workingDays,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: told },
    { atPercent: 1500, does: 'expire' },
  ],
});

/** After the cutover nothing ends the case but its end: management is told again of what nobody does. */
const afterwards = (workingDays: number, told: Told): Deadline => ({
  workingDays,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: told },
    { atPercent: 200, does: 'tell', to: 'management' },
  ],
});

/** In the window the clock on the wall counts; the maintenance manager is told of what is not done in time, then management. */
const atOnce = (budgetInMs: number): Deadline => ({
  budgetInMs,
  time: 'elapsed',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'maintenance-manager' },
    { atPercent: 200, does: 'tell', to: 'management' },
  ],
});

const opinion = { form: cutoverOpinion, isApproval: true } as const;
const inWindow = { isUrgent: true, isPastEnding: true } as const;
const late = { isPastEnding: true } as const;
const done: StepContract['outcomes'] = {
  approve: { zh: '已完成，检查通过', en: 'Done, and the check passed' },
  reject: { zh: '未完成或检查不通过', en: 'Not done, or the check failed' },
};

const tested: StepContract['outcomes'] = {
  approve: { zh: '测试通过', en: 'Passed' },
  reject: { zh: '测试不通过', en: 'Failed' },
};

const steps: ProcessContract['steps'] = {
  amend: {
    title: { zh: '补充修改申请', en: 'Amend the request' },
    form: changeAmendment,
    outcomes: { submit: { zh: '重新提交', en: 'Submit again' } },
    isForApplicant: true,
  },
  plan: {
    title: { zh: '编制割接计划', en: 'Write the cutover plan' },
    form: cutoverPlan,
    outcomes: { submit: { zh: '提交计划', en: 'Submit the plan' } },
    isForApplicant: true,
  },
  'clash-review': { title: { zh: '窗口冲突审批', en: 'Accept what the window clashes with' }, ...opinion },
  test: {
    title: { zh: '按计划测试', en: 'Test by the plan' },
    form: cutoverTest,
    outcomes: tested,
    isForApplicant: true,
  },
  'sign-off': { title: { zh: '测试结果会签', en: 'Sign-off of the tests' }, ...opinion, hasFixedPanel: true },
  'user-approval': { title: { zh: '用户负责人批准割接', en: "User lead's approval" }, ...opinion, isForCustomer: true },
  'emergency-go': { title: { zh: '紧急割接放行', en: 'Go of an emergency change' }, ...opinion, isUrgent: true },
  backup: {
    title: { zh: '备份程序及数据', en: 'Back up programs and data' },
    form: cutoverBackup,
    outcomes: {
      approve: { zh: '备份完成', en: 'Backed up' },
      reject: { zh: '备份未完成', en: 'Not backed up' },
    },
    ...inWindow,
  },
  execute: {
    title: { zh: '执行割接步骤', en: 'Do a step' },
    form: cutoverResult,
    outcomes: done,
    ...inWindow,
    limit: 'of-case',
  },
  verify: {
    title: { zh: '验证系统不受影响', en: 'Verify that the system is unharmed' },
    form: cutoverResult,
    outcomes: {
      approve: { zh: '系统正常', en: 'Unharmed' },
      reject: { zh: '系统受到影响', en: 'Harmed' },
    },
    ...inWindow,
  },
  watch: {
    title: { zh: '值守（发现问题时叫停）', en: 'Watch (call a halt)' },
    form: cutoverHalt,
    outcomes: { submit: { zh: '叫停', en: 'Call a halt' } },
    ...inWindow,
    limit: 'none',
  },
  observed: {
    title: { zh: '观察结论', en: 'What the observation showed' },
    form: cutoverResult,
    outcomes: {
      approve: { zh: '运行稳定', en: 'Stable' },
      reject: { zh: '发现问题', en: 'Trouble' },
    },
    ...late,
  },
  direction: {
    title: { zh: '决定继续或回退', en: 'Decide forward or back' },
    form: cutoverOpinion,
    outcomes: {
      approve: { zh: '继续割接', en: 'Forward' },
      reject: { zh: '回退', en: 'Back' },
    },
    ...inWindow,
  },
  'backup-before-undo': {
    title: { zh: '回退前备份数据', en: 'Back up the data before the roll-back' },
    form: cutoverBackup,
    outcomes: {
      approve: { zh: '备份完成', en: 'Backed up' },
      reject: { zh: '不能备份', en: 'Cannot be backed up' },
    },
    ...inWindow,
  },
  'backup-trouble': {
    title: { zh: '决定不能备份时是否继续回退', en: 'Decide on a roll-back without a backup' },
    form: cutoverUnsaved,
    ...inWindow,
  },
  undo: {
    title: { zh: '回退步骤', en: 'Undo a step' },
    form: cutoverResult,
    outcomes: {
      approve: { zh: '已回退并确认', en: 'Undone' },
      reject: { zh: '回退失败', en: 'The undo failed' },
    },
    ...inWindow,
    limit: 'of-case',
  },
  'undo-trouble': {
    title: { zh: '处置回退失败', en: 'Deal with a failed undo' },
    form: cutoverUndoTrouble,
    ...inWindow,
  },
  restore: {
    title: { zh: '恢复数据', en: 'Restore the data' },
    form: cutoverResult,
    outcomes: {
      approve: { zh: '已恢复并确认', en: 'Restored' },
      reject: { zh: '恢复失败', en: 'Restoring failed' },
    },
    ...inWindow,
  },
  'verify-restored': {
    title: { zh: '验证系统已恢复', en: 'Verify that the system is as before' },
    form: cutoverResult,
    outcomes: {
      approve: { zh: '已恢复正常', en: 'As before' },
      reject: { zh: '仍有问题', en: 'Not as before' },
    },
    ...inWindow,
  },
  'restore-trouble': {
    title: { zh: '处置恢复后仍有的问题', en: 'Deal with what is not as before' },
    form: cutoverUnrestored,
    ...inWindow,
  },
  report: {
    title: { zh: '编写割接报告', en: 'Write the cutover report' },
    form: cutoverReport,
    isForApplicant: true,
    ...late,
  },
  'report-receipt': {
    title: { zh: '签收割接报告', en: 'Sign for the report' },
    form: cutoverOpinion,
    outcomes: { submit: { zh: '签收', en: 'Sign for it' } },
    isForCustomer: true,
    ...late,
  },
  'late-test': {
    title: { zh: '紧急割接补做测试', en: 'Test afterwards' },
    form: cutoverTest,
    outcomes: tested,
    isForApplicant: true,
    ...late,
  },
  'late-sign-off': {
    title: { zh: '补做测试的结果会签', en: 'Sign-off of the tests afterwards' },
    ...opinion,
    ...late,
    hasFixedPanel: true,
  },
  'late-approval': {
    title: { zh: '用户负责人补批', en: "User lead's approval afterwards" },
    ...opinion,
    isForCustomer: true,
    ...late,
  },
  'update-documents': { title: { zh: '更新文档', en: 'Update the documents' }, form: cutoverDocuments, ...late },
  'document-approval': { title: { zh: '认可文档更新', en: 'Approve the update of documents' }, ...opinion, ...late },
  audit: {
    title: { zh: '回答审计问题', en: 'Answer a question of the audit' },
    form: cutoverAudit,
    outcomes: { submit: { zh: '回答', en: 'Answer' } },
    ...late,
  },
};

/** 变更割接 [002 §6.4.2], as the outside sees it. */
export const changeCutoverProcess: ProcessContract = {
  type: 'change-cutover',
  prefix: 'GJ',
  title: { zh: '变更割接', en: 'Change cutover' },
  source: '002 §6.4.2 软件管理审计',
  startForm: changeRequest,
  startRoles: [
    'engineer',
    'second-line',
    'resident-manager',
    'project-manager',
    'deputy-project-manager',
    'tech-lead',
    'ops-supervisor',
    'maintenance-manager',
    'development-lead',
  ],
  stages: {
    request: { zh: '变更申请', en: 'Request' },
    plan: { zh: '割接计划', en: 'Plan' },
    'clash-review': { zh: '窗口检查', en: 'Check of the window' },
    testing: { zh: '测试', en: 'Tests' },
    'sign-off': { zh: '测试结果会签', en: 'Sign-off' },
    gate: { zh: '割接批准', en: 'Approval' },
    window: { zh: '等待割接窗口', en: 'Until the window' },
    cutover: { zh: '割接', en: 'Cutover' },
    observation: { zh: '观察', en: 'Observation' },
    'roll-back': { zh: '回退', en: 'Roll-back' },
    report: { zh: '割接报告', en: 'Report' },
    'late-approval': { zh: '补办审批', en: 'Approval afterwards' },
    documents: { zh: '文档更新', en: 'Documents' },
    audit: { zh: '割接审计', en: 'Audit' },
    archive: { zh: '归档', en: 'Filing' },
  },
  noEndingFrom: 'cutover',
  steps,
  olderForms: [],
  alarms: {
    'window-check': { zh: '割接窗口开始前的再次检查', en: 'another look at what the window clashes with' },
    window: { zh: '割接窗口开始', en: 'the beginning of the window' },
    'window-warning': { zh: '割接窗口即将结束', en: 'the window is about to end' },
    'window-end': { zh: '割接窗口结束', en: 'the end of the window' },
    'observation-end': { zh: '观察期结束', en: 'the end of the observation' },
  },
  works: {
    clashes: { zh: '检查窗口冲突', en: 'looking for what the window clashes with' },
    known: { zh: '查阅所重复的变更', en: 'looking up the change that it repeats' },
  },
  documents: {
    'cutover-plan': { zh: '割接计划', en: 'Cutover plan' },
    'test-report': { zh: '测试报告', en: 'Test report' },
    'cutover-report': { zh: '割接报告', en: 'Cutover report' },
  },
  policy: {
    deadlines: {
      amend: before(5, 'project-manager'),
      plan: before(5, 'project-manager'),
      'clash-review': before(1, 'management'),
      test: before(10, 'project-manager'),
      'sign-off': before(2, 'management'),
      'user-approval': before(2, 'project-manager'),
      'emergency-go': {
        ...atOnce(HOUR_IN_MS),
        ladder: [...atOnce(HOUR_IN_MS).ladder, { atPercent: 4800, does: 'expire' }],
      },
      backup: atOnce(2 * HOUR_IN_MS),
      verify: atOnce(HOUR_IN_MS),
      direction: atOnce(HOUR_IN_MS / 2),
      'backup-before-undo': atOnce(HOUR_IN_MS),
      'backup-trouble': atOnce(HOUR_IN_MS / 2),
      'undo-trouble': atOnce(HOUR_IN_MS / 2),
      'restore-trouble': atOnce(HOUR_IN_MS / 2),
      restore: atOnce(2 * HOUR_IN_MS),
      'verify-restored': atOnce(HOUR_IN_MS),
      observed: afterwards(1, 'maintenance-manager'),
      report: afterwards(2, 'project-manager'),
      'report-receipt': afterwards(3, 'project-manager'),
      'late-test': afterwards(2, 'project-manager'),
      // 先实施后补批: what was not approved before has to be soon.
      'late-sign-off': afterwards(1, 'management'),
      'late-approval': afterwards(2, 'management'),
      'update-documents': afterwards(5, 'maintenance-manager'),
      'document-approval': afterwards(2, 'management'),
      audit: afterwards(5, 'management'),
    },
    signatures: { 'user-approval': 'asked', 'report-receipt': 'asked', 'late-approval': 'asked' },
    cancelRoles: ['project-manager', 'maintenance-manager', 'admin'],
    // How long before its end the window's end is announced, and how long before its beginning it is looked at again.
    amounts: { 'warn-minutes-before-end': 15, 'check-hours-before-window': 24 },
  },
};
