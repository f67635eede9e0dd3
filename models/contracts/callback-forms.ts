import { z } from 'zod';
import { issueAt } from '../faults';
import {
  alsoOnRefusal,
  attachments,
  caseReference,
  choice,
  customer,
  instant,
  onlyOnRefusal,
  optional,
  person,
  signature,
  table,
  text,
} from './fields';
import { complaintRequest } from './complaint-forms';
import { form, type FormValues } from './form';
import { evidenceForm, measuresForm, verificationForm } from './measure-forms';

const long = { multiline: true, max: 2000 } as const;
const yesOrNo = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } } as const;

/** By which means a customer is called back [002 §5.3]. */
export const CALLBACK_MEANS = {
  phone: { zh: '电话', en: 'Phone' },
  'on-site': { zh: '现场', en: 'On site' },
  mail: { zh: '邮件', en: 'Mail' },
} as const;

/** Whom a callback asks, about what, and who did that job: they do not call back themselves. */
export const callbackRequest = form(
  'callback.request',
  1,
  { zh: '客户回访', en: 'Callback' },
  {
    customer: customer({ zh: '客户', en: 'Customer' }),
    reason: choice(
      { zh: '回访原因', en: 'Why' },
      {
        job: { zh: '服务完成后回访', en: 'After a job' },
        rhythm: { zh: '定期回访', en: 'Regular' },
        complaint: { zh: '投诉处理后回访', en: 'After a complaint' },
      },
    ),
    about: optional(caseReference({ zh: '所回访的服务', en: 'About the case' })),
    means: choice({ zh: '回访方式', en: 'Means' }, CALLBACK_MEANS),
    person: optional(person({ zh: '受访人（在册）', en: 'Whom to ask (of the directory)' })),
    name: optional(text({ zh: '受访人姓名', en: 'Whom to ask (of no directory)' }, { max: 100 })),
    phone: optional(text({ zh: '联系电话', en: 'Phone' }, { max: 50 })),
    mail: optional({ ...text({ zh: '电子邮箱', en: 'Mail' }), schema: z.email().max(254) }),
    workers: optional(
      table(
        { zh: '本次服务人员', en: 'Who did the job' },
        { person: person({ zh: '姓名', en: 'Name' }, { among: 'staff' }) },
        30,
      ),
    ),
  },
  ({ value: { person: of, name, phone, mail }, issues }) => {
    if (of === undefined && name === undefined) issues.push({ ...issueAt(['person'], 'person-or-name'), input: of });
    if (of === undefined && name !== undefined && phone === undefined && mail === undefined)
      issues.push({ ...issueAt(['phone'], 'person-unreachable'), input: phone });
  },
);

/** An attempt to reach them; why it failed stands in the words of the decision. */
export const callbackAttempt = form(
  'callback.attempt',
  1,
  { zh: '联系客户', en: 'Attempt' },
  {
    at: alsoOnRefusal(instant({ zh: '联系时间', en: 'At' }, { latest: 'now', starts: 'now' })),
    remark: alsoOnRefusal(optional(text({ zh: '备注', en: 'Remark' }, { max: 500 }))),
  },
);

const score = {
  '5': { zh: '5 分 非常满意', en: '5 very satisfied' },
  '4': { zh: '4 分 满意', en: '4 satisfied' },
  '3': { zh: '3 分 一般', en: '3 so-so' },
  '2': { zh: '2 分 不满意', en: '2 not satisfied' },
  '1': { zh: '1 分 很不满意', en: '1 not at all' },
} as const;

/** 回访登记表 [001 回访处理流程]: the questions, the wishes, and whether there is a problem. */
export const callbackSurvey = form(
  'callback.survey',
  1,
  { zh: '回访登记表', en: 'Questionnaire' },
  {
    answeredBy: text({ zh: '受访人', en: 'Answered by' }, { max: 100 }),
    attitude: choice({ zh: '服务态度', en: 'Attitude' }, score),
    skill: choice({ zh: '技术水平', en: 'Skill' }, score),
    timeliness: choice({ zh: '及时性', en: 'Timeliness' }, score),
    result: choice({ zh: '服务结果', en: 'Result' }, score),
    hasProblem: choice({ zh: '是否反映问题', en: 'Is there a problem' }, yesOrNo),
    problem: optional(text({ zh: '反映的问题', en: 'The problem' }, long)),
    wishes: optional(text({ zh: '意见和建议', en: 'Wishes' }, long)),
    needs: optional(text({ zh: '在用系统的需求', en: 'What they need of their systems' }, long)),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
    again: onlyOnRefusal(
      instant(
        { zh: '约定再次联系的时间（客户暂不便答复时）', en: 'When to try again (where they could not answer now)' },
        { earliest: 'now' },
      ),
    ),
    signature: signature({ zh: '回访人', en: 'Asked by' }),
  },
  ({ value: { hasProblem, problem }, issues }) => {
    if ((hasProblem === 'yes') !== (problem !== undefined))
      issues.push({ ...issueAt(['problem'], 'problem-stated'), input: problem });
  },
);

const { kind, urgency } = complaintRequest.fields;

