import { z } from 'zod';
import { issueAt } from '../faults';
import {
  attachments,
  caseReference,
  choice,
  customer,
  instant,
  optional,
  person,
  signature,
  table,
  text,
} from './fields';
import { form, type FormValues } from './form';
import { evidenceForm, measuresForm, verificationForm } from './measure-forms';
import { meetingForm } from './meeting-forms';

const long = { multiline: true, max: 4000 } as const;

/** 投诉登记表 [001 客户投诉处理流程]: who complains, about what, about whom, and how urgent it is [004 二]. */
export const complaintRequest = form(
  'complaint.request',
  1,
  { zh: '投诉登记表', en: 'Complaint' },
  {
    customer: customer({ zh: '客户', en: 'Customer' }),
    complainant: optional(person({ zh: '投诉人（在册）', en: 'Complainant (of the directory)' })),
    name: optional(text({ zh: '投诉人姓名', en: 'Complainant (of no directory)' }, { max: 100 })),
    phone: optional(text({ zh: '联系电话', en: 'Phone' }, { max: 50 })),
    mail: optional({ ...text({ zh: '电子邮箱', en: 'Mail' }), schema: z.email().max(254) }),
    channel: choice(
      { zh: '投诉渠道', en: 'Channel' },
      {
        phone: { zh: '电话', en: 'Phone' },
        mail: { zh: '邮件', en: 'Mail' },
        web: { zh: '网站', en: 'Web' },
        'on-site': { zh: '现场', en: 'On site' },
      },
    ),
    kind: choice(
      { zh: '投诉类别', en: 'Kind' },
      {
        attitude: { zh: '服务态度', en: 'Attitude' },
        response: { zh: '响应不及时', en: 'Slow response' },
        quality: { zh: '处理质量', en: 'Quality of the work' },
        skill: { zh: '技术能力', en: 'Skill' },
        conduct: { zh: '违反行为规范', en: 'Conduct' },
        product: { zh: '产品问题', en: 'Product' },
        other: { zh: '其他', en: 'Other' },
      },
    ),
    aboutProduct: choice(
      { zh: '涉及产品', en: 'About the product' },
      { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } },
    ),
    urgency: choice(
      { zh: '紧急程度', en: 'Urgency' },
      {
        urgent: { zh: '特急', en: 'Most urgent' },
        high: { zh: '紧急', en: 'Urgent' },
        normal: { zh: '一般', en: 'Ordinary' },
      },
    ),
    description: text({ zh: '投诉内容', en: 'What is complained of' }, long),
    persons: optional(
      table(
        { zh: '被投诉人', en: 'Persons complained of' },
        { person: person({ zh: '姓名', en: 'Name' }, { among: 'staff' }) },
        20,
      ),
    ),
    change: optional(caseReference({ zh: '所涉变更割接', en: 'The change that it is about' })),
    faults: optional(text({ zh: '所涉故障', en: 'Faults that it is about' }, { max: 500 })),
    visits: optional(text({ zh: '所涉上门服务', en: 'Visits that it is about' }, { max: 500 })),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
  },
  ({ value, issues }) => {
    const { complainant, name, phone, mail, aboutProduct, urgency, kind } = value;
    if ((complainant === undefined) === (name === undefined))
      issues.push({ ...issueAt(['complainant'], 'person-or-name'), input: complainant });
    if (complainant === undefined && phone === undefined && mail === undefined)
      issues.push({ ...issueAt(['phone'], 'person-unreachable'), input: phone });
    if (kind === 'product' && aboutProduct === 'no')
      issues.push({ ...issueAt(['aboutProduct'], 'product-or-not'), input: aboutProduct });
    if (aboutProduct === 'yes' && urgency === 'normal')
      issues.push({ ...issueAt(['urgency'], 'product-is-urgent'), input: urgency });
  },
);

/** Who could not be written to has been told number and contact in another way. */
export const complaintNotice = form(
  'complaint.notice',
  1,
  { zh: '告知投诉人', en: 'Tell the complainant' },
  {
    toldAt: instant({ zh: '告知时间', en: 'Told at' }, { latest: 'now' }),
    remark: optional(text({ zh: '说明', en: 'Remark' }, { multiline: true, max: 1000 })),
    signature: signature({ zh: '告知人', en: 'Told by' }),
  },
);

/** 调查核实: the facts and their causes. */
export const complaintFacts = form(
  'complaint.facts',
  1,
  { zh: '调查核实', en: 'Fact finding' },
  {
    facts: text({ zh: '核实的事实', en: 'Facts' }, long),
    causes: text({ zh: '原因分析', en: 'Causes' }, long),
    isJustified: choice(
      { zh: '是否成立', en: 'Is it justified' },
      {
        yes: { zh: '成立', en: 'Yes' },
        partly: { zh: '部分成立', en: 'Partly' },
        no: { zh: '不成立', en: 'No' },
      },
    ),
    persons: optional(
      table(
        { zh: '调查中发现的被投诉人', en: 'Persons found to be complained of' },
        { person: person({ zh: '姓名', en: 'Name' }, { among: 'staff' }) },
        20,
      ),
    ),
    files: optional(attachments({ zh: '调查材料', en: 'Files' })),
    signature: signature({ zh: '调查人', en: 'Found by' }),
  },
);

