import { attachments, checklist, choice, date, device, money, optional, signature, text } from './fields';
import { form, type FormValues } from './form';
import type { Deadline } from './policy';
import type { ProcessContract } from './process';

const evidence = {
  reason: text({ zh: '不能修理的原因', en: 'Why it cannot be repaired' }, { multiline: true, max: 2000 }),
  evidenceKind: choice(
    { zh: '依据', en: 'Evidence' },
    {
      'test-report': { zh: '检测报告', en: 'Test report' },
      'repair-record': { zh: '送修记录', en: 'Repair record' },
      'maker-statement': { zh: '厂商鉴定意见', en: "Maker's statement" },
    },
  ),
  evidence: attachments({ zh: '证明材料', en: 'Evidence files' }, { min: 1, max: 10 }),
  valueInYuan: money({ zh: '设备原值（元）', en: 'Original value (yuan)' }),
  remark: optional(text({ zh: '备注', en: 'Remark' }, { multiline: true, max: 2000 })),
};

/** The request: which device, why it cannot be repaired, and what proves it. */
export const scrapRequest = form(
  'scrap.request',
  1,
  { zh: '设备报废申请', en: 'Equipment scrap request' },
  {
    device: device({ zh: '设备', en: 'Device' }),
    ...evidence,
  },
);

/** The request again, after it was sent back; the device stays. */
export const scrapAmendment = form(
  'scrap.amendment',
  1,
  { zh: '补充修改报废申请', en: 'Amend the scrap request' },
  evidence,
);

/** The competent department signs for the device. */
export const scrapReceipt = form(
  'scrap.receipt',
  1,
  { zh: '设备交回签收', en: 'Receipt of the device' },
  {
    receivedOn: date({ zh: '交回日期', en: 'Received on' }, { latest: 'today' }),
    place: text({ zh: '存放地点', en: 'Kept at' }, { max: 200 }),
    condition: text(
      { zh: '设备及附件状况', en: 'Condition of device and accessories' },
      { multiline: true, max: 1000 },
    ),
    signature: signature({ zh: '签收人', en: 'Received by' }),
  },
);

/** An opinion of an approver; the comment of the decision carries the words. */
export const scrapOpinion = form(
  'scrap.opinion',
  1,
  { zh: '审批意见', en: 'Opinion' },
  {
    signature: signature({ zh: '签字', en: 'Signature' }),
  },
);

/** How the data were wiped, and by whom. */
export const scrapWipe = form(
  'scrap.wipe',
  1,
  { zh: '数据清除', en: 'Wiping of data' },
  {
    method: choice(
      { zh: '清除方式', en: 'Method' },
      {
        overwrite: { zh: '多次覆写', en: 'Overwritten' },
        degauss: { zh: '消磁', en: 'Degaussed' },
        destroy: { zh: '物理销毁', en: 'Physically destroyed' },
        'no-storage': { zh: '无存储介质', en: 'No storage medium' },
      },
    ),
    wipedBy: text({ zh: '清除人', en: 'Wiped by' }, { max: 100 }),
    wipedOn: date({ zh: '清除日期', en: 'Wiped on' }, { latest: 'today' }),
    checks: checklist(
      { zh: '确认事项', en: 'Confirmed' },
      {
        backedUp: { zh: '需保留的数据已备份并移交', en: 'Data to be kept were backed up and handed over' },
        unreadable: { zh: '已验证数据不可恢复', en: 'Verified that the data cannot be recovered' },
      },
    ),
    remark: optional(text({ zh: '说明', en: 'Remark' }, { multiline: true, max: 2000 })),
    signature: signature({ zh: '清除人签字', en: 'Signature' }),
  },
);

export type ScrapRequest = FormValues<typeof scrapRequest>;
export type ScrapAmendment = FormValues<typeof scrapAmendment>;
export type ScrapReceipt = FormValues<typeof scrapReceipt>;
export type ScrapWipe = FormValues<typeof scrapWipe>;