const decided = {
  reason: text({ zh: '处理意见', en: 'What is to be done, and why' }, long),
  kind: optional({ ...kind, label: { zh: '投诉类别（转投诉时）', en: 'Kind (of a complaint)' } }),
  urgency: optional({ ...urgency, label: { zh: '紧急程度（转投诉时）', en: 'Urgency (of a complaint)' } }),
  signature: signature({ zh: '决定人', en: 'Decided by' }),
};

const otherWays = {
  measures: { zh: '纠正预防措施通知单', en: 'Corrective and preventive measures' },
  complaint: { zh: '转客户投诉处理', en: 'A complaint' },
  fault: { zh: '转故障处理', en: 'A fault' },
} as const;

/** What follows from it that a customer is not satisfied. */
export const callbackFollow = form(
  'callback.follow',
  1,
  { zh: '不满意的处理', en: 'What follows' },
  { way: choice({ zh: '处理方式', en: 'Way' }, otherWays), ...decided },
  checkComplaint,
);

/** The same after a fault that can be opened again. */
export const callbackFollowFault = form(
  'callback.follow-fault',
  1,
  { zh: '不满意的处理', en: 'What follows' },
  {
    way: choice(
      { zh: '处理方式', en: 'Way' },
      { ...otherWays, reopen: { zh: '重新打开故障', en: 'Open the fault again' } },
    ),
    ...decided,
  },
  checkComplaint,
);

/** What is done about it, by whom, until when. */
export const callbackMeasures = measuresForm('callback.measures');

/** A measure is carried out, and what proves it. */
export const callbackEvidence = evidenceForm('callback.evidence');

/** Somebody else has looked whether a measure was carried out and works. */
export const callbackVerification = verificationForm('callback.verification');

/** 给客户一个满意的回复 [002 §4.3]: what has been done, in words for the customer. */
export const callbackAnswer = form(
  'callback.answer',
  1,
  { zh: '答复客户', en: 'Answer to the customer' },
  { answer: text({ zh: '答复内容', en: 'Answer' }, long), signature: signature({ zh: '答复人', en: 'Answered by' }) },
);

/** Once they are answered they are asked once more. */
export const callbackAskedAgain = form(
  'callback.asked-again',
  1,
  { zh: '措施后再次询问', en: 'Asked once more' },
  {
    at: instant({ zh: '询问时间', en: 'At' }, { latest: 'now', starts: 'now' }),
    means: choice({ zh: '询问方式', en: 'Means' }, CALLBACK_MEANS),
    now: choice(
      { zh: '现在是否满意', en: 'Satisfied now' },
      {
        yes: { zh: '满意', en: 'Yes' },
        no: { zh: '仍不满意', en: 'No' },
        unreached: { zh: '未能联系上', en: 'Not reached' },
      },
    ),
    said: optional(text({ zh: '客户的说法', en: 'What they said' }, long)),
    signature: signature({ zh: '询问人', en: 'Asked by' }),
  },
  ({ value: { now, said }, issues }) => {
    if (now === 'no' && said === undefined) issues.push({ ...issueAt(['said'], 'dissatisfied-why'), input: said });
  },
);

/** 质控部门对单据真实性和满意度的调查: is the sheet true, and is the customer as satisfied as it says? */
export const callbackCheck = form(
  'callback.check',
  1,
  { zh: '回访质量抽查', en: "QA's check" },
  {
    means: choice({ zh: '核实方式', en: 'Checked by' }, CALLBACK_MEANS),
    isAuthentic: choice({ zh: '单据真实', en: 'Is the sheet true' }, yesOrNo),
    satisfaction: choice(
      { zh: '真实满意度', en: 'True satisfaction' },
      {
        same: { zh: '与登记一致', en: 'As registered' },
        lower: { zh: '低于登记', en: 'Lower than registered' },
        higher: { zh: '高于登记', en: 'Higher than registered' },
        unknown: { zh: '未能核实', en: 'Could not be found out' },
      },
    ),
    findings: text({ zh: '核实情况', en: 'What was found' }, long),
    signature: signature({ zh: '核实人', en: 'Checked by' }),
  },
);

export type CallbackRequest = FormValues<typeof callbackRequest>;
export type CallbackAttempt = FormValues<typeof callbackAttempt>;
export type CallbackSurvey = FormValues<typeof callbackSurvey>;
export type CallbackFollow = FormValues<typeof callbackFollowFault>;
export type CallbackMeasures = FormValues<typeof callbackMeasures>;
export type CallbackAnswer = FormValues<typeof callbackAnswer>;
export type CallbackAskedAgain = FormValues<typeof callbackAskedAgain>;
export type CallbackCheck = FormValues<typeof callbackCheck>;

/** What a complaint needs to be entered. */
function checkComplaint({
  value: { way, kind: of, urgency: how },
  issues,
}: z.core.ParsePayload<Readonly<Record<'way' | 'kind' | 'urgency', string | undefined>>>): void {
  if (way !== 'complaint') return;
  if (of === undefined) issues.push({ ...issueAt(['kind'], 'complaint-needs'), input: of });
  if (how === undefined) issues.push({ ...issueAt(['urgency'], 'complaint-needs'), input: how });
  if (of === 'product' && how === 'normal') issues.push({ ...issueAt(['urgency'], 'product-is-urgent'), input: how });
}
