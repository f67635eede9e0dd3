/** The forms of the steps of hidden dangers, major maintenance and callbacks, complete; those that name times and files the test makes. */
export const SERVICE_FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  judge: {
    asked: [{ side: 'manufacturer', who: '浪潮 400', said: '该批次电源模块有缺陷，建议更换' }],
    reach: '双电源失效时全部收费窗口停止服务',
    analysis: '电源模块批次缺陷，已有一块告警',
    severity: 'ordinary',
    signature: true,
  },
  'open-major': { reason: 'unsolved', level: '1', description: '需要二线和专家到场', signature: true },
  staff: {
    people: [
      { person: 'U-zhao', part: 'lead' },
      { person: 'U-yang', part: 'second-line', task: '分析日志' },
      { person: 'U-ma', part: 'expert' },
    ],
    instructions: '携带备用电源模块',
    signature: true,
  },
  rebuild: { environment: '备机按生产配置搭建', findings: '同样报错，更换模块后消失', signature: true },
  progress: { progress: '已定位到电源模块，正在调货' },
  work: {
    actions: [
      { at: '2026-11-23T03:00:00.000Z', by: 'U-zhao', what: '更换两块电源模块' },
      { at: '2026-11-23T04:00:00.000Z', by: 'U-yang', what: '观察运行一小时，正常' },
    ],
    outcome: 'solved',
    summary: '更换电源模块后恢复正常',
    signature: true,
  },
  confirm: { signature: true },
  attempt: { at: '2026-11-23T06:30:00.000Z' },
  'last-attempt': { at: '2026-11-23T06:30:00.000Z' },
  survey: {
    answeredBy: '刘处长',
    ...{ attitude: '5', skill: '5', timeliness: '5', result: '4' },
    hasProblem: 'no',
    wishes: '希望增加巡检次数',
    signature: true,
  },
  follow: { way: 'measures', reason: '制定纠正措施', signature: true },
  'ask-again': { means: 'phone', now: 'yes', signature: true },
  'qa-check': {
    means: 'phone',
    isAuthentic: 'yes',
    satisfaction: 'same',
    findings: '电话核实，与登记一致',
    signature: true,
  },
};

/** What a customer is answered after the measures of a callback; a complaint has a step of that name, too. */
export const CALLBACK_ANSWER = { answer: '模块已更换，并增加每月巡检', signature: true };

/** The report on major maintenance. */
export const MAJOR_REPORT = {
  problem: '两块电源模块先后告警',
  cause: '批次缺陷',
  rectification: '更换同批次全部模块',
  prevention: '新到模块先查批次',
  signature: true,
};

/** A hidden danger of the first demo customer, found by 李工. */
export function dangerBody(request: Readonly<Record<string, unknown>> = {}) {
  const form = {
    customer: 'C-0001',
    system: '门诊收费系统',
    description: '主机电源模块告警\n一块已停止供电',
    found: '巡检时发现面板告警灯亮',
    ...request,
  };
  return { process: 'hidden-danger', form: filledIn(form) };
}

/** Major maintenance for the first demo customer. */
export function majorBody(request: Readonly<Record<string, unknown>> = {}) {
  const form = {
    customer: 'C-0001',
    reason: 'mass',
    system: '门诊收费系统',
    level: '1',
    description: '全院收费窗口中断',
    ...request,
  };
  return { process: 'major-maintenance', form: filledIn(form) };
}

/** A callback of the first demo customer's lead, after a job that 李工 did. */
export function callbackBody(request: Readonly<Record<string, unknown>> = {}) {
  const form = {
    customer: 'C-0001',
    reason: 'job',
    means: 'phone',
    person: 'U-liu',
    workers: [{ person: 'U-li' }],
    ...request,
  };
  return { process: 'callback', form: filledIn(form) };
}

/** A form without what a test leaves out. */
function filledIn(form: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null));
}
