import { issueAt } from '../faults';
import {
  attachments,
  caseReference,
  checklist,
  choice,
  customer,
  device,
  instant,
  number,
  optional,
  person,
  signature,
  table,
  text,
} from './fields';
import { form, type FormValues } from './form';

const STAFF = { among: 'staff' } as const;
const long = { multiline: true, max: 4000 } as const;

/** Standard changes repeat one that was approved before; emergency changes are approved afterwards, with a deadline. */
const kind = choice(
  { zh: '变更类型', en: 'Kind of change' },
  {
    standard: { zh: '标准变更（重复已批准的变更）', en: 'Standard (repeats an approved one)' },
    normal: { zh: '一般变更', en: 'Normal' },
    emergency: { zh: '紧急变更（先实施，后补批）', en: 'Emergency (approved afterwards)' },
  },
);

const analysis = {
  title: text({ zh: '变更名称', en: 'Change' }, { max: 100 }),
  devices: optional(table({ zh: '涉及设备', en: 'Devices' }, { device: device({ zh: '设备', en: 'Device' }) }, 50)),
  system: text({ zh: '业务系统', en: 'Business system' }, { max: 100 }),
  reason: text({ zh: '变更原因', en: 'Why it is needed' }, long),
  content: text({ zh: '修改内容', en: 'What is modified' }, long),
  reach: text({ zh: '影响范围分析', en: 'Analysis of its reach' }, long),
  risk: choice(
    { zh: '风险', en: 'Risk' },
    { low: { zh: '低', en: 'Low' }, middle: { zh: '中', en: 'Middle' }, high: { zh: '高', en: 'High' } },
  ),
  model: optional(
    caseReference({ zh: '所重复的变更（标准变更必填）', en: 'The change that it repeats (standard ones)' }),
  ),
  origin: optional(caseReference({ zh: '来源流程', en: 'The case it comes from' })),
  files: optional(attachments({ zh: '附件', en: 'Files' })),
};

/** The request, with the analysis of the change and its reach, before anything is modified [002 §6.4.2 变更 3]. */
export const changeRequest = form(
  'cutover.request',
  1,
  { zh: '变更申请', en: 'Change request' },
  { customer: customer({ zh: '客户', en: 'Customer' }), kind, ...analysis },
);

/** The request again, after it was sent back; customer and kind stay. */
export const changeAmendment = form(
  'cutover.amendment',
  1,
  { zh: '补充修改变更申请', en: 'Amend the request' },
  analysis,
);

const MOST_STEPS = 50;
const MINUTE_IN_MS = 60_000;
const DAY_IN_MS = 86_400_000;
/** The longest window of a cutover. */
export const LONGEST_CUTOVER_IN_DAYS = 31;
/** The longest that a cutover is observed afterwards. */
export const LONGEST_OBSERVATION_IN_DAYS = 30;

/** 割接计划: what is done step by step, how each is undone and checked, when, and who watches. */
export const cutoverPlan = form(
  'cutover.plan',
  1,
  { zh: '割接计划', en: 'Cutover plan' },
  {
    from: instant({ zh: '割接窗口开始', en: 'Window from' }, { earliest: 'now' }),
    to: instant({ zh: '割接窗口结束', en: 'Window to' }, { earliest: 'now' }),
    steps: table(
      { zh: '割接步骤', en: 'Steps' },
      {
        action: text({ zh: '操作', en: 'Action' }, { max: 500 }),
        check: text({ zh: '检查方法', en: 'Check' }, { max: 500 }),
        undo: text({ zh: '回退操作', en: 'Undo' }, { max: 500 }),
        minutes: number({ zh: '时限（分钟）', en: 'Limit (minutes)' }, '', { min: 0.1, max: 10_080 }),
        by: person({ zh: '操作人', en: 'Done by' }, STAFF),
      },
      MOST_STEPS,
    ),
    noReturnAfter: optional(
      number({ zh: '第几步之后不可回退（不填则始终可回退）', en: 'Point of no return after step' }, '', {
        min: 1,
        max: MOST_STEPS,
      }),
    ),
    backup: text({ zh: '程序及数据备份方案', en: 'Backup of programs and data' }, long),
    backupBy: person({ zh: '备份人', en: 'Backed up by' }, STAFF),
    triggers: text({ zh: '回退条件', en: 'When it is rolled back' }, long),
    watch: person({ zh: '值守人', en: 'On watch' }, STAFF),
    observationHours: number({ zh: '割接后观察（小时）', en: 'Observation (hours)' }, '', {
      min: 0,
      max: LONGEST_OBSERVATION_IN_DAYS * 24,
    }),
    tests: table(
      { zh: '测试计划', en: 'Test plan' },
      {
        subject: text({ zh: '测试项目', en: 'What is tested' }, { max: 200 }),
        expected: text({ zh: '预期结果', en: 'Expected' }, { max: 500 }),
      },
      100,
    ),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
  },
  ({ value, issues }) => {
    const { from, to, steps, noReturnAfter } = value;
    const windowInMs = Date.parse(to) - Date.parse(from);
    if (windowInMs <= 0) issues.push({ ...issueAt(['to'], 'window-empty'), input: to });
    if (windowInMs > LONGEST_CUTOVER_IN_DAYS * DAY_IN_MS)
      issues.push({ ...issueAt(['to'], 'window-too-long', { most: LONGEST_CUTOVER_IN_DAYS }), input: to });
    const neededInMs = steps.reduce((sum, { minutes }) => sum + minutes * MINUTE_IN_MS, 0);
    if (windowInMs > 0 && neededInMs > windowInMs)
      issues.push({ ...issueAt(['steps'], 'steps-too-long'), input: steps });
    if (noReturnAfter !== undefined && (noReturnAfter > steps.length || !Number.isInteger(noReturnAfter)))
      issues.push({ ...issueAt(['noReturnAfter'], 'no-such-cutover-step'), input: noReturnAfter });
  },
);

