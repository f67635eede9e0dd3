import { mustEnd, saveMails, step, type Stage } from './stage';
import { Visitor } from './visitor';

const SIGNED = { signature: true };
const AGREED = { outcome: 'approve', comment: '同意。', form: SIGNED };
const PEOPLE = ['li', 'zhao', 'wang', 'yang', 'ma', 'tang', 'liu'] as const;

/** 变更割接: a cutover of three steps whose second fails its check, and which is rolled back in reverse order. */
export async function playCutover(stage: Stage): Promise<void> {
  const signIn = async (name: string) => await new Visitor(stage.running.apiUrl, name).signIn(stage.password);
  const all = await Promise.all(PEOPLE.map(signIn));
  const [li, zhao, , yang, ma, tang, liu] = all as [Visitor, Visitor, Visitor, Visitor, Visitor, Visitor, Visitor];

  stage.say('【变更割接】第 2 步检查不通过，逆序回退（rolled back）');
  const { caseId } = await li.post<{ caseId: string }>('/cases', { process: 'change-cutover', form: request() }, 201);
  stage.say(`  李工申请变更：${caseId}`);
  const does = async (what: string, who: Visitor, of: string, body: Readonly<Record<string, unknown>>) => {
    await step(stage, li, caseId, what, async () => await who.decides(caseId, of, body));
  };

  await does('李工提交割接计划', li, 'plan', { outcome: 'submit', form: plan() });
  await does('李工和用户按计划测试', li, 'test', { outcome: 'approve', form: tested() });
  for (const [name, who] of Object.entries({ 杨开发: yang, 马运行: ma, 唐维护: tang, 刘处长: liu }))
    await does(`${name}会签`, who, 'sign-off', AGREED);
  await does('刘处长批准割接', liu, 'user-approval', AGREED);
  await does('赵工备份', zhao, 'backup', { outcome: 'approve', form: backup() });
  await does('李工完成第 1 步', li, 'execute', { outcome: 'approve', form: result('服务已停止') });
  await does('赵工第 2 步检查不通过', zhao, 'execute', {
    outcome: 'reject',
    comment: '建表脚本报错 ORA-00955',
    form: {},
  });
  await does('赵工回退前备份', zhao, 'backup-before-undo', { outcome: 'approve', form: backup() });
  await does('赵工回退第 2 步', zhao, 'undo', { outcome: 'approve', form: result('表已删除') });
  await does('李工回退第 1 步', li, 'undo', { outcome: 'approve', form: result('服务已启动') });
  await does('赵工恢复数据', zhao, 'restore', { outcome: 'approve', form: result('与备份一致') });
  await does('马运行验证', ma, 'verify-restored', { outcome: 'approve', form: result('支付和对账正常') });
  await does('李工编写割接报告', li, 'report', { outcome: 'submit', form: report() });
  await does('刘处长签收', liu, 'report-receipt', { outcome: 'submit', form: SIGNED });
  await mustEnd(stage, li, caseId, 'rolled-back', 4);
  await saveMails(stage, [caseId]);
}

function request() {
  return {
    customer: 'C-0001',
    kind: 'normal',
    title: '集中支付系统升级到 5.2',
    // Two runs of the demo do not stand in each other's way.
    system: `财政集中支付系统 ${Date.now()}`,
    reason: '支持新的支付接口。',
    content: '替换支付服务程序，新增对账表 2 张。',
    reach: '割接期间不能支付和对账，约 40 分钟；不影响其他系统。',
    risk: 'middle',
  };
}

function plan() {
  const [from, to] = [Date.now() - 60_000, Date.now() + 2 * 3_600_000].map((at) => new Date(at).toISOString());
  const steps = [
    { action: '停止支付服务', check: '进程已退出，端口已释放', undo: '启动原支付服务', minutes: 10, by: 'U-li' },
    { action: '执行建表脚本', check: '脚本无报错，表结构正确', undo: '删除新建的表', minutes: 15, by: 'U-zhao' },
    { action: '部署 5.2 并启动', check: '健康检查通过', undo: '停止 5.2，恢复原程序目录', minutes: 15, by: 'U-li' },
  ];
  return {
    ...{ from, to, steps, noReturnAfter: 3, watch: 'U-wang', observationHours: 2 },
    backup: '程序目录打包；数据库全量导出，异机保存。',
    backupBy: 'U-zhao',
    triggers: '任何一步检查不通过或超时；窗口结束；值守人叫停。',
    tests: tests(),
  };
}

function tests() {
  return [
    { subject: '单笔支付', expected: '支付成功，回单正确' },
    { subject: '日终对账', expected: '对账一致' },
  ];
}

function tested() {
  const results = tests().map((test) => ({ ...test, actual: '与预期一致', result: 'passed' }));
  return { results, users: '支付中心 张科员、李科员', depth: 'as-new', ...SIGNED };
}

function backup() {
  return {
    programs: '/backup/pay/app.tgz',
    data: '/backup/pay/pay.dmp',
    checks: { complete: true, restorable: true },
    ...SIGNED,
  };
}

function result(said: string) {
  return { result: said, ...SIGNED };
}

function report() {
  return {
    summary: '第 2 步建表脚本报错，按计划逆序回退，系统已恢复。',
    problems: '目标库残留同名表，测试环境没有。',
    state: '运行原版本 5.1，支付和对账正常。',
    ...SIGNED,
  };
}
