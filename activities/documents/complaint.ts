import { complaintProcess } from '../../models/contracts/complaint';
import {
  complaintAnswer,
  complaintFacts,
  complaintMeeting,
  complaintMinutes,
  complaintReport,
  complaintRequest,
} from '../../models/contracts/complaint-forms';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import type { DocumentRequest } from '../../models/contracts/record';
import { ROLE_TITLES } from '../../models/contracts/roles';
import { caseView, type DocumentSetting, type View } from './case-view';
import { measuresNotice, verifications } from './measures';

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

/** 投诉处理报告 [001 第五部分]: 产生客户投诉后的处理情形报告. */
function complaintReportDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('complaint-report', '客户满意'),
    blocks: [
      view.complaint('一、投诉情况'),
      ...view.filled('二、调查核实', 'facts', complaintFacts),
      ...view.filled('三、整改', 'write-report', complaintReport),
      verifications(view, '四、纠正和预防措施'),
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
  const { data, at } = view;
  return {
    ...view,
    complaint: (title: string) => view.request(title, ['登记人', '登记时间'], complaintRequest, data.request),
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

/** The documents of a complaint [001 客户投诉处理流程]. */
export const COMPLAINT_DOCUMENTS: Readonly<Record<string, View>> = {
  'complaint-register': complaintRegisterDocument,
  'meeting-minutes': meetingMinutesDocument,
  rectification: rectificationDocument,
  'measures-notice': (request, setting) => measuresNotice(viewOf(request, setting)),
  'complaint-report': complaintReportDocument,
};