/** How the tests of the plan went, and which users took part [002 §6.4.2 割接上线 1–3, 5]. */
export const cutoverTest = form(
  'cutover.test',
  1,
  { zh: '测试记录', en: 'Tests' },
  {
    results: table(
      { zh: '测试结果', en: 'Results' },
      {
        subject: text({ zh: '测试项目', en: 'What was tested' }, { max: 200 }),
        expected: text({ zh: '预期结果', en: 'Expected' }, { max: 500 }),
        actual: text({ zh: '实际结果', en: 'Actual' }, { max: 500 }),
        result: choice(
          { zh: '结论', en: 'Result' },
          { passed: { zh: '通过', en: 'Passed' }, failed: { zh: '未通过', en: 'Failed' } },
        ),
      },
      100,
    ),
    users: optional(text({ zh: '参加测试的用户', en: 'Users who took part' }, { max: 500 })),
    depth: choice(
      { zh: '测试程度', en: 'Thoroughness' },
      {
        'as-new': { zh: '与新开发程序同等程度', en: 'As for new software' },
        less: { zh: '低于新开发程序', en: 'Less than for new software' },
      },
    ),
    remark: optional(text({ zh: '说明', en: 'Remark' }, long)),
    files: optional(attachments({ zh: '测试材料', en: 'Files' })),
    signature: signature({ zh: '测试人', en: 'Tested by' }),
  },
);

/** An opinion of an approver; the comment of the decision carries the words. */
export const cutoverOpinion = form(
  'cutover.opinion',
  1,
  { zh: '审批意见', en: 'Opinion' },
  { signature: signature({ zh: '签字', en: 'Signature' }) },
);

/** Programs and data are backed up: where, and that they can be restored. */
export const cutoverBackup = form(
  'cutover.backup',
  1,
  { zh: '备份确认', en: 'Backup' },
  {
    programs: text({ zh: '程序备份位置', en: 'Programs are at' }, { max: 500 }),
    data: text({ zh: '数据备份位置', en: 'Data are at' }, { max: 500 }),
    checks: checklist(
      { zh: '确认事项', en: 'Confirmed' },
      {
        complete: { zh: '备份完整', en: 'The backup is complete' },
        restorable: { zh: '已验证可以恢复', en: 'It was verified that it can be restored' },
      },
    ),
    files: optional(attachments({ zh: '备份记录', en: 'Files' })),
    signature: signature({ zh: '备份人', en: 'Backed up by' }),
  },
);

/** What came of an action: a step, its undo, a restoring, a check. */
export const cutoverResult = form(
  'cutover.result',
  1,
  { zh: '执行结果', en: 'Result' },
  {
    result: text({ zh: '检查结果', en: 'What the check showed' }, { multiline: true, max: 2000 }),
    files: optional(attachments({ zh: '记录', en: 'Files' })),
    signature: signature({ zh: '确认人', en: 'Confirmed by' }),
  },
);

/** Who is on watch calls a halt. */
export const cutoverHalt = form(
  'cutover.halt',
  1,
  { zh: '叫停', en: 'Halt' },
  { reason: text({ zh: '发现的问题', en: 'What is wrong' }, { multiline: true, max: 2000 }) },
);

/** What becomes of an undo that failed. */
export const cutoverUndoTrouble = form(
  'cutover.undo-trouble',
  1,
  { zh: '回退失败处置', en: 'A failed undo' },
  {
    way: choice(
      { zh: '处置', en: 'What is to be done' },
      {
        again: { zh: '再次执行回退', en: 'It is tried again' },
        otherwise: { zh: '已用其他办法恢复', en: 'It was put right in another way' },
      },
    ),
    how: text({ zh: '说明', en: 'How' }, long),
    signature: signature({ zh: '签字', en: 'Signature' }),
  },
);