const approvalDeadline: Deadline = {
  workingDays: 2,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'management' },
    { atPercent: 1500, does: 'expire' },
  ],
};

const workDeadline: Deadline = {
  workingDays: 5,
  time: 'open',
  ladder: [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'project-manager' },
    { atPercent: 600, does: 'expire' },
  ],
};

// The document sets no limit for the whole; ours reminds, and tells who leads, and ends nothing.
const overallDeadline: Deadline = {
  workingDays: 20,
  time: 'open',
  ladder: [
    { atPercent: 75, does: 'remind' },
    { atPercent: 100, does: 'tell', to: 'project-manager' },
    { atPercent: 150, does: 'tell', to: 'management' },
  ],
};

/** 设备报废审批 [001 设备报废审批流程], as the outside sees it. */
export const scrapProcess: ProcessContract = {
  type: 'scrap',
  prefix: 'BF',
  title: { zh: '设备报废审批', en: 'Equipment scrap approval' },
  source: '001 设备报废审批流程',
  startForm: scrapRequest,
  startRoles: ['engineer', 'resident-manager', 'project-manager', 'deputy-project-manager'],
  stages: {
    register: { zh: '登记', en: 'Registration' },
    'hand-back': { zh: '交回主管部门', en: 'Hand-back' },
    'manager-review': { zh: '项目经理审批', en: "Project manager's approval" },
    'department-review': { zh: '主管部门审批', en: "Competent department's approval" },
    'finance-review': { zh: '财务审批', en: "Finance's approval" },
    wipe: { zh: '数据清除', en: 'Wiping of data' },
    archive: { zh: '归档', en: 'Filing' },
  },
  noEndingFrom: 'archive',
  steps: {
    amend: {
      title: { zh: '补充修改申请', en: 'Amend the request' },
      form: scrapAmendment,
      outcomes: { submit: { zh: '重新提交', en: 'Submit again' } },
      isForApplicant: true,
    },
    receipt: {
      title: { zh: '接收设备并签收', en: 'Sign for the device' },
      form: scrapReceipt,
      outcomes: { submit: { zh: '签收', en: 'Sign for it' } },
      isForCustomer: true,
    },
    'manager-review': {
      title: { zh: '项目经理审批', en: "Project manager's approval" },
      form: scrapOpinion,
      isApproval: true,
    },
    'department-review': {
      title: { zh: '主管部门审批', en: "Competent department's approval" },
      form: scrapOpinion,
      isApproval: true,
      isForCustomer: true,
    },
    'finance-review': { title: { zh: '财务审批', en: "Finance's approval" }, form: scrapOpinion, isApproval: true },
    wipe: {
      title: { zh: '清除数据', en: 'Wipe the data' },
      form: scrapWipe,
      outcomes: { submit: { zh: '确认已清除', en: 'Confirm wiping' } },
    },
  },
  olderForms: [],
  clocks: { overall: { zh: '整单时限', en: 'Limit of the whole case' } },
  documents: { 'scrap-approval': { zh: '设备报废审批单', en: 'Equipment scrap approval form' } },
  policy: {
    deadlines: {
      amend: workDeadline,
      receipt: workDeadline,
      'manager-review': {
        ...approvalDeadline,
        ladder: [{ atPercent: 75, does: 'hand-over', to: 'deputy-project-manager' }, ...approvalDeadline.ladder],
      },
      'department-review': approvalDeadline,
      'finance-review': approvalDeadline,
      wipe: workDeadline,
    },
    caseDeadlines: { overall: overallDeadline },
    // Of the customer's side a drawing is asked for; a typed name will do.
    signatures: { receipt: 'asked', 'department-review': 'asked' },
    cancelRoles: ['project-manager', 'admin'],
    amounts: { 'finance-from-yuan': 10_000 },
  },
};
