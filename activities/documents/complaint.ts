import { complaintProcess } from '../../models/contracts/complaint';
import {
  complaintAnswer,
  complaintFacts,
  complaintMeeting,
  complaintMinutes,
  complaintNotice,
  complaintPhoned,
  complaintReport,
  complaintRequest,
} from '../../models/contracts/complaint-forms';
import type { ComplaintAttempt, ComplaintData } from '../../models/contracts/complaint-run';
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
  const view = viewOf(presentAttempt(request), setting);
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
  const view = viewOf(presentAttempt(request), setting);
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

/** 投诉处理报告 [001 第五部分]: 产生客户投诉后的处理情形报告, each attempt with all that it did, and how it ended. */
function complaintReportDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  const { attempts, cancelled } = view.data;
  const told = attempts.map((attempt, index) =>
    attemptBlocks(viewOf(duringAttempt(request, index), setting), attempt, numeral(index + 2)),
  );
  const ended: PrintedBlock[] = cancelled
    ? [
        {
          kind: 'fields',
          title: `${numeral(attempts.length + 2)}、取消`,
          fields: [
            { label: '取消人', value: cancelled.by.name },
            { label: '取消时间', value: view.at(cancelled.at) },
            { label: '原因', value: cancelled.words, wide: true },
          ],
        },
      ]
    : [];
  return {
    ...view.head('complaint-report', cancelled ? '已取消' : '客户满意'),
    blocks: [view.complaint('一、投诉情况'), ...told.flat(), ...ended],
  };
}

/** What one attempt did, as far as it came. */
function attemptBlocks(
  view: ReturnType<typeof viewOf>,
  { number, role, ledBy, measures, satisfaction }: ComplaintAttempt,
  place: string,
): PrintedBlock[] {
  const said = satisfaction && (satisfaction.isSatisfied ? '满意' : '不满意');
  const parts = [
    ...view.filled('告知投诉人', 'notify', complaintNotice),
    ...view.filled('调查核实', 'facts', complaintFacts),
    ...view.filled('会议纪要', 'minutes', complaintMinutes),
    ...view.filled('整改报告', 'write-report', complaintReport),
    ...(measures.length > 0 ? [verifications(view, '纠正和预防措施')] : []),
    ...view.filled('答复客户', 'answer', complaintAnswer),
    ...view.filled('电话答复', 'phone', complaintPhoned),
    ...(view.all('report-review').length > 0 || said ? [view.decisions('审批与客户意见', OPINIONS)] : []),
  ];
  const about: PrintedBlock = {
    kind: 'fields',
    title: `${place}、第 ${number} 次处理`,
    fields: [
      { label: '处理层级', value: ROLE_TITLES[role].zh },
      { label: '跟踪人', value: ledBy?.name ?? '' },
      ...(satisfaction
        ? [{ label: '客户意见', value: [said, satisfaction.words].filter(Boolean).join('：'), wide: true }]
        : []),
    ],
  };
  const titled = parts.map((part, index) =>
    part.kind === 'note' ? part : { ...part, title: `（${numeral(index + 1)}）${part.title}` },
  );
  return [about, ...titled];
}

const OPINIONS = ['report-review', 'ops-review', 'satisfaction'];

const DIGITS = '零一二三四五六七八九';
const TEN = 10;

/** 一, 十一, 二十三: the number of a section. */
function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / TEN), number % TEN];
  const unit = ones === 0 ? '' : DIGITS.charAt(ones);
  if (tens === 0) return unit;
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${unit}`;
}

/** What has been decided since the last attempt was over. */
function presentAttempt(request: DocumentRequest): DocumentRequest {
  return duringAttempt(request, attemptsOf(request).length);
}

/** The case as one attempt knew it: its own decisions and measures. */
function duringAttempt(request: DocumentRequest, index: number): DocumentRequest {
  const attempts = attemptsOf(request);
  const [before, attempt] = [attempts[index - 1], attempts[index]];
  const decisions = request.decisions.slice(before?.decided ?? 0, attempt?.decided);
  const data = attempt ? { ...request.data, measures: attempt.measures } : request.data;
  return { ...request, decisions, data };
}

function attemptsOf({ data }: DocumentRequest): readonly ComplaintAttempt[] {
  return (data as unknown as ComplaintData).attempts;
}

function viewOf(request: DocumentRequest, setting: DocumentSetting) {
  const view = caseView<ComplaintData>(request, setting, complaintProcess);
  return {
    ...view,
    complaint: (title: string) => view.request(title, ['登记人', '登记时间'], complaintRequest, view.data.request),
  };
}

/** The documents of a complaint [001 客户投诉处理流程]. */
export const COMPLAINT_DOCUMENTS: Readonly<Record<string, View>> = {
  'complaint-register': complaintRegisterDocument,
  'meeting-minutes': meetingMinutesDocument,
  rectification: rectificationDocument,
  'measures-notice': (request, setting) => measuresNotice(viewOf(presentAttempt(request), setting)),
  'complaint-report': complaintReportDocument,
};
