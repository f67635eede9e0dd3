import { z } from 'zod';
import { issueAt } from '../faults';
import {
  attachments,
  caseReference,
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
import type { Text } from './text';
import { CLASS_TITLES, LEVEL_TITLES, URGENCY_TITLES } from './service-level-names';

const long = { multiline: true, max: 4000 } as const;
const MOST_OF_CHANGE_TITLE = 100;

const { 1: first, 2: second, 3: third } = LEVEL_TITLES;
/** The levels of a fault as forms have them. */
export const FAULT_LEVEL = choice({ zh: '故障级别', en: 'Level' }, { '1': first, '2': second, '3': third });
const URGENCY = choice({ zh: '紧急程度', en: 'Urgency' }, URGENCY_TITLES);
const { inspection: _visits, ...FAULT_CLASSES } = CLASS_TITLES;
const CLASS = choice({ zh: '故障类型', en: 'Class' }, FAULT_CLASSES);
const relabelled = <Labelled extends { readonly label: Text }>(field: Labelled, label: Text): Labelled => ({
  ...field,
  label,
});
const ACTIONS = table(
  { zh: '处理经过', en: 'What was done' },
  {
    at: instant({ zh: '时间', en: 'At' }, { latest: 'now' }),
    what: text({ zh: '事件和措施', en: 'Event and action' }, { max: 1000 }),
  },
  100,
);

/** CASE 记录表 [001 故障处理流程]: 时间、地点、提出人和问题描述 [004 现场服务支持规范]; who reports it never has to repeat it. */
export const faultRequest = form(
  'fault.request',
  1,
  { zh: 'CASE 记录表', en: 'Report of a fault' },
  {
    customer: customer({ zh: '客户', en: 'Customer' }),
    reporter: optional(person({ zh: '提出人（在册）', en: 'Reporter (of the directory)' })),
    name: optional(text({ zh: '提出人姓名', en: 'Reporter (of no directory)' }, { max: 100 })),
    phone: optional(text({ zh: '联系电话', en: 'Phone' }, { max: 50 })),
    mail: optional({ ...text({ zh: '电子邮箱', en: 'Mail' }), schema: z.email().max(254) }),
    channel: choice(
      { zh: '受理渠道', en: 'Channel' },
      {
        phone: { zh: '电话', en: 'Phone' },
        mail: { zh: '邮件', en: 'Mail' },
        web: { zh: '网站', en: 'Web' },
        'on-site': { zh: '现场', en: 'On site' },
        monitoring: { zh: '监控', en: 'Monitoring' },
      },
    ),
    occurredAt: optional(instant({ zh: '发生时间', en: 'When it happened' }, { latest: 'now' })),
    place: optional(text({ zh: '地点', en: 'Place' }, { max: 200 })),
    device: optional(device({ zh: '故障设备', en: 'Device' })),
    system: optional(text({ zh: '业务系统', en: 'Business system' }, { max: 100 })),
    title: text({ zh: '故障现象', en: 'What is wrong' }, { max: 120 }),
    description: text({ zh: '问题描述', en: 'Description' }, long),
    level: optional(FAULT_LEVEL),
    urgency: optional(URGENCY),
    class: optional(CLASS),
    reopens: optional(caseReference({ zh: '重新打开的故障', en: 'The fault that it reopens' })),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
  },
  ({ value, issues }) => {
    const { reporter, name, phone, mail, channel } = value;
    if (reporter !== undefined && name !== undefined)
      issues.push({ ...issueAt(['name'], 'person-or-name'), input: name });
    if (channel !== 'monitoring' && reporter === undefined && name === undefined)
      issues.push({ ...issueAt(['reporter'], 'person-or-name'), input: reporter });
    if (name !== undefined && phone === undefined && mail === undefined)
      issues.push({ ...issueAt(['phone'], 'person-unreachable'), input: phone });
  },
);

/** The service desk grades it, or finds that it is known already [002 §5.4.1, 001 §3, 004 二]. */
export const faultTriage = form(
  'fault.triage',
  1,
  { zh: '受理定级', en: 'Grading' },
  {
    known: optional(
      caseReference({ zh: '并入在办故障（重复报修时填写）', en: 'Joined to the open fault (if it is known)' }),
    ),
    level: optional(FAULT_LEVEL),
    urgency: optional(URGENCY),
    class: optional(CLASS),
    device: optional(device({ zh: '故障设备', en: 'Device' })),
    remark: optional(text({ zh: '说明', en: 'Remark' }, { multiline: true, max: 1000 })),
  },
  ({ value, issues }) => {
    if (value.known !== undefined) return;
    for (const name of ['level', 'urgency', 'class'] as const)
      if (value[name] === undefined) issues.push({ ...issueAt([name], 'not-graded'), input: value[name] });
  },
);

/** 响应: an engineer takes it and calls the customer. */
export const faultResponse = form(
  'fault.response',
  1,
  { zh: '故障响应', en: 'Response' },
  {
    spokeWith: text({ zh: '联系人', en: 'Spoke with' }, { max: 100 }),
    findings: text({ zh: '了解的情况和初步判断', en: 'What was learned, first diagnosis' }, long),
    past: optional(text({ zh: '参考的历史故障或知识', en: 'Past faults or knowledge that helped' }, { max: 500 })),
  },
);

/** 处理: what was tried, step by step with times, and how it goes on. */
export const faultHandling = form(
  'fault.handling',
  1,
  { zh: '故障处理', en: 'Handling' },
  {
    way: choice(
      { zh: '处理方式', en: 'Way' },
      {
        phone: { zh: '电话支持', en: 'By phone' },
        remote: { zh: '远程支持', en: 'Remotely' },
        laboratory: { zh: '实验室模拟', en: 'In the laboratory' },
      },
    ),
    permittedBy: optional(text({ zh: '远程接入许可人（用户）', en: 'Who permitted the remote access' }, { max: 100 })),
    permittedAt: optional(instant({ zh: '许可时间', en: 'Permitted at' }, { latest: 'now' })),
    actions: ACTIONS,
    outcome: choice(
      { zh: '结果', en: 'How it goes on' },
      {
        solved: { zh: '已解决', en: 'Solved' },
        on: { zh: '继续处理', en: 'It is gone on with' },
        visit: { zh: '需要上门', en: 'Somebody has to go there' },
        meeting: { zh: '召开技术协调会', en: 'A technical meeting' },
        out: {
          zh: '设备送修（经用户同意，一周内恢复）',
          en: 'The device is out for repair (with consent, one week)',
        },
        change: { zh: '需要变更程序或配置', en: 'A program or a configuration has to be changed' },
        escalate: { zh: '约定时限内不能解决，上报服务台', en: 'Cannot be solved in time: to the service desk' },
      },
    ),
    reportedBy: optional(
      text(
        {
          zh: '书面报告人（三级故障，客户以纸质或邮件提交的）',
          en: 'Who reported it in writing (level 3, on paper or by mail)',
        },
        { max: 100 },
      ),
    ),
    consentBy: optional(text({ zh: '同意送修的用户', en: 'Who consented to the repair elsewhere' }, { max: 100 })),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
  },
  ({ value, issues }) => {
    if (value.outcome === 'out' && value.consentBy === undefined)
      issues.push({ ...issueAt(['consentBy'], 'out-without-consent'), input: value.consentBy });
    if (value.way === 'remote' && value.permittedBy === undefined)
      issues.push({ ...issueAt(['permittedBy'], 'remote-without-permission'), input: value.permittedBy });
    if (value.way === 'remote' && value.permittedAt === undefined)
      issues.push({ ...issueAt(['permittedAt'], 'remote-without-permission'), input: value.permittedAt });
  },
);

/** 成立后方专家小组 [001 紧急故障恢复服务]. */
export const faultExperts = form(
  'fault.experts',
  1,
  { zh: '成立后方专家小组', en: 'Expert group' },
  {
    experts: table(
      { zh: '专家', en: 'Experts' },
      { person: person({ zh: '姓名', en: 'Name' }, { among: 'staff' }) },
      20,
    ),
    remark: optional(text({ zh: '说明', en: 'Remark' }, { multiline: true, max: 1000 })),
  },
);

/** 后方专家小组: what the expert group advises, at any time while the fault is handled. */
export const faultAdvice = form(
  'fault.advice',
  1,
  { zh: '专家意见', en: 'Advice of the experts' },
  {
    advice: text({ zh: '分析和建议', en: 'Analysis and advice' }, long),
    rebuilt: choice(
      { zh: '是否在实验室模拟', en: 'Rebuilt in the laboratory' },
      { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } },
    ),
  },
);

