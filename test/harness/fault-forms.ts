/** A fault of the first demo customer that 刘处长 reports by phone; graded as it is entered unless the test says otherwise. */
export function faultBody(request: Readonly<Record<string, unknown>> = {}) {
  const form: Record<string, unknown> = {
    customer: 'C-0001',
    reporter: 'U-liu',
    channel: 'phone',
    occurredAt: new Date(Date.now() - 600_000).toISOString(),
    place: '信息中心机房',
    device: 'D-0001',
    title: '核心业务系统登录缓慢',
    description: '上午九点起登录需要一分钟以上，部分用户超时。',
    ...{ level: '2', urgency: 'urgent', class: 'severe' },
    ...request,
  };
  return { process: 'fault', form: Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null)) };
}

/** How a fault is handled, and how it goes on. */
export function handling(outcome: string, change: Readonly<Record<string, unknown>> = {}) {
  const at = new Date().toISOString();
  return { way: 'phone', actions: [{ at, what: '指导用户重启应用服务' }], outcome, ...change };
}

/** Handled remotely, as the user permitted. */
export function remotely(outcome: string) {
  return handling(outcome, {
    way: 'remote',
    permittedBy: '刘处长',
    permittedAt: new Date().toISOString(),
    actions: [{ at: new Date().toISOString(), what: '清理数据库归档日志' }],
  });
}

/** What a technical meeting resolved. */
export function meeting(way: string) {
  return { at: new Date().toISOString(), place: '电话会议', minutesBy: 'U-zhao', way };
}

const MINUTES = {
  attendees: '丁技术、李工、赵工',
  discussed: '分析日志',
  resolved: '派工程师更换阵列控制器',
  signature: true,
};

/** The forms of a fault's steps, complete. */
export const FAULT_FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  triage: { level: '2', urgency: 'urgent', class: 'severe' },
  respond: { spokeWith: '刘处长', findings: '数据库响应慢，初步判断归档空间不足' },
  escalate: { way: 'on', remark: '继续处理' },
  cause: {
    cause: '归档日志占满磁盘',
    causeKind: 'software',
    solution: '清理归档日志，扩充磁盘',
    prevention: '增加磁盘空间监控，每日自动清理',
    signature: true,
  },
  written: { report: '打印机卡纸，按电话指导仍不能恢复', signature: true },
  minutes: MINUTES,
  advise: { advice: '先切换备用控制器', rebuilt: 'yes' },
  experts: { experts: [{ person: 'U-gu' }] },
  confirm: { signature: true },
};

/** The forms of an on-site service's steps, complete; those that name times are made anew each time. */
export function visitForms(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const now = new Date().toISOString();
  return {
    order: {
      engineer: 'U-zhao',
      arriveBy: new Date(Date.now() + 3_600_000).toISOString(),
      site: '江州市财政信息中心机房',
      contact: '刘处长',
      phone: '010-5550 0101',
      work: '更换阵列控制器',
      signature: true,
    },
    accept: { signature: true },
    depart: { prepared: { tools: true, sheet: true, told: true }, transport: '公司车', leftAt: now },
    arrive: { arrivedAt: now, met: '刘处长' },
    work: workDone('solved'),
    observe: { seen: '运行半小时正常', until: now, consentBy: '刘处长' },
    sign: { signature: true },
    return: { leftAt: now, backAt: now, taught: 'explained' },
  };
}

/** The work on site, and what came of it. */
export function workDone(outcome: string, change: Readonly<Record<string, unknown>> = {}) {
  return {
    permittedBy: '刘处长',
    permitted: '更换阵列控制器，重启存储',
    safe: { rules: true, data: true, secret: true },
    actions: [{ at: new Date().toISOString(), what: '更换阵列控制器' }],
    tests: [{ item: '存储读写', found: '延迟 2 ms', state: outcome === 'solved' ? 'normal' : 'abnormal' }],
    outcome,
    summary: outcome === 'solved' ? '已更换阵列控制器，系统恢复' : '备件不匹配，需要另行调货',
    ...(outcome !== 'solved' && { told: '刘处长' }),
    signature: true,
    ...change,
  };
}
