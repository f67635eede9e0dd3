import { issueAt } from '../faults';
import {
  attachments,
  checklist,
  choice,
  customer,
  device,
  instant,
  optional,
  person,
  signature,
  table,
  text,
} from './fields';
import { form, type FormValues } from './form';
import { FAULT_LEVEL } from './fault-forms';

const long = { multiline: true, max: 4000 } as const;

/** What is asked for when somebody has to go there: what for, where, by when. */
export const onsiteRequest = form(
  'onsite.request',
  1,
  { zh: '现场服务申请', en: 'On-site service' },
  {
    customer: customer({ zh: '客户', en: 'Customer' }),
    reason: text({ zh: '服务事由', en: 'What for' }, { max: 120 }),
    description: text({ zh: '情况说明', en: 'What is known' }, long),
    level: optional(FAULT_LEVEL),
    pace: choice(
      { zh: '到场要求', en: 'How soon' },
      {
        urgent: { zh: '紧急：乘最快交通工具立即出发', en: 'Urgent: at once, by the fastest transport' },
        agreed: { zh: '按约定时间到场', en: 'As agreed' },
      },
    ),
    arriveBy: instant({ zh: '最迟到场时间', en: 'There by' }, { earliest: 'now' }),
    site: optional(text({ zh: '服务地点', en: 'Where' }, { max: 300 })),
    contact: optional(text({ zh: '现场联系人', en: 'Contact there' }, { max: 100 })),
    phone: optional(text({ zh: '联系电话', en: 'Phone' }, { max: 50 })),
    device: optional(device({ zh: '设备', en: 'Device' })),
    engineer: optional(person({ zh: '建议工程师', en: 'Proposed engineer' }, { among: 'staff' })),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
  },
);

/** 派工单 [001 服务准备流程]. */
export const onsiteOrder = form(
  'onsite.order',
  1,
  { zh: '派工单', en: 'Work order' },
  {
    engineer: person({ zh: '服务工程师', en: 'Engineer' }, { among: 'staff' }),
    arriveBy: instant({ zh: '约定到场时间', en: 'Agreed arrival' }, { earliest: 'now' }),
    site: text({ zh: '服务地点', en: 'Where' }, { max: 300 }),
    contact: text({ zh: '现场联系人', en: 'Contact there' }, { max: 100 }),
    phone: text({ zh: '联系电话', en: 'Phone' }, { max: 50 }),
    work: text({ zh: '工作内容', en: 'What is to be done' }, { multiline: true, max: 2000 }),
    parts: optional(text({ zh: '备件和工具', en: 'Parts and tools' }, { max: 500 })),
    signature: signature({ zh: '派工人', en: 'Ordered by' }),
  },
);

/** The engineer confirms the work order. */
export const onsiteAcceptance = form(
  'onsite.acceptance',
  1,
  { zh: '工程师确认派工', en: 'Confirmation of the work order' },
  { signature: signature({ zh: '服务工程师', en: 'Engineer' }) },
);

/** 外出登记表 [001 服务准备流程]: prepared, and gone. */
export const onsiteDeparture = form(
  'onsite.departure',
  1,
  { zh: '外出登记', en: 'Departure' },
  {
    prepared: checklist(
      { zh: '出发准备', en: 'Prepared' },
      {
        tools: { zh: '工具和备件已带齐', en: 'Tools and parts are along' },
        sheet: { zh: '技术服务单已带', en: 'The service sheet is along' },
        told: { zh: '已告知用户到场时间', en: 'The user knows when somebody comes' },
      },
    ),
    transport: text({ zh: '交通工具', en: 'Transport' }, { max: 100 }),
    leftAt: instant({ zh: '出发时间', en: 'Left at' }, { latest: 'now' }),
  },
);

/** 到场. */
export const onsiteArrival = form(
  'onsite.arrival',
  1,
  { zh: '到场登记', en: 'Arrival' },
  {
    arrivedAt: instant({ zh: '到场时间', en: 'Arrived at' }, { latest: 'now' }),
    met: text({ zh: '接待人', en: 'Who received them' }, { max: 100 }),
  },
);

