import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import { majorMaintenanceProcess } from '../../models/contracts/major-maintenance';
import {
  majorMeeting,
  majorMinutes,
  majorRebuild,
  majorReport,
  majorRequest,
  majorStaff,
  majorWork,
} from '../../models/contracts/major-maintenance-forms';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import type { DocumentRequest } from '../../models/contracts/record';
import { caseView, type DocumentSetting, type View } from './case-view';

/** 派工单: who is sent, each with their part. */
function dispatchDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('dispatch', null),
    blocks: [
      view.major('一、任务'),
      view.people('二、派工人员'),
      ...view.filled('三、派工', view.staffing, majorStaff, ['people']),
    ],
  };
}

/** 会议纪要: what was talked over and resolved, by who took the minutes. */
function meetingMinutesDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('meeting-minutes', null),
    blocks: [...view.filled('一、会议', 'meeting', majorMeeting), ...view.filled('二、纪要', 'minutes', majorMinutes)],
  };
}

/** 整改报告: what was wrong, and how it is put right. */
function rectificationDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('rectification', null),
    blocks: [
      view.major('一、情况'),
      ...view.filled('二、整改报告', 'write-report', majorReport),
      view.refusals('三、用户意见'),
    ],
  };
}

/** 故障原因分析及处理报告: the cause, what was done about it, action by action, and what a rebuilt environment showed. */
function faultAnalysisDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('fault-analysis', view.conclusion),
    blocks: [
      view.major('一、故障情况'),
      view.actions('二、处理过程'),
      ...view.filled('三、原因分析及预防', 'write-report', majorReport, ['rectification']),
      ...view.rebuilt('模拟测试环境'),
    ],
  };
}

/** 技术服务单: who came, what they did and when, as the user has confirmed it. */
function serviceSheetDocument(request: DocumentRequest, setting: DocumentSetting): DocumentView {
  const view = viewOf(request, setting);
  return {
    ...view.head('service-sheet', view.conclusion),
    blocks: [
      view.major('一、服务内容'),
      view.people('二、服务人员'),
      view.actions('三、服务过程'),
      ...view.filled('四、服务结果', 'work', majorWork, ['actions']),
      ...view.afterwards('后续安排'),
      view.mails('五、进展通报'),
      view.confirmed('六、用户确认'),
    ],
  };
}

function viewOf(request: DocumentRequest, setting: DocumentSetting) {
  const view = caseView<MajorData>(request, setting, majorMaintenanceProcess);
  const { data, names, at, table } = view;
  const parts = majorStaff.fields.people.columns?.part?.options ?? [];
  return {
    ...view,
    conclusion: data.work?.outcome === 'solved' ? '已解决' : '暂时不能解决',
    major: (title: string) => view.request(title, ['发起人', '发起时间'], majorRequest, data.request),
    people: (title: string): PrintedBlock =>
      table(
        title,
        ['姓名', '分工', '任务'],
        data.people.map(({ person, part, task }) => [
          names[person] ?? person,
          parts.find(({ value }) => value === part)?.label.zh ?? part,
          task ?? '',
        ]),
      ),
    actions: (title: string): PrintedBlock =>
      table(
        title,
        ['时间', '处理人', '处理动作'],
        (data.work?.actions ?? []).map((action) => [
          at(action.at),
          names[action.by] ?? view.standing('work')?.names[action.by] ?? action.by,
          action.what,
        ]),
      ),
    staffing: view.standing('restaff') ? 'restaff' : 'staff',
    rebuilt: (title: string): PrintedBlock[] =>
      data.rebuilt.map(({ attempt, ...rebuilt }) => ({
        kind: 'fields',
        title: data.attempt === 1 ? title : `${title}（第 ${attempt} 次处理）`,
        fields: view.fieldsOf(majorRebuild, rebuilt),
      })),
    afterwards: (title: string): PrintedBlock[] =>
      data.afterwards === null
        ? []
        : [{ kind: 'fields', title, fields: [{ label: '说明', value: data.afterwards, wide: true }] }],
    mails: (title: string): PrintedBlock =>
      table(
        title,
        ['时间', '通报内容'],
        data.mails.map((mail) => [at(mail.at), mail.text]),
        '（处理期间没有到通报时间）',
      ),
    confirmed: (title: string): PrintedBlock =>
      data.isUnanswered
        ? { kind: 'fields', title, fields: [{ label: '说明', value: '用户逾期未确认', wide: true }] }
        : view.decisions(title, ['confirm']),
    refusals: (title: string): PrintedBlock =>
      table(
        title,
        ['时间', '用户', '未确认的原因'],
        data.refusals.map((refusal) => [at(refusal.at), refusal.by.name, refusal.comment]),
      ),
  };
}

/** The documents of major maintenance [001 重大维护处理流程]. */
export const MAJOR_DOCUMENTS: Readonly<Record<string, View>> = {
  dispatch: dispatchDocument,
  'meeting-minutes': meetingMinutesDocument,
  rectification: rectificationDocument,
  'fault-analysis': faultAnalysisDocument,
  'service-sheet': serviceSheetDocument,
};