/** 客户的书面报告: of a fault of level 3 that the customer cannot solve by phone [002 §5.4.1.2]. */
export const faultWritten = form(
  'fault.written',
  1,
  { zh: '书面报告', en: 'Written report' },
  {
    report: text({ zh: '故障情况和已采取的措施', en: 'The fault and what was tried' }, long),
    signature: signature({ zh: '报告人', en: 'Reported by' }),
  },
);

/** 技术协调会 [002 §5.4.1.2]: when and where, and who takes the minutes. */
export const faultMeeting = form(
  'fault.meeting',
  1,
  { zh: '召开技术协调会', en: 'Technical meeting' },
  {
    at: instant({ zh: '会议时间', en: 'Held at' }, { latest: 'now' }),
    place: text({ zh: '地点或方式', en: 'Place or means' }, { max: 200 }),
    minutesBy: person({ zh: '会议记录人', en: 'Minutes by' }, { among: 'staff' }),
    way: choice(
      { zh: '决定的解决措施', en: 'What was resolved' },
      {
        guidance: { zh: '电话指导解决', en: 'Guidance by phone' },
        remote: { zh: '技术小组远程解决', en: 'Remotely, by the technical group' },
        visit: { zh: '立即派工程师到现场', en: 'An engineer goes there at once' },
        major: { zh: '按重大维护处理', en: 'It becomes a major maintenance' },
      },
    ),
  },
);

