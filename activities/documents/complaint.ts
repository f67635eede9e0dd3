import { complaintProcess } from '../../models/contracts/complaint';
import {
  complaintAnswer,
  complaintFacts,
  complaintMeeting,
  complaintMinutes,
  complaintReport,
  complaintRequest,
} from '../../models/contracts/complaint-forms';
import type { ComplaintData, Measure } from '../../models/contracts/complaint-run';
import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import type { DocumentRequest } from '../../models/contracts/record';
import { ROLE_TITLES } from '../../models/contracts/roles';
import { caseView, type DocumentSetting, type View } from './case-view';

/** 投诉登记表 [001 客户投诉处理流程]: the complaint as it was entered. */
function complaintRegisterDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return { ...view.head('complaint-register', null), blocks: [view.complaint('投诉内容')] };
}

/** 会议纪要: what was talked over and resolved, by who took the minutes. */
function meetingMinutesDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('meeting-minutes', null),
    blocks: [
      ...view.filled('一、会议', 'meeting', complaintMeeting),
      ...view.filled('二、纪要', 'minutes', complaintMinutes),
    ],
  };
}

/** 整改报告: the facts, how they are put right, and who approved that. */
function rectificationDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('rectification', '已批准'),
    blocks: [
      view.complaint('一、投诉情况'),
      ...view.filled('二、调查核实', 'facts', complaintFacts),
      ...view.filled('三、整改报告', 'write-report', complaintReport),
      view.decisions('四、审批意见', ['report-review', 'ops-review']),
    ],
  };
}

/** 纠正和预防措施通知单: each measure with its owner and date; once they are carried out, with evidence and verification. */
function measuresNoticeDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  const { measures } = view.data;
  const isDone = measures.every(({ state }) => state === 'verified');
  const first: PrintedBlock = {
    kind: 'table',
    title: '一、措施',
    columns: ['序号', '措施内容', '类型', '责任人', '完成期限'],
    rows: measures.map(({ what, kind, owner, due }, index) => [
      `${index + 1}`,
      what,
      kind === 'corrective' ? '纠正' : '预防',
      owner.name,
      view.at(due),
    ]),
  };
  return {
    ...view.head('measures-notice', isDone ? '已验证' : null),
    blocks: [first, ...(isDone ? [view.verifications('二、完成和验证情况')] : [view.issued('二、签发')])],
  };
}

/** 投诉处理报告 [001 第五部分]: 产生客户投诉后的处理情形报告. */
function complaintReportDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('complaint-report', '客户满意'),
    blocks: [
      view.complaint('一、投诉情况'),
      ...view.filled('二、调查核实', 'facts', complaintFacts),
      ...view.filled('三、整改', 'write-report', complaintReport),
      view.verifications('四、纠正和预防措施'),
      ...view.filled('五、答复客户', 'answer', complaintAnswer),
      ...view.dissatisfied('六、客户不满意的记录'),
      view.decisions(view.data.dissatisfied.length > 0 ? '七、审批与客户意见' : '六、审批与客户意见', [
        'report-review',
        'ops-review',
        'satisfaction',
      ]),
    ],
  };
}

function viewOf(request: DocumentRequest, setting: DocumentSetting) {
  const view = caseView<ComplaintData>(request, setting, complaintProcess);
  const { data, at, standing } = view;
  return {
    ...view,
    complaint: (title: string) => view.request(title, ['登记人', '登记时间'], complaintRequest, data.request),
    issued: (title: string): PrintedBlock => {
      const set = standing('measures');
      return {
        kind: 'fields',
        title,
        fields: [
          { label: '签发人', value: set?.by.name ?? '' },
          { label: '签发时间', value: set ? at(set.at) : '' },
        ],
      };
    },
    verifications: (title: string): PrintedBlock => ({
      kind: 'table',
      title,
      columns: ['序号', '措施内容', '责任人', '完成期限', '完成情况和证据', 'QA 验证'],
      rows: data.measures.map((measure, index) => {
        const key = itemKey(measure, index);
        const [done, checked] = [standing('carry-out', key), standing('verify-measure', key)];
        const files = ((done?.form.evidence ?? []) as readonly string[]).map((id) => done?.names[id] ?? id);
        return [
          `${index + 1}`,
          measure.what,
          measure.owner.name,
          at(measure.due),
          [done?.form.done, done && `${done.by.name}　${at(done.at)}`, ...files].filter(Boolean).join('\n'),
          [checked?.form.checked, checked && `${checked.by.name}　${at(checked.at)}`].filter(Boolean).join('\n'),
        ];
      }),
    }),
    dissatisfied: (title: string): PrintedBlock[] =>
      data.dissatisfied.length === 0
        ? []
        : [
            view.table(
              title,
              ['时间', '由谁处理', '客户', '不满意的原因'],
              data.dissatisfied.map(({ at: when, role, by, comment }) => [
                at(when),
                ROLE_TITLES[role].zh,
                by.name,
                comment,
              ]),
            ),
          ],
  };
}

/** The key of a measure's last attempt among the tasks of it. */
function itemKey({ attempt }: Measure, index: number): string {
  return attempt > 1 ? `${index + 1}.${attempt}` : `${index + 1}`;
}

/** The documents of a complaint [001 客户投诉处理流程]. */
export const COMPLAINT_DOCUMENTS: Readonly<Record<string, View>> = {
  'complaint-register': complaintRegisterDocument,
  'meeting-minutes': meetingMinutesDocument,
  rectification: rectificationDocument,
  'measures-notice': measuresNoticeDocument,
  'complaint-report': complaintReportDocument,
};
