import { issueAt } from '../faults';
import { attachments, caseReference, choice, customer, device, optional, signature, table, text } from './fields';
import { form, type FormValues } from './form';
import { MAJOR_LEVELS, MAJOR_REASONS } from './major-maintenance-words';
import { evidenceForm, measuresForm, verificationForm } from './measure-forms';

const long = { multiline: true, max: 4000 } as const;

/** 系统隐患报告 [001 隐患处理流程]: what is in danger, and how it was found. */
export const dangerRequest = form(
  'danger.request',
  1,
  { zh: '系统隐患报告', en: 'Hidden danger' },
  {
    customer: customer({ zh: '客户', en: 'Customer' }),
    system: optional(text({ zh: '业务系统', en: 'Business system' })),
    devices: optional(table({ zh: '涉及设备', en: 'Devices' }, { device: device({ zh: '设备', en: 'Device' }) }, 100)),
    description: text({ zh: '隐患描述', en: 'The danger' }, long),
    found: text({ zh: '发现经过', en: 'How it was found' }, long),
    from: optional(caseReference({ zh: '发现于流程', en: 'Found in the case' })),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
  },
);

/** 判明隐患的潜在影响程度: how far it reaches, how severe it is, and who was asked about it. */
export const dangerJudgement = form(
  'danger.judgement',
  1,
  { zh: '隐患分析', en: 'Judgement of the danger' },
  {
    asked: table(
      { zh: '咨询对象', en: 'Who was asked' },
      {
        side: choice(
          { zh: '类别', en: 'Side' },
          {
            'second-line': { zh: '二线支持', en: 'Second line' },
            expert: { zh: '公司专家', en: 'Expert of the company' },
            manufacturer: { zh: '原厂商', en: 'Manufacturer' },
          },
        ),
        who: text({ zh: '人员或单位', en: 'Who' }, { max: 100 }),
        said: text({ zh: '意见', en: 'What they said' }, { max: 500 }),
      },
      20,
    ),
    reach: text({ zh: '潜在影响范围', en: 'How far it may reach' }, long),
    analysis: text({ zh: '隐患分析', en: 'Analysis' }, long),
    severity: choice(
      { zh: '严重程度', en: 'Severity' },
      {
        severe: { zh: '严重（转重大维护处理）', en: 'Severe (major maintenance)' },
        ordinary: { zh: '一般（制定措施）', en: 'Ordinary (measures)' },
        none: { zh: '不构成隐患（说明原因后结束）', en: 'No danger (closed with the reason)' },
      },
    ),
    reason: optional(choice({ zh: '重大维护原因', en: 'Why it is major' }, MAJOR_REASONS)),
    level: optional(choice({ zh: '故障级别', en: 'Level' }, MAJOR_LEVELS)),
    files: optional(attachments({ zh: '附件', en: 'Files' })),
    signature: signature({ zh: '分析人', en: 'Judged by' }),
  },
  ({ value: { severity, reason }, issues }) => {
    if (severity === 'severe' && reason === undefined)
      issues.push({ ...issueAt(['reason'], 'severe-needs-reason'), input: reason });
  },
);

/** 转重大维护处理, once more by hand where it could not be opened. */
export const dangerMajor = form(
  'danger.major',
  1,
  { zh: '转重大维护处理', en: 'Major maintenance' },
  {
    reason: choice({ zh: '重大维护原因', en: 'Why it is major' }, MAJOR_REASONS),
    level: optional(choice({ zh: '故障级别', en: 'Level' }, MAJOR_LEVELS)),
    description: text({ zh: '情况说明', en: 'Description' }, long),
    signature: signature({ zh: '发起人', en: 'Opened by' }),
  },
);

/** What is done about it, by whom, until when. */
export const dangerMeasures = measuresForm('danger.measures');

/** A measure is carried out, and what proves it. */
export const dangerEvidence = evidenceForm('danger.evidence');

/** Somebody else has looked whether a measure was carried out and works. */
export const dangerVerification = verificationForm('danger.verification');

export type DangerRequest = FormValues<typeof dangerRequest>;
export type DangerJudgement = FormValues<typeof dangerJudgement>;
export type DangerMajor = FormValues<typeof dangerMajor>;
export type DangerMeasures = FormValues<typeof dangerMeasures>;
