import { faultProcess } from '../../models/contracts/fault';
import {
  faultCause,
  faultHandling,
  faultMeeting,
  faultMinutes,
  faultRequest,
  faultResponse,
  type FaultHandling,
} from '../../models/contracts/fault-forms';
import type { FaultData, FaultFacts } from '../../models/contracts/fault-run';
import type { PrintedBlock, PrintedField } from '../../models/contracts/document';
import type { DocumentRequest } from '../../models/contracts/record';
import { CLASS_TITLES, LEVEL_TITLES, URGENCY_TITLES } from '../../models/contracts/service-level-names';
import { GRADE_TITLES } from '../../models/contracts/service-level-names';
import { gradeOf, wholeMinutes } from '../../models/service-levels/grades';
import { caseView, type DocumentSetting, type View } from './case-view';

/** CASE 记录表 [001 故障处理流程]: who reported what and when, how it was graded, and how well its limits were kept. */
const caseRecord: View = (request, setting) => {
  const view = viewOf(request, setting);
  return {
    ...view.head('case-record', view.conclusion),
    blocks: [
      view.report('一、受理'),
      view.grading('二、定级和时限'),
      ...(view.data.turns.length > 0 ? [view.turns('三、处理经过')] : []),
      ...view.filled('四、原因和预防措施', 'cause', faultCause),
      ...view.confirmed('五、用户确认'),
    ],
  };
};

/** 故障原因分析及处理报告 [001 故障响应流程]: written with the response, and brought up to date in each stage. */
const causeReport: View = (request, setting) => {
  const view = viewOf(request, setting);
  return {
    ...view.head('cause-report', view.conclusion),
    blocks: [
      view.report('一、故障情况'),
      view.grading('二、级别和时限'),
      ...view.filled('三、响应和初步判断', 'respond', faultResponse),
      view.actions('四、处理经过'),
      view.turns('五、过程记录（含现场、会议和专家意见）'),
      ...view.filled('六、原因分析和预防措施', 'cause', faultCause),
      ...view.confirmed('七、用户确认'),
    ],
  };
};

/** 会议纪要 of a technical meeting: the one that was held last. */
const meetingMinutes: View = (request, setting) => {
  const view = viewOf(request, setting);
  return {
    ...view.head('meeting-minutes', null),
    blocks: [
      view.report('一、故障情况'),
      ...view.filled('二、技术协调会', 'meeting', faultMeeting),
      ...view.filled('三、会议纪要', 'minutes', faultMinutes),
    ],
  };
};

/** 技术服务单 [001 服务准备流程]: what was done for the customer, and signed by them. */
const serviceSheet: View = (request, setting) => {
  const view = viewOf(request, setting);
  return {
    ...view.head('service-sheet', view.conclusion),
    blocks: [
      view.report('一、服务请求'),
      view.actions('二、服务内容'),
      view.turns('三、过程记录（含现场、会议和专家意见）'),
      ...view.filled('四、原因和解决办法', 'cause', faultCause, ['danger']),
      ...view.confirmed('五、用户签字'),
    ],
  };
};

/** The documents of a fault [001 故障响应流程、故障处理流程]. */
export const FAULT_DOCUMENTS: Readonly<Record<string, View>> = {
  'case-record': caseRecord,
  'cause-report': causeReport,
  'meeting-minutes': meetingMinutes,
  'service-sheet': serviceSheet,
};

function viewOf(request: DocumentRequest, setting: DocumentSetting) {
  const view = caseView<FaultData>(request, setting, faultProcess);
  const { data, at } = view;
  const { reporter } = request.facts as unknown as FaultFacts;
  return {
    ...view,
    conclusion: conclusionOf(request.state, data),
    report: (title: string): PrintedBlock => {
      const block = view.request(title, ['受理人', '受理时间'], faultRequest, gradedBelow(data));
      return block.kind === 'fields' ? { ...block, fields: withReporter(block.fields, reporter) } : block;
    },
    grading: (title: string): PrintedBlock => ({ kind: 'fields', title, fields: gradingFields(data, setting) }),
    turns: (title: string): PrintedBlock =>
      view.table(
        title,
        ['时间', '处理人', '情况'],
        data.turns.map(({ at: when, by, what }) => [at(when), by?.name ?? '', what]),
      ),
    actions: (title: string): PrintedBlock =>
      view.table(
        title,
        ['时间', '处理人', '方式', '事件和措施'],
        view.all('handle').flatMap((decision) => {
          const { way, actions, permittedBy, permittedAt } = decision.form as unknown as FaultHandling;
          const how = faultHandling.fields.way.options?.find(({ value }) => value === way)?.label.zh ?? way;
          const since = permittedAt === undefined ? '' : `，${at(permittedAt)}`;
          const permitted = permittedBy === undefined ? '' : `（许可人：${permittedBy}${since}）`;
          return actions.map(({ at: when, what }) => [at(when), decision.by.name, `${how}${permitted}`, what]);
        }),
        '（无）',
      ),
    confirmed: (title: string): PrintedBlock[] =>
      data.isUnanswered
        ? [{ kind: 'fields', title, fields: [{ label: '说明', value: '用户逾期未确认', wide: true }] }]
        : view.all('confirm').length > 0
          ? [view.decisions(title, ['confirm'])]
          : [],
  };
}

function conclusionOf(state: DocumentRequest['state'], { isUnanswered }: FaultData): string | null {
  if (state === 'open') return null;
  return isUnanswered ? '已解决（用户逾期未确认）' : '用户确认已解决';
}

/** How it was graded is printed by itself. */
function gradedBelow({ request }: FaultData): object {
  const { level: _level, urgency: _urgency, class: _class, ...told } = request;
  return told;
}

function withReporter(fields: readonly PrintedField[], { name, phone }: FaultFacts['reporter']): PrintedField[] {
  const isPrinted = fields.some(({ value }) => name !== '' && value.includes(name));
  if (isPrinted || name === '') return [...fields];
  const reporter = { label: '提出人', value: [name, phone].filter((part) => part !== '').join('　') };
  return [...fields.slice(0, 2), reporter, ...fields.slice(2)];
}

function gradingFields({ grading }: FaultData, { used = {} }: DocumentSetting): PrintedField[] {
  if (!grading) return [{ label: '说明', value: '尚未定级', wide: true }];
  const graded = (
    [
      ['response', '响应'],
      ['resolution', '解决'],
    ] as const
  ).flatMap(([clock, title]) => {
    const ms = used[clock];
    const grade = ms === undefined ? null : gradeOf(clock, ms);
    if (ms === undefined || grade === null) return [];
    return [{ label: `${title}用时`, value: `${wholeMinutes(ms)} 分钟，${grade} 级 ${GRADE_TITLES[grade].zh}` }];
  });
  return [
    { label: '故障级别', value: LEVEL_TITLES[grading.level].zh },
    { label: '紧急程度', value: URGENCY_TITLES[grading.urgency].zh },
    { label: '故障类型', value: CLASS_TITLES[grading.class].zh },
    ...graded,
  ];
}
