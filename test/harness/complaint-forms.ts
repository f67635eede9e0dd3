const DAY_IN_MS = 24 * 3_600_000;

/** The forms of a complaint's steps, complete; those that name times and files are made by the test. */
export const COMPLAINT_FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  notify: { toldAt: '2026-11-23T02:00:00.000Z', remark: '电话告知', signature: true },
  facts: {
    facts: '工程师到场后未出示工牌，与用户争执',
    causes: '新到岗，未参加服务规范培训',
    isJustified: 'yes',
    signature: true,
  },
  meeting: { at: '2026-11-23T06:00:00.000Z', place: '项目部会议室', minutesBy: 'U-zhao' },
  minutes: {
    attendees: [{ person: 'U-zhao', part: '记录' }, { person: 'U-shen' }],
    outsiders: '用户方李主任',
    discussed: '逐条核对投诉内容',
    resolved: '向用户致歉，一周内完成培训',
    signature: true,
  },
  'write-report': {
    problem: '现场服务不规范',
    rectification: '更换驻场人员，当面致歉',
    prevention: '新到岗人员先培训后上岗',
    operations: 'no',
    signature: true,
  },
  'verify-measure': { checked: '查看签到表和照片，抽问两人', signature: true },
  phone: { phonedAt: '2026-11-23T07:00:00.000Z', said: '已致歉并说明整改情况', signature: true },
  answer: { answer: '已更换驻场人员并完成培训，请您评价。', signature: true },
};

/** A measure of a complaint, due in some days unless the test says otherwise. */
export function measure(owner: string, change: Readonly<Record<string, unknown>> = {}) {
  const due = new Date(Date.now() + 3 * DAY_IN_MS).toISOString();
  return { what: `培训服务规范（${owner}）`, kind: 'preventive', owner: `U-${owner}`, due, ...change };
}

/** A complaint of the first demo customer, by its lead, about nobody in particular. */
export function complaintBody(request: Readonly<Record<string, unknown>> = {}) {
  const form: Record<string, unknown> = {
    customer: 'C-0001',
    complainant: 'U-liu',
    channel: 'phone',
    kind: 'attitude',
    aboutProduct: 'no',
    urgency: 'normal',
    description: '驻场人员态度恶劣，拒绝出示工牌',
    ...request,
  };
  return { process: 'complaint', form: Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null)) };
}