/** The meeting on it: when and where, and who takes the minutes [processes §0 Meetings]. */
export const complaintMeeting = meetingForm('complaint.meeting');

/** 会议纪要, by who takes them: who took part, each of whom is sent them, what was said and what was resolved. */
export const complaintMinutes = form(
  'complaint.minutes',
  1,
  { zh: '会议纪要', en: 'Minutes' },
  {
    attendees: table(
      { zh: '参会人员', en: 'Who took part' },
      {
        person: person({ zh: '姓名', en: 'Name' }, { among: 'staff' }),
        part: optional(text({ zh: '会议中的职责', en: 'Part in the meeting' }, { max: 50 })),
      },
      50,
    ),
    outsiders: optional(text({ zh: '其他参会人员（不在册）', en: 'Others who took part' }, { max: 1000 })),
    discussed: text({ zh: '会议内容', en: 'What was discussed' }, long),
    resolved: text({ zh: '会议决议', en: 'What was resolved' }, long),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
    signature: signature({ zh: '记录人', en: 'Minutes by' }),
  },
  ({ value: { attendees }, issues }) => {
    const ids = attendees.map(({ person: id }) => id);
    for (const [index, id] of ids.entries())
      if (ids.indexOf(id) < index)
        issues.push({ ...issueAt(['attendees', index, 'person'], 'person-twice'), input: id });
  },
);

/** 整改报告: what is put right, and how it is kept from happening again. */
export const complaintReport = form(
  'complaint.report',
  1,
  { zh: '整改报告', en: 'Report of rectification' },
  {
    problem: text({ zh: '存在问题', en: 'What was wrong' }, long),
    rectification: text({ zh: '整改措施', en: 'How it is put right' }, long),
    prevention: text({ zh: '预防再次发生的办法', en: 'How it is prevented' }, long),
    operations: choice(
      { zh: '涉及运维主管', en: 'Does it concern the ops supervisor' },
      { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } },
    ),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
    signature: signature({ zh: '报告人', en: 'Reported by' }),
  },
);

/** An opinion of an approver; the comment of the decision carries the words. */
export const complaintOpinion = form(
  'complaint.opinion',
  1,
  { zh: '审批意见', en: 'Opinion' },
  { signature: signature({ zh: '签字', en: 'Signature' }) },
);

/** 纠正和预防措施: each with its owner and date. */
export const complaintMeasures = measuresForm('complaint.measures');

/** A measure is carried out, and what proves it. */
export const complaintEvidence = evidenceForm('complaint.evidence');

/** QA has looked whether a measure was carried out and works. */
export const complaintVerification = verificationForm('complaint.verification');

/** What the customer is answered. */
export const complaintAnswer = form(
  'complaint.answer',
  1,
  { zh: '答复客户', en: 'Answer to the customer' },
  {
    answer: text({ zh: '答复内容', en: 'Answer' }, { multiline: true, max: 1000 }),
    signature: signature({ zh: '答复人', en: 'Answered by' }),
  },
);

/** Who cannot be written to was answered by phone: when, and what was said. */
export const complaintPhoned = form(
  'complaint.phoned',
  1,
  { zh: '电话答复投诉人', en: 'Answer by phone' },
  {
    phonedAt: instant({ zh: '通话时间', en: 'Phoned at' }, { latest: 'now' }),
    said: text({ zh: '通话内容', en: 'What was said' }, { multiline: true, max: 2000 }),
    signature: signature({ zh: '通话人', en: 'Phoned by' }),
  },
);

/** The customer says whether they are satisfied; what is missing they say in the words of the decision. */
export const complaintSatisfaction = form(
  'complaint.satisfaction',
  1,
  { zh: '投诉处理满意度', en: 'Are you satisfied' },
  { signature: signature({ zh: '签字', en: 'Signature' }) },
);

export type ComplaintRequest = FormValues<typeof complaintRequest>;
export type ComplaintFacts = FormValues<typeof complaintFacts>;
export type ComplaintMeeting = FormValues<typeof complaintMeeting>;
export type ComplaintMinutes = FormValues<typeof complaintMinutes>;
export type ComplaintReport = FormValues<typeof complaintReport>;
export type ComplaintMeasures = FormValues<typeof complaintMeasures>;
export type ComplaintEvidence = FormValues<typeof complaintEvidence>;
export type ComplaintVerification = FormValues<typeof complaintVerification>;
export type ComplaintPhoned = FormValues<typeof complaintPhoned>;
export type ComplaintAnswer = FormValues<typeof complaintAnswer>;
