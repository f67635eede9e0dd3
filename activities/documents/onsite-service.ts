import { onsiteServiceProcess } from '../../models/contracts/onsite-service';
import {
  onsiteArrival,
  onsiteDeparture,
  onsiteObservation,
  onsiteOrder,
  onsiteRequest,
  onsiteReturn,
  onsiteWork,
  type OnsiteWork,
} from '../../models/contracts/onsite-service-forms';
import type { OnsiteData } from '../../models/contracts/onsite-service-run';
import type { PrintedBlock } from '../../models/contracts/document';
import type { DocumentRequest } from '../../models/contracts/record';
import { caseView, type DocumentSetting, type View } from './case-view';

/** 派工单 [001 服务准备流程]: who goes where, by when, for what. */
const workOrder: View = (request, setting) => {
  const view = viewOf(request, setting);
  return {
    ...view.head('work-order', null),
    blocks: [
      view.asked('一、服务申请'),
      ...view.filled('二、派工', 'order', onsiteOrder),
      view.decisions('三、工程师确认', ['accept']),
    ],
  };
};

/** 外出登记表 [001 服务准备流程]: gone, there, and back. */
const departureRegister: View = (request, setting) => {
  const view = viewOf(request, setting);
  return {
    ...view.head('departure-register', request.state === 'open' ? '外出中' : '已返回'),
    blocks: [
      ...view.filled('一、派工', 'order', onsiteOrder, ['work', 'parts']),
      ...view.filled('二、外出', 'depart', onsiteDeparture),
      ...view.filled('三、到场', 'arrive', onsiteArrival),
      ...view.filled('四、返回', 'return', onsiteReturn),
    ],
  };
};

/** 系统检测报告 [001 现场处理流程]: what was tested, and what was found. */
const systemTest: View = (request, setting) => {
  const view = viewOf(request, setting);
  const isSound = view.tests.every(({ state }) => state === 'normal');
  return {
    ...view.head('system-test', isSound ? '正常' : '有异常'),
    blocks: [
      view.asked('一、服务申请'),
      view.tested('二、系统检测'),
      ...view.filled('三、处理情况', 'work', onsiteWork, ['actions', 'tests', 'danger', 'safe']),
    ],
  };
};

/** 现场技术服务报告，用户方签字确认，双方各自存档 [001 现场支持服务]. */
const serviceReport: View = (request, setting) => {
  const view = viewOf(request, setting);
  return {
    ...view.head('service-report', view.isSolved ? '已解决' : '未解决'),
    blocks: [
      view.asked('一、服务申请'),
      ...view.filled('二、到场', 'arrive', onsiteArrival),
      view.done('三、处理经过'),
      view.tested('四、系统检测'),
      ...view.filled('五、处理情况', 'work', onsiteWork, ['actions', 'tests']),
      ...view.filled('六、现场观察', 'observe', onsiteObservation),
      ...view.signed('七、用户签字'),
    ],
  };
};

/** 技术服务单 [001 服务准备流程], brought up to date with the work on site. */
const serviceSheet: View = (request, setting) => {
  const view = viewOf(request, setting);
  if (view.isAhead)
    return {
      ...view.head('service-sheet', null),
      blocks: [view.asked('一、服务申请'), ...view.filled('二、派工', 'order', onsiteOrder)],
    };
  return {
    ...view.head('service-sheet', view.isSolved ? '已解决' : '未解决'),
    blocks: [
      view.asked('一、服务申请'),
      ...view.filled('二、派工', 'order', onsiteOrder),
      view.done('三、服务内容'),
      ...view.filled('四、处理情况', 'work', onsiteWork, ['actions', 'tests']),
      ...view.signed('五、用户签字'),
      ...view.filled('六、返回', 'return', onsiteReturn),
    ],
  };
};

/** The documents of an on-site service [001 服务准备流程、现场处理流程]. */
export const ONSITE_DOCUMENTS: Readonly<Record<string, View>> = {
  'work-order': workOrder,
  'departure-register': departureRegister,
  'system-test': systemTest,
  'service-report': serviceReport,
  'service-sheet': serviceSheet,
};

function viewOf(request: DocumentRequest, setting: DocumentSetting) {
  const view = caseView<OnsiteData>(request, setting, onsiteServiceProcess);
  const { data, at, table } = view;
  const rounds = view.all('work').map((one) => one.form as unknown as OnsiteWork);
  const tests = rounds.at(-1)?.tests ?? [];
  const isAnswered = view.all('sign').length > 0;
  return {
    ...view,
    tests,
    /** Nobody has been there yet. */
    isAhead: request.state === 'open' && rounds.length === 0,
    isSolved: data.result.solved === true,
    asked: (title: string) => view.request(title, ['申请人', '申请时间'], onsiteRequest, data.request),
    done: (title: string): PrintedBlock =>
      table(
        title,
        ['时间', '事件和措施'],
        rounds.flatMap(({ actions }) => actions).map(({ at: when, what }) => [at(when), what]),
      ),
    tested: (title: string): PrintedBlock =>
      table(
        title,
        ['检测项目', '检测结果', '结论'],
        tests.map(({ item, found, state }) => [item, found, state === 'normal' ? '正常' : '异常']),
      ),
    signed: (title: string): PrintedBlock[] =>
      isAnswered
        ? [view.decisions(title, ['sign'])]
        : [{ kind: 'fields', title, fields: [{ label: '说明', value: '用户逾期未签字', wide: true }] }],
  };
}
