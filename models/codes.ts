/** A refusal or failure as the outside sees it: HTTP status, whether the same request may succeed later, and its title. */
export interface ErrorRow {
  readonly status: number;
  readonly retryable: boolean;
  readonly zh: string;
  readonly en: string;
}

/** The one error table of API, workflow and console. */
export const ERRORS = {
  'malformed-request': { status: 400, retryable: false, zh: '请求格式不正确', en: 'The request is malformed' },
  'idempotency-key-missing': {
    status: 400,
    retryable: false,
    zh: '缺少 Idempotency-Key 请求头',
    en: 'The Idempotency-Key header is missing',
  },
  'not-signed-in': {
    status: 401,
    retryable: false,
    zh: '未登录或登录已过期',
    en: 'Not signed in, or the sign-in has expired',
  },
  'wrong-credentials': { status: 401, retryable: false, zh: '用户名或密码错误', en: 'Wrong user name or password' },
  'not-allowed': { status: 403, retryable: false, zh: '无权执行此操作', en: 'You are not allowed to do this' },
  'csrf-token-wrong': {
    status: 403,
    retryable: false,
    zh: '请求未通过跨站校验，请刷新页面后重试',
    en: 'The request did not pass the cross-site check; reload the page and try again',
  },
  'own-request': {
    status: 403,
    retryable: false,
    zh: '不能审批自己申请、编写或完成的内容',
    en: 'Nobody decides on what they applied for, wrote or did',
  },
  'not-your-attachment': {
    status: 403,
    retryable: false,
    zh: '附件不属于您或已失效',
    en: 'The attachment is not yours or has expired',
  },
  'not-found': { status: 404, retryable: false, zh: '未找到', en: 'Not found' },
  'method-not-allowed': {
    status: 405,
    retryable: false,
    zh: '此地址不支持该方法',
    en: 'This address does not support the method',
  },
  'link-unknown': {
    status: 401,
    retryable: false,
    zh: '链接无效，请从邮件中重新打开',
    en: 'The link is not valid; open it from the mail again',
  },
  'token-unknown': {
    status: 401,
    retryable: false,
    zh: '令牌无效或已停用',
    en: 'The token is not valid, or was switched off',
  },
  'link-expired': {
    status: 410,
    retryable: false,
    zh: '链接已过期，请与我方联系人联系',
    en: 'The link has expired; please ask your contact',
  },
  'link-withdrawn': {
    status: 410,
    retryable: false,
    zh: '链接已失效，您不再办理此事项',
    en: 'The link is no longer valid, since this is no longer asked of you',
  },
  'case-closed': { status: 409, retryable: false, zh: '流程已结束', en: 'The case is closed' },
  'task-closed': { status: 409, retryable: false, zh: '任务已办结', en: 'The task is closed' },
  'task-claimed': { status: 409, retryable: false, zh: '任务已被他人签收', en: 'Somebody else has claimed the task' },
  'already-decided': {
    status: 409,
    retryable: false,
    zh: '已有人作出审批，不能撤回',
    en: 'Somebody has decided already, so it cannot be withdrawn',
  },
  'already-open': {
    status: 409,
    retryable: false,
    zh: '已有未结束的同类流程',
    en: 'There is an open case of this kind already',
  },
  'wrong-state': {
    status: 409,
    retryable: false,
    zh: '当前状态不允许此操作',
    en: 'The present state does not allow this',
  },
  'has-open-tasks': {
    status: 409,
    retryable: false,
    zh: '该人员仍有未办任务，请指定接手人',
    en: 'There are open tasks that somebody has to take over',
  },
  'successor-unfit': {
    status: 409,
    retryable: false,
    zh: '接手人不能承接其中的任务',
    en: 'The successor cannot be given some of the tasks',
  },
  duplicate: { status: 409, retryable: false, zh: '记录已存在', en: 'The record exists already' },
  'changed-meanwhile': {
    status: 412,
    retryable: false,
    zh: '记录已被他人修改，请刷新后重试',
    en: 'The record was changed meanwhile; read it again',
  },
  'too-large': { status: 413, retryable: false, zh: '内容过大', en: 'Too large' },
  'too-many-rows': {
    status: 413,
    retryable: false,
    zh: '行数超过一次导入的上限（文件 5000 行，其中新增和修改 1000 行），请拆分后分次导入',
    en: 'More rows than one import takes (5,000 in a file, 1,000 of them to add or change); split the file',
  },
  'too-many-to-export': {
    status: 422,
    retryable: false,
    zh: '符合条件的记录超过一次导出的上限（100000 行），请增加筛选条件',
    en: 'More rows than one export takes (100,000); narrow the filters',
  },
  'file-encrypted': {
    status: 415,
    retryable: false,
    zh: '文件已加密或是旧版 .xls 格式，请另存为不加密的 .xlsx',
    en: 'The file is encrypted or an old .xls; save it as .xlsx without a password',
  },
  'wrong-type': { status: 415, retryable: false, zh: '不支持的内容类型', en: 'Unsupported content type' },
  'invalid-input': { status: 422, retryable: false, zh: '输入不符合要求', en: 'The input is not valid' },
  'file-unreadable': {
    status: 422,
    retryable: false,
    zh: '文件无法读取，可能已损坏；请用表格软件打开并另存为 .xlsx 或 CSV',
    en: 'The file cannot be read; open it in a spreadsheet program and save it as .xlsx or CSV',
  },
  'import-refused': {
    status: 422,
    retryable: false,
    zh: '文件中有错误，没有导入任何一行',
    en: 'The file has faults; not a single row was imported',
  },
  'idempotency-key-reused': {
    status: 422,
    retryable: false,
    zh: 'Idempotency-Key 已用于另一个请求',
    en: 'The Idempotency-Key was used for another request',
  },
  'precondition-required': {
    status: 428,
    retryable: false,
    zh: '缺少 If-Match 请求头',
    en: 'The If-Match header is missing',
  },
  'too-many-attempts': {
    status: 429,
    retryable: true,
    zh: '尝试次数过多，请稍后再试',
    en: 'Too many attempts; try again later',
  },
  'too-often': {
    status: 429,
    retryable: true,
    zh: '操作过于频繁，请稍后再试',
    en: 'Too often; try again later',
  },
  internal: { status: 500, retryable: true, zh: '系统内部错误', en: 'Internal error' },
  busy: {
    status: 503,
    retryable: true,
    zh: '系统繁忙，请用同一 Idempotency-Key 重试',
    en: 'Busy; repeat the request with the same Idempotency-Key',
  },
  unavailable: {
    status: 503,
    retryable: true,
    zh: '依赖的服务暂不可用，请稍后重试',
    en: 'A service that this needs is unavailable; try again later',
  },
} as const satisfies Record<string, ErrorRow>;

