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
import { MAJOR_LEVELS, MAJOR_REASONS } from './major-maintenance-words';
import { meetingForm, minutesForm } from './meeting-forms';

const long = { multiline: true, max: 4000 } as const;

/** 重大维护处理 [001 重大维护处理流程]: what cannot be solved by those on site, or not by so few. */
export const majorRequest = form(
  'major.request',
  1,
  { zh: '重大维护处理', en: 'Major maintenance' },
  {
    customer: customer({ zh: '客户', en: 'Customer' }),
    reason: choice({ zh: '重大维护原因', en: 'Why it is major' }, MAJOR_REASONS),
    system: optional(text({ zh: '业务系统', en: 'Business system' })),
    devices: optional(table({ zh: '涉及设备', en: 'Devices' }, { device: device({ zh: '设备', en: 'Device' }) }, 100)),
    level: optional(choice({ zh: '故障级别', en: 'Level' }, MAJOR_LEVELS)),
    description: text({ zh: '情况说明', en: 'Description' }, long),
    from: optional(caseReference({ zh: '来自流程', en: 'Comes from the case' })),
  },
);

/** 派工: enough second-line engineers and experts at once, each with their part; one of them is in charge. */
export const majorStaff = form(
  'major.staff',
  1,
  { zh: '派工', en: 'Staffing' },
  {
    people: table(
      { zh: '人员', en: 'People' },
      {
        person: person({ zh: '姓名', en: 'Name' }, { among: 'staff' }),
        part: choice(
          { zh: '分工', en: 'Part' },
          {
            lead: { zh: '负责人', en: 'In charge' },
            'second-line': { zh: '二线技术人员', en: 'Second line' },
            expert: { zh: '公司专家', en: 'Expert' },
            support: { zh: '配合', en: 'Support' },
          },
        ),
        task: optional(text({ zh: '任务', en: 'Task' }, { max: 200 })),
      },
      30,
    ),
    instructions: optional(text({ zh: '工作要求', en: 'Instructions' }, { multiline: true, max: 1000 })),
    signature: signature({ zh: '派工人', en: 'Assigned by' }),
  },
  ({ value: { people }, issues }) => {
    for (const [index, { person: id }] of people.entries())
      if (people.findIndex((one) => one.person === id) < index)
        issues.push({ ...issueAt(['people', index, 'person'], 'person-twice'), input: id });
    if (people.filter(({ part }) => part === 'lead').length !== 1)
      issues.push({ ...issueAt(['people'], 'one-in-charge'), input: people });
    // 足够人数的二线技术人员和公司技术专家.
    if (!people.some(({ part }) => part === 'second-line' || part === 'expert'))
      issues.push({ ...issueAt(['people'], 'second-line-missing'), input: people });
  },
);

/** The meeting on it: when and where, and who takes the minutes. */
export const majorMeeting = meetingForm('major.meeting', { zh: '技术会议', en: 'Technical meeting' });

/** 会议纪要, by who takes them. */
export const majorMinutes = minutesForm('major.minutes');

/** 搭建模拟测试环境找出解决方案: where it was rebuilt, and what that showed. */
export const majorRebuild = form(
  'major.rebuild',
  1,
  { zh: '模拟测试环境', en: 'Rebuilt in a test environment' },
  {
    environment: text({ zh: '测试环境', en: 'Environment' }, { multiline: true, max: 2000 }),
    findings: text({ zh: '测试发现和方案', en: 'What it showed' }, long),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
    signature: signature({ zh: '测试人', en: 'Tested by' }),
  },
);

/** How it stands, for the next mail to the customer. */
export const majorProgress = form(
  'major.progress',
  1,
  { zh: '处理进展', en: 'Progress' },
  {
    progress: text(
      { zh: '最新进展（将通报客户）', en: 'How it stands (the customer is told)' },
      { multiline: true, max: 1000 },
    ),
  },
);

/** What was done, action by action, and whether that has solved it. */
export const majorWork = form(
  'major.work',
  1,
  { zh: '处理情况', en: 'What was done' },
  {
    actions: table(
      { zh: '处理过程', en: 'Actions' },
      {
        at: instant({ zh: '时间', en: 'At' }, { latest: 'now' }),
        by: person({ zh: '处理人', en: 'By' }, { among: 'staff' }),
        what: text({ zh: '处理动作', en: 'What was done' }, { max: 500 }),
      },
      100,
    ),
    outcome: choice(
      { zh: '处理结果', en: 'What came of it' },
      {
        solved: { zh: '已解决', en: 'Solved' },
        unsolvable: { zh: '暂时不能解决', en: 'Not to be solved for now' },
      },
    ),
    summary: text({ zh: '结果说明', en: 'In short' }, { multiline: true, max: 1000 }),
    signature: signature({ zh: '负责人', en: 'In charge' }),
  },
);

/** 暂时无法解决的，寻找其他解决途径 [004 二]: whether it is tried once more, and what the customer is told of it. */
export const majorOtherWay = form(
  'major.other-way',
  1,
  { zh: '寻找其他解决途径', en: 'Another way' },
  {
    way: choice(
      { zh: '后续处理', en: 'How it goes on' },
      {
        again: { zh: '换办法继续处理（需要时可同时调整派工）', en: 'Try another way (people can be assigned anew)' },
        later: { zh: '结束本次处理，按后续安排进行', en: 'End it, and follow what is arranged' },
      },
    ),
    plan: text(
      { zh: '途径和安排（将告知客户）', en: 'What is arranged (the customer is told)' },
      { multiline: true, max: 1000 },
    ),
    signature: signature({ zh: '决定人', en: 'Decided by' }),
  },
);

/** 整改报告 and 故障原因分析及处理报告: the cause, how it is put right, and how it is kept from happening again. */
export const majorReport = form(
  'major.report',
  1,
  { zh: '整改报告', en: 'Report of rectification' },
  {
    problem: text({ zh: '存在问题', en: 'What was wrong' }, long),
    cause: text({ zh: '原因分析', en: 'Cause' }, long),
    rectification: text({ zh: '整改措施', en: 'How it is put right' }, long),
    prevention: text({ zh: '预防办法', en: 'How it is prevented' }, long),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
    signature: signature({ zh: '报告人', en: 'Reported by' }),
  },
);

/** The user's lead confirms what came of it; what is missing they say in the words of the decision. */
export const majorConfirmation = form(
  'major.confirmation',
  1,
  { zh: '用户确认', en: 'Confirmation' },
  { signature: signature({ zh: '签字', en: 'Signature' }) },
);

export type MajorRequest = FormValues<typeof majorRequest>;
export type MajorStaff = FormValues<typeof majorStaff>;
export type MajorMeeting = FormValues<typeof majorMeeting>;
export type MajorMinutes = FormValues<typeof majorMinutes>;
export type MajorRebuild = FormValues<typeof majorRebuild>;
export type MajorProgress = FormValues<typeof majorProgress>;
export type MajorWork = FormValues<typeof majorWork>;
export type MajorOtherWay = FormValues<typeof majorOtherWay>;
export type MajorReport = FormValues<typeof majorReport>;
