import type { DocumentView, PrintedBlock, PrintedDecision } from '../../models/contracts/document';

/** The hash of a journal's head, told apart from others by its first letters. */
export const journalHash = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';

/** A scrap form with the given parts instead of its own. */
export function scrapForm(parts: Partial<DocumentView> = {}): DocumentView {
  return {
    title: '设备报废审批单',
    company: '北京华信恒通信息技术服务有限公司',
    caseId: 'SCRAP-2026-0042',
    conclusion: '同意报废',
    issuedAt: '2026-11-21T10:05:33.000Z',
    timeZone: 'Asia/Shanghai',
    journalHead: { seq: 14, hash: journalHash },
    blocks: [deviceFields, { kind: 'decisions', title: '二、审批意见', decisions: [decision()] }],
    ...parts,
  };
}

/** A project manager's consent with the given parts instead of its own. */
export function decision(parts: Partial<PrintedDecision> = {}): PrintedDecision {
  return {
    step: '项目经理审批',
    outcome: '同意',
    by: '李建国',
    forWhom: null,
    at: '2026年11月20日 14:32',
    comment: '情况属实，同意报废。',
    isVoid: false,
    ...parts,
  };
}

/** The grid of a device with one empty value and one wide one. */
export const deviceFields: PrintedBlock = {
  kind: 'fields',
  title: '一、设备信息',
  fields: [
    { label: '设备名称', value: '核心交换机 H3C S7506E' },
    { label: '序列号', value: '210235A0W9X19C000237' },
    { label: '资产编号', value: '' },
    { label: '不能修复的原因', value: '主控板先后损坏，原厂已停产停服，无备件可换。', wide: true },
  ],
};

/** A table of so many devices. */
export function deviceTable(rowCount: number): PrintedBlock {
  const rows = Array.from({ length: rowCount }, (_, index) => [
    String(index + 1),
    `210235A1C0X${10_000 + index}`,
    index % 3 === 0 ? '端口存在错包，已更换光模块并观察 24 小时' : '正常',
  ]);
  return { kind: 'table', title: '巡检明细', columns: ['序号', '序列号', '巡检结果'], rows };
}
