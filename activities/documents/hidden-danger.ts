import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import { hiddenDangerProcess } from '../../models/contracts/hidden-danger';
import { dangerJudgement, dangerRequest } from '../../models/contracts/hidden-danger-forms';
import type { DangerData } from '../../models/contracts/hidden-danger-run';
import type { DocumentRequest } from '../../models/contracts/record';
import { caseView, type DocumentSetting, type View } from './case-view';
import { verifications } from './measures';

const CONCLUSIONS = { severe: '严重隐患', ordinary: '一般隐患', none: '不构成隐患' } as const;

/** 系统隐患报告 [001 隐患处理流程]: what is in danger, and how it was found. */
function dangerReportDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return { ...view.head('danger-report', null), blocks: [view.danger('隐患情况')] };
}

/** 系统隐患分析报告 [001 隐患处理流程]: how far it reaches, who was asked; at the end with what was done about it. */
function dangerAnalysisDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  const { severity, result } = view.data;
  const isOver = request.state !== 'open';
  // A stamp holds few words: how severe it was stands below.
  const conclusion = isOver && severity !== 'none' && result?.solved ? '隐患已消除' : severity && CONCLUSIONS[severity];
  return {
    ...view.head('danger-analysis', conclusion),
    blocks: [
      view.danger('一、隐患情况'),
      view.asked('二、咨询对象及意见'),
      ...view.filled('三、影响分析', 'judge', dangerJudgement, ['asked']),
      ...(isOver ? view.outcome('四、处理结果') : []),
    ],
  };
}

function viewOf(request: DocumentRequest, setting: DocumentSetting) {
  const view = caseView<DangerData>(request, setting, hiddenDangerProcess);
  const { data, standing, table } = view;
  return {
    ...view,
    danger: (title: string) => view.request(title, ['报告人', '报告时间'], dangerRequest, data.request),
    asked: (title: string): PrintedBlock => {
      const asked = (standing('judge')?.form.asked ?? []) as readonly Readonly<Record<string, string>>[];
      const sides = dangerJudgement.fields.asked.columns?.side?.options ?? [];
      return table(
        title,
        ['类别', '人员或单位', '意见'],
        asked.map(({ side, who = '', said = '' }) => [
          sides.find(({ value }) => value === side)?.label.zh ?? '',
          who,
          said,
        ]),
      );
    },
    outcome: (title: string): PrintedBlock[] => [
      ...(data.major
        ? [
            {
              kind: 'fields',
              title,
              fields: [
                { label: '重大维护处理', value: data.major.caseId },
                { label: '是否解决', value: data.major.solved ? '已解决' : '未解决' },
                { label: '结果', value: data.major.summary, wide: true },
              ].filter(({ value }) => value !== ''),
            } as const,
          ]
        : []),
      ...(data.measures.length > 0 ? [verifications(view, data.major ? '五、措施' : title)] : []),
    ],
  };
}

/** The documents of a hidden danger [001 隐患处理流程]. */
export const HIDDEN_DANGER_DOCUMENTS: Readonly<Record<string, View>> = {
  'danger-report': dangerReportDocument,
  'danger-analysis': dangerAnalysisDocument,
};