/** The work itself, within what the customer permits [003 §4], and 系统检测报告. */
export const onsiteWork = form(
  'onsite.work',
  1,
  { zh: '现场处理', en: 'Work on site' },
  {
    permittedBy: text({ zh: '操作许可人（用户）', en: 'Who permitted the work' }, { max: 100 }),
    permitted: text({ zh: '许可的操作范围', en: 'What was permitted' }, { max: 1000 }),
    safe: checklist(
      { zh: '现场服务规范', en: 'Rules of work on site' },
      {
        rules: { zh: '遵守用户单位规章制度', en: "The customer's rules were kept" },
        data: { zh: '在保证数据和系统安全的前提下操作', en: 'Data and systems were kept safe' },
        secret: { zh: '遵守保密原则', en: 'Secrets were kept' },
      },
    ),
    actions: table(
      { zh: '处理经过', en: 'What was done' },
      {
        at: instant({ zh: '时间', en: 'At' }, { latest: 'now' }),
        what: text({ zh: '事件和措施', en: 'Event and action' }, { max: 1000 }),
      },
      100,
    ),
    tests: table(
      { zh: '系统检测', en: 'Tests' },
      {
        item: text({ zh: '检测项目', en: 'What was tested' }, { max: 200 }),
        found: text({ zh: '检测结果', en: 'What was found' }, { max: 500 }),
        state: choice(
          { zh: '结论', en: 'Conclusion' },
          { normal: { zh: '正常', en: 'Normal' }, abnormal: { zh: '异常', en: 'Not normal' } },
        ),
      },
      100,
    ),
    outcome: choice(
      { zh: '结果', en: 'Outcome' },
      {
        solved: { zh: '已解决', en: 'Solved' },
        unsolved: { zh: '暂时无法解决', en: 'Cannot be solved for now' },
        another: { zh: '发现新的故障', en: 'There is another fault' },
      },
    ),
    summary: text({ zh: '处理情况', en: 'How it stands' }, { multiline: true, max: 1000 }),
    told: optional(
      text({ zh: '已告知的用户（未解决时必填）', en: 'Whom of the user was told (unless solved)' }, { max: 100 }),
    ),
    danger: optional(
      text({ zh: '发现的隐患（填写后发起隐患处理）', en: 'A danger that was seen' }, { multiline: true, max: 1000 }),
    ),
    files: optional(attachments({ zh: '照片和附件', en: 'Photos and files' })),
    signature: signature({ zh: '服务工程师', en: 'Engineer' }),
  },
  ({ value, issues }) => {
    if (value.outcome !== 'solved' && value.told === undefined)
      issues.push({ ...issueAt(['told'], 'user-not-told'), input: value.told });
  },
);

/** 在现场观看, and leaving with the user's consent [001 紧急故障恢复服务]. */
export const onsiteObservation = form(
  'onsite.observation',
  1,
  { zh: '现场观察', en: 'Observation' },
  {
    seen: text({ zh: '观察情况', en: 'What was seen' }, { multiline: true, max: 1000 }),
    until: instant({ zh: '观察至', en: 'Observed until' }, { latest: 'now' }),
    consentBy: text({ zh: '同意离场的用户', en: 'Who consented that they leave' }, { max: 100 }),
  },
);

/** 现场技术服务报告: the user signs, both sides keep it [001 现场支持服务]. */
export const onsiteSignature = form(
  'onsite.signature',
  1,
  { zh: '用户签字确认', en: "User's signature" },
  { signature: signature({ zh: '用户签字', en: 'Signature' }) },
);

/** 返回: and what the user was explained or taught [001]. */
export const onsiteReturn = form(
  'onsite.return',
  1,
  { zh: '返回登记', en: 'Return' },
  {
    leftAt: instant({ zh: '离场时间', en: 'Left the site at' }, { latest: 'now' }),
    backAt: instant({ zh: '返回时间', en: 'Back at' }, { latest: 'now' }),
    taught: choice(
      { zh: '说明和现场培训', en: 'Explanation or training' },
      {
        none: { zh: '用户不需要', en: 'Not wanted' },
        explained: { zh: '已作说明', en: 'Explained' },
        trained: { zh: '已作现场培训', en: 'Trained' },
      },
    ),
    remark: optional(text({ zh: '说明', en: 'Remark' }, { max: 500 })),
  },
);

export type OnsiteRequest = FormValues<typeof onsiteRequest>;
export type OnsiteOrder = FormValues<typeof onsiteOrder>;
export type OnsiteWork = FormValues<typeof onsiteWork>;