/** 会议纪要, by who takes them; out the same day [002 §6.3]. */
export const faultMinutes = form(
  'fault.minutes',
  1,
  { zh: '会议纪要', en: 'Minutes' },
  {
    attendees: text({ zh: '参会人员', en: 'Who took part' }, { max: 1000 }),
    discussed: text({ zh: '原因分析和讨论', en: 'What was discussed' }, long),
    resolved: text({ zh: '会议决议', en: 'What was resolved' }, long),
    signature: signature({ zh: '记录人', en: 'Minutes by' }),
  },
);

/** 大事升级 [001 驻场服务工程师]: a person decides how it goes on, never the clock alone. */
export const faultEscalation = form(
  'fault.escalation',
  1,
  { zh: '升级处理', en: 'Escalation' },
  {
    way: choice(
      { zh: '升级方式', en: 'How it goes on' },
      {
        'second-line': { zh: '转二线或其他工程师', en: 'Another engineer' },
        meeting: { zh: '召开技术协调会', en: 'A technical meeting' },
        major: { zh: '按重大维护处理', en: 'A major maintenance' },
        on: { zh: '由原工程师继续处理', en: 'The same engineer goes on' },
      },
    ),
    engineer: optional(person({ zh: '接手工程师', en: 'Who takes over' }, { among: 'staff' })),
    level: optional(relabelled(FAULT_LEVEL, { zh: '重新定级：故障级别', en: 'Graded anew: level' })),
    urgency: optional(relabelled(URGENCY, { zh: '重新定级：紧急程度', en: 'Graded anew: urgency' })),
    class: optional(relabelled(CLASS, { zh: '重新定级：故障类型', en: 'Graded anew: class' })),
    remark: text({ zh: '说明', en: 'Remark' }, { multiline: true, max: 1000 }),
  },
  ({ value, issues }) => {
    if (value.way === 'second-line' && value.engineer === undefined)
      issues.push({ ...issueAt(['engineer'], 'nobody-takes-over'), input: value.engineer });
  },
);

/** What a change needs to be asked for [002 §6.4.2]: the fault waits for its end. */
export const faultChange = form(
  'fault.change',
  1,
  { zh: '申请变更割接', en: 'Request of a change' },
  {
    kind: choice(
      { zh: '变更类别', en: 'Kind' },
      { normal: { zh: '一般变更', en: 'Normal' }, emergency: { zh: '紧急变更', en: 'Emergency' } },
    ),
    // As long as the change's own.
    title: text({ zh: '变更名称', en: 'Title' }, { max: MOST_OF_CHANGE_TITLE }),
    system: text({ zh: '业务系统', en: 'Business system' }, { max: 100 }),
    content: text({ zh: '变更内容', en: 'What is changed' }, long),
    reach: text({ zh: '影响范围分析', en: 'What it reaches' }, long),
    risk: choice(
      { zh: '风险等级', en: 'Risk' },
      { low: { zh: '低', en: 'Low' }, middle: { zh: '中', en: 'Middle' }, high: { zh: '高', en: 'High' } },
    ),
  },
);

/** 找出事故及故障的原因，并采取措施防止再次发生 [002 §6.4.1]. */
export const faultCause = form(
  'fault.cause',
  1,
  { zh: '原因和预防措施', en: 'Cause and prevention' },
  {
    cause: text({ zh: '故障原因', en: 'Cause' }, long),
    causeKind: choice(
      { zh: '原因类别', en: 'Kind of cause' },
      {
        hardware: { zh: '硬件', en: 'Hardware' },
        software: { zh: '软件', en: 'Software' },
        network: { zh: '网络', en: 'Network' },
        power: { zh: '供配电和环境', en: 'Power and environment' },
        operation: { zh: '操作', en: 'Operation' },
        security: { zh: '病毒和安全', en: 'Malware and security' },
        outside: { zh: '外部原因', en: 'Outside' },
        other: { zh: '其他', en: 'Other' },
      },
    ),
    solution: text({ zh: '解决办法', en: 'How it was solved' }, long),
    prevention: text({ zh: '防止再次发生的措施', en: 'How it is kept from happening again' }, long),
    danger: optional(
      text(
        { zh: '发现的其他隐患（填写后发起隐患处理）', en: 'Another danger that was seen' },
        { multiline: true, max: 1000 },
      ),
    ),
    signature: signature({ zh: '服务工程师', en: 'Engineer' }),
  },
);

/** The user confirms that it is solved, and signs. */
export const faultConfirmation = form(
  'fault.confirmation',
  1,
  { zh: '用户确认', en: 'Confirmation' },
  { signature: signature({ zh: '用户签字', en: 'Signature' }) },
);

export type FaultRequest = FormValues<typeof faultRequest>;
export type FaultTriage = FormValues<typeof faultTriage>;
export type FaultHandling = FormValues<typeof faultHandling>;
export type FaultExperts = FormValues<typeof faultExperts>;
export type FaultMinutes = FormValues<typeof faultMinutes>;
export type FaultMeeting = FormValues<typeof faultMeeting>;
export type FaultEscalation = FormValues<typeof faultEscalation>;
export type FaultChange = FormValues<typeof faultChange>;
export type FaultCause = FormValues<typeof faultCause>;
export type FaultResponse = FormValues<typeof faultResponse>;