/** What becomes of a roll-back before which the data cannot be backed up. */
export const cutoverUnsaved = form(
  'cutover.unsaved',
  1,
  { zh: '回退前不能备份的处置', en: 'Data that cannot be backed up' },
  {
    way: choice(
      { zh: '处置', en: 'What is to be done' },
      {
        again: { zh: '再次备份', en: 'The backup is tried again' },
        without: { zh: '不备份，继续回退', en: 'The roll-back goes on without it' },
      },
    ),
    how: text({ zh: '说明', en: 'Why' }, long),
    signature: signature({ zh: '签字', en: 'Signature' }),
  },
);

/** What is done where the system is not as before though all was undone; it is verified again in any case. */
export const cutoverUnrestored = form(
  'cutover.unrestored',
  1,
  { zh: '恢复后仍有问题的处置', en: 'Not as before' },
  {
    way: choice(
      { zh: '处置', en: 'What is to be done' },
      {
        restore: { zh: '再次恢复数据', en: 'The data are restored again' },
        undo: { zh: '再次回退某一步', en: 'A step is undone again' },
        otherwise: { zh: '已用其他办法恢复', en: 'It was put right in another way' },
      },
    ),
    step: optional(number({ zh: '再次回退第几步', en: 'Which step' }, '', { min: 1, max: MOST_STEPS })),
    how: text({ zh: '说明', en: 'How' }, long),
    signature: signature({ zh: '签字', en: 'Signature' }),
  },
  ({ value, issues }) => {
    const { way, step } = value;
    if ((way === 'undo') !== (step !== undefined)) issues.push({ ...issueAt(['step'], 'step-to-undo'), input: step });
  },
);

/** 割接报告, as it is written; what was done when is taken from the case. */
export const cutoverReport = form(
  'cutover.report',
  1,
  { zh: '割接报告', en: 'Cutover report' },
  {
    summary: text({ zh: '割接情况', en: 'How it went' }, long),
    problems: optional(text({ zh: '问题及处理', en: 'Problems, and what was done about them' }, long)),
    state: text({ zh: '系统现状', en: 'How the system stands now' }, long),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
    signature: signature({ zh: '报告人', en: 'Reported by' }),
  },
);

/** The documents that changed with the system, each with its record of the update [002 §6.4.4 文档管理 3]. */
export const cutoverDocuments = form(
  'cutover.documents',
  1,
  { zh: '文档更新', en: 'Update of documents' },
  {
    documents: optional(
      table(
        { zh: '更新的文档', en: 'Updated' },
        {
          name: text({ zh: '文档', en: 'Document' }, { max: 200 }),
          version: text({ zh: '版本', en: 'Version' }, { max: 50 }),
          change: text({ zh: '更新内容', en: 'What changed' }, { max: 1000 }),
        },
        50,
      ),
    ),
    none: optional(text({ zh: '无需更新的理由', en: 'Why none needs an update' }, { multiline: true, max: 1000 })),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
  },
  ({ value, issues }) => {
    if ((value.documents === undefined) === (value.none === undefined))
      issues.push({ ...issueAt(['documents'], 'documents-or-none'), input: value.documents });
  },
);

/** QA answers a question of the audit that no record can [002 §6.4.2]. */
export const cutoverAudit = form(
  'cutover.audit',
  1,
  { zh: '审计回答', en: 'Answer of the audit' },
  {
    answer: choice(
      { zh: '回答', en: 'Answer' },
      {
        yes: { zh: '是', en: 'Yes' },
        no: { zh: '否', en: 'No' },
        'not-applicable': { zh: '不适用', en: 'Does not apply' },
      },
    ),
    basis: text({ zh: '依据', en: 'Basis' }, { multiline: true, max: 2000 }),
    signature: signature({ zh: '审计人', en: 'Audited by' }),
  },
);

export type ChangeRequest = FormValues<typeof changeRequest>;
export type ChangeAmendment = FormValues<typeof changeAmendment>;
export type CutoverPlan = FormValues<typeof cutoverPlan>;
export type CutoverTest = FormValues<typeof cutoverTest>;
export type CutoverUndoTrouble = FormValues<typeof cutoverUndoTrouble>;
export type CutoverUnsaved = FormValues<typeof cutoverUnsaved>;
export type CutoverUnrestored = FormValues<typeof cutoverUnrestored>;
export type CutoverReport = FormValues<typeof cutoverReport>;
export type CutoverDocuments = FormValues<typeof cutoverDocuments>;
export type CutoverAudit = FormValues<typeof cutoverAudit>;