/** The stable code of a refusal or failure. */
export type ErrorCode = keyof typeof ERRORS;

/** Roles of the company's own people. */
export const STAFF_ROLES = [
  'pmo',
  'project-manager',
  'deputy-project-manager',
  'resident-manager',
  'account-manager',
  'tech-lead',
  'coordinator',
  'service-desk',
  'engineer',
  'second-line',
  'ops-supervisor',
  'maintenance-manager',
  'development-lead',
  'operations-lead',
  'config-manager',
  'qa',
  'service-coordination',
  'finance',
  'procurement',
  'sales',
  'hr',
  'management',
  'admin',
] as const;

/** Roles on the customer's side; each is held for one customer only. */
export const CUSTOMER_ROLES = ['customer', 'customer-lead', 'competent-department'] as const;

/** Roles that lead the work for a customer, and may pause the clock of a task that is somebody else's. */
export const LEADING_ROLES = [
  'project-manager',
  'deputy-project-manager',
  'resident-manager',
  'tech-lead',
  'ops-supervisor',
  'maintenance-manager',
  'admin',
] as const satisfies readonly (typeof STAFF_ROLES)[number][];

/** A role of staff or of a customer's people. */
export type Role = (typeof STAFF_ROLES)[number] | (typeof CUSTOMER_ROLES)[number];

/** Outcomes that a step may offer. */
export const OUTCOMES = ['submit', 'approve', 'reject', 'return'] as const;

/** What a person answers to a task. */
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes that are not taken without words. */
export const OUTCOMES_WITH_COMMENT: readonly Outcome[] = ['reject', 'return'];

/** How long nobody nudges (催办) about a task after somebody has. */
export const NUDGED_FOR_MS = 30 * 60_000;

/** The states in which a case can be. */
export const CASE_STATES = [
  'open',
  'completed',
  'rolled-back',
  'joined',
  'rejected',
  'withdrawn',
  'cancelled',
  'expired',
] as const;

/** The state of a case; every state but `open` is final. */
export type CaseState = (typeof CASE_STATES)[number];

/** Why a case may need an administrator 需要处理. */
export const ATTENTION_CODES = [
  'terminated',
  'reset',
  'diverged',
  'task-failing',
  'activity-failing',
  'not-started',
  'missing',
] as const;

/** How urgent a case is, for lists and for the Temporal UI. */
export const PRIORITIES = ['normal', 'high', 'urgent'] as const;

/** The priority of a case. */
export type Priority = (typeof PRIORITIES)[number];

/** Everybody's key for matching tasks: `role:<role>:<customer or *>` and `person:<id>`. */
export const ANY_CUSTOMER = '*';

/** The key that everybody with this role for this customer (null: the whole company) holds. */
export function roleKey(role: Role, customerId: string | null): string {
  return `role:${role}:${customerId ?? ANY_CUSTOMER}`;
}

/** The key that only this person holds. */
export function personKey(personId: string): string {
  return `person:${personId}`;
}

/** Says at compile time that every member of a union was handled; throws if one slips through at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}
