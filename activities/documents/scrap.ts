import type { DocumentView, PrintedBlock, PrintedField } from '../../models/contracts/document';
import type { DocumentRequest } from '../../models/contracts/record';
import { scrapProcess, scrapReceipt, scrapRequest, scrapWipe } from '../../models/contracts/scrap';
import { markIn } from '../../models/contracts/signing';
import type { Decision } from '../../models/contracts/task';
import { shownInstant } from '../../models/contracts/time';
import { signedBy } from './mark';
import type { DocumentSetting } from './case-view';
import { printedDecisions } from './printed-decisions';
import { printedForm, yuan } from './printed-form';

const OPINIONS = ['manager-review', 'department-review', 'finance-review'];

/** 设备报废审批单 [001 设备报废审批流程]: all data of the case, each opinion with person, time and comment. */
export function scrapApprovalForm(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const { head, decisions } = request;
  const standing = (step: string) => decisions.findLast((decision) => decision.step === step && !decision.isVoid);
  const opinions = decisions.filter((decision) => OPINIONS.includes(decision.step) || decision.isVoid);
  return {
    title: scrapProcess.documents['scrap-approval']?.zh ?? '',
    company: setting.company,
    caseId: head.id,
    conclusion: request.state === 'completed' ? '同意报废' : '不同意报废',
    issuedAt: request.issuedAt,
    timeZone: setting.timeZone,
    journalHead: request.journalHead,
    blocks: [
      { kind: 'fields', title: '一、申请信息', fields: applicationFields(request, setting) },
      { kind: 'fields', title: '二、设备信息', fields: deviceFields(request) },
      { kind: 'fields', title: '三、不能修理的原因及依据', fields: reasonFields(request, setting) },
      ...handled('四、设备交回主管部门签收', standing('receipt'), scrapReceipt, setting),
      {
        kind: 'decisions',
        title: '五、审批意见',
        decisions: printedDecisions(scrapProcess, opinions, setting.timeZone),
      },
      ...handled('六、数据清除', standing('wipe'), scrapWipe, setting),
    ],
  };
}

function applicationFields({ head }: DocumentRequest, setting: DocumentSetting): PrintedField[] {
  return [
    { label: '申请人', value: head.applicant.name },
    { label: '申请时间', value: shownInstant(head.startedAt, setting.timeZone, 'zh') },
    { label: '客户单位', value: head.customer?.name ?? '', wide: true },
  ];
}

function deviceFields({ facts, data }: DocumentRequest): PrintedField[] {
  const device = (facts.device ?? {}) as Readonly<Record<string, string | number | null>>;
  const { valueInYuan } = data.request as { valueInYuan: number };
  const text = (name: string) => String(device[name] ?? '');
  return [
    { label: '设备名称', value: text('name') },
    { label: '型号', value: text('model') },
    { label: '序列号', value: text('serialNumber') },
    { label: '资产编号', value: text('assetNumber') },
    { label: '物理位置', value: text('location') },
    { label: '业务系统', value: text('businessSystem') },
    { label: '业务级别', value: text('businessLevel') },
    { label: '购置日期', value: text('purchasedOn') },
    { label: '台账原值', value: typeof device.valueInYuan === 'number' ? yuan(device.valueInYuan) : '' },
    { label: '申报原值', value: yuan(valueInYuan) },
  ];
}

function reasonFields({ data, facts }: DocumentRequest, setting: DocumentSetting): PrintedField[] {
  const names = (facts.names ?? {}) as Readonly<Record<string, string>>;
  const values = data.request as Readonly<Record<string, unknown>>;
  const amended = (data.names ?? {}) as Readonly<Record<string, string>>;
  const fields = printedForm(scrapRequest, values, {
    names: { ...names, ...amended },
    timeZone: setting.timeZone,
    signature: '',
  });
  const shownAbove = [scrapRequest.fields.device.label.zh, scrapRequest.fields.valueInYuan.label.zh];
  return fields.filter((field) => field.value !== '' && !shownAbove.includes(field.label));
}

function handled(
  title: string,
  decision: Decision | undefined,
  form: typeof scrapReceipt | typeof scrapWipe,
  setting: DocumentSetting,
): PrintedBlock[] {
  if (!decision) return [];
  const { by, forWhom } = decision;
  const signed = signedBy(by.name, forWhom?.name ?? null, markIn(decision.form) ?? undefined);
  const signature = `${signed}　${shownInstant(decision.at, setting.timeZone, 'zh')}`;
  const fields = printedForm(form, decision.form, { names: decision.names, timeZone: setting.timeZone, signature });
  const remark = decision.comment === '' ? [] : [{ label: '意见', value: decision.comment, wide: true }];
  return [{ kind: 'fields', title, fields: [...fields, ...remark] }];
}
