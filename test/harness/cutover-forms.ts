const backup = {
  programs: '/backup/his/2026-11-23/app.tgz',
  data: '/backup/his/2026-11-23/his.dmp',
  checks: { complete: true, restorable: true },
  signature: true,
};
const result = { result: '检查正常', signature: true };

/** The forms of a cutover's steps, complete. */
export const CUTOVER_FORMS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  backup,
  'backup-before-undo': backup,
  execute: result,
  verify: result,
  observed: result,
  undo: result,
  restore: result,
  'verify-restored': result,
  watch: { reason: '交易失败率升高' },
  'backup-trouble': { way: 'again', how: '已腾出空间', signature: true },
  'restore-trouble': { way: 'otherwise', how: '手工修复', signature: true },
  'undo-trouble': { way: 'again', how: '重新执行', signature: true },
  report: { summary: '按计划完成', state: '运行正常', signature: true },
  'update-documents': { documents: [{ name: '部署手册', version: '1.1', change: '更新版本号' }] },
  audit: { answer: 'yes', basis: '查阅记录', signature: true },
};

/** What a test may say about a plan. */
export interface Planned {
  readonly steps?: number;
  /** The limit of each step. */
  readonly minutes?: number;
  readonly from?: Date;
  readonly to?: Date;
  readonly noReturnAfter?: number;
  readonly observationHours?: number;
}

/** A plan: its window is open already, for an hour, unless the test says otherwise. */
export function planForm({ steps = 6, minutes = 5, from, to, noReturnAfter, observationHours = 0 }: Planned = {}) {
  const now = Date.now();
  return {
    from: (from ?? new Date(now - 60_000)).toISOString(),
    to: (to ?? new Date(now + 3_600_000)).toISOString(),
    steps: Array.from({ length: steps }, (_, index) => ({
      action: `执行脚本 ${index + 1}`,
      check: `核对日志 ${index + 1}`,
      undo: `执行回退脚本 ${index + 1}`,
      minutes,
      by: index % 2 === 0 ? 'U-li' : 'U-zhao',
    })),
    ...(noReturnAfter !== undefined && { noReturnAfter }),
    backup: '全量备份应用目录和数据库',
    backupBy: 'U-zhao',
    triggers: '检查不通过，或窗口结束',
    watch: 'U-wang',
    observationHours,
    tests: [
      { subject: '挂号', expected: '挂号成功' },
      { subject: '收费', expected: '收费成功，票据正确' },
    ],
  };
}

/** The tests of such a plan, all passed, with users. */
export const TESTED = {
  results: planForm().tests.map((test) => ({ ...test, actual: '与预期一致', result: 'passed' })),
  users: '门诊收费处张三、李四',
  depth: 'as-new',
  signature: true,
};

/** A request of a change of the first demo customer. */
export function changeBody(request: Readonly<Record<string, unknown>> = {}) {
  const form = {
    customer: 'C-0001',
    kind: 'normal',
    title: '收费系统升级到 3.2',
    system: `门诊收费系统 ${Math.random().toString(36).slice(2)}`,
    reason: '医保接口变更',
    content: '替换收费服务程序，增加两张表',
    reach: '影响全院门诊收费窗口，割接期间停止收费',
    risk: 'middle',
    ...request,
  };
  return { process: 'change-cutover', form };
}
