import { CUTOVER_DOCUMENTS } from '../../activities/documents/change-cutover';
import type { PrintedBlock } from '../../models/contracts/document';
import type { CaseHead, DocumentRequest } from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';

const at = (minute: number) => `2026-11-23T14:${String(minute).padStart(2, '0')}:00.000Z`;
const [LI, ZHAO, WANG] = ['李工', '赵工', '王经理'].map((name, index) => ({ id: `U-${index}`, name }));

function decided(step: string, minute: number, more: Partial<Decision> = {}): Decision {
  return {
    ...{
      taskId: `GJ-1.${step}.${minute}`,
      stage: 'cutover',
      step,
      round: 1,
      outcome: 'approve',
      by: LI!,
      forWhom: null,
    },
    ...{ at: at(minute), comment: '', returnTo: null, form: {}, names: {}, isVoid: false, ...more },
  };
}

const step = (number: number) => ({
  action: `脚本 ${number}`,
  check: '日志',
  undo: `回退脚本 ${number}`,
  minutes: 5,
  by: 'U-0',
});
const begun = [1, 2].map((one) => ({ step: one, at: at(10 + one) }));
const backup = { programs: '/backup/app.tgz', data: '/backup/before-undo.dmp', checks: {}, signature: true };

const data = (change: object, run: object) => ({
  ...{ request: { kind: 'normal', title: '升级', system: '收费' }, names: {}, clashes: null, filed: {}, audit: [] },
  plan: { steps: [step(1), step(2)], tests: [{ subject: '收费', expected: '成功' }] },
  calledOff: [],
  run: { begun, done: [1], troubles: [], heard: [], undone: [2, 1], isRolledBack: true, ...run },
  ...change,
});

function printed(kind: string, decisions: readonly Decision[], of: object): readonly PrintedBlock[] {
  const head = { id: 'GJ-1', process: 'change-cutover', applicant: LI, startedAt: at(0) } as CaseHead;
  const request = { id: 'D-1', kind, head, state: 'rolled-back', data: of, facts: {}, decisions, issuedAt: at(50) };
  const setting = { company: '华信', timeZone: 'Asia/Shanghai' };
  const made = { ...request, journalHead: { seq: 1, hash: '' } } as unknown as DocumentRequest;
  return CUTOVER_DOCUMENTS[kind]?.(made, setting).blocks ?? [];
}

const block = (blocks: readonly PrintedBlock[], title: string) =>
  blocks.find((one) => 'title' in one && one.title.includes(title));
const rowsOf = (of: PrintedBlock | undefined) => (of?.kind === 'table' ? of.rows : []);
const fieldsOf = (of: PrintedBlock | undefined) => (of?.kind === 'fields' ? of.fields.map(({ value }) => value) : []);

describe('割接报告', () => {
  const during = { doing: 'execute', attempt: 1 };
  const lapsed = { during, cause: 'over-time', step: 2, reason: '', by: null, at: at(14), isPastNoReturn: false };

  test('prints the steps that nobody answered, each where it was stopped: over its time, or by a halt', () => {
    const executed = decided('execute', 12, { item: '1', form: { result: '正常' } });
    const over = printed('cutover-report', [executed], data({}, { troubles: [lapsed] }));
    expect(rowsOf(block(over, '割接步骤执行情况')).map(([what, how, who]) => [what, how, who])).toEqual([
      ['第 1 步 脚本 1', '已完成，检查通过', '李工'],
      ['第 2 步 脚本 2', '超时，已关闭', '系统'],
    ]);
    const halt = { ...lapsed, during: { doing: 'execute', attempt: 2 }, cause: 'halted', reason: '报警', by: WANG };
    const halted = printed('cutover-report', [executed], data({}, { troubles: [halt] }));
    expect(rowsOf(block(halted, '割接步骤执行情况'))[1]).toEqual([
      ...['第 2 步 脚本 2（第 2 次）', '已中止（值守人叫停）', '王经理', '2026年11月23日 22:14', '报警'],
    ]);
  });

  test('prints where the data were backed up before the undo, what failed, and the names of attached files', () => {
    const undo = { item: '2', form: { result: '已回退', files: ['F-1'] }, names: { 'F-1': '回退日志.txt' } };
    const decisions = [
      decided('backup-before-undo', 15, { outcome: 'reject', comment: '磁盘满' }),
      decided('backup-trouble', 16, { outcome: 'submit', item: 'backup', form: { way: 'again', how: '已清理' } }),
      decided('backup-before-undo', 17, { item: '.2', form: backup, by: ZHAO! }),
      decided('undo', 18, undo),
      decided('restore', 19, { outcome: 'reject', comment: '缺日志' }),
      decided('undo-trouble', 20, { outcome: 'submit', item: 'restore', form: { way: 'again', how: '补传' } }),
    ];
    const blocks = printed('cutover-report', decisions, data({}, { troubles: [lapsed] }));
    expect(fieldsOf(block(blocks, '回退前备份'))).toContain('/backup/before-undo.dmp');
    const rows = rowsOf(block(blocks, '回退情况')).map(([what, how, , , said]) => [what, how, said]);
    expect(rows).toEqual([
      ['回退前备份数据', '不能备份', '磁盘满'],
      ['决定不能备份时是否继续回退', '提交', '再次备份；已清理'],
      ['回退前备份数据（第 2 次）', '备份完成', ''],
      ['第 2 步 回退脚本 2', '已回退并确认', '已回退；附件：回退日志.txt'],
      ['恢复数据', '恢复失败', '缺日志'],
      ['处置回退失败：恢复数据', '提交', '再次执行回退；补传'],
    ]);
    expect(blocks.map((one) => ('title' in one ? one.title.charAt(0) : '')).join('')).toBe('一二三四五六');
  });

  test('tells of a window in which nothing was begun', () => {
    const off = { ...lapsed, during: { doing: 'backup', attempt: 1 }, cause: 'backup', step: null, reason: '磁盘满' };
    const blocks = printed('cutover-report', [], data({ calledOff: [off] }, {}));
    expect(rowsOf(block(blocks, '问题'))[0]?.slice(1, 4)).toEqual(['备份未完成', '尚未开始', '磁盘满']);
  });
});

test('测试报告 of an emergency says that it was tested afterwards, and how that went', () => {
  const results = [{ subject: '收费', expected: '成功', actual: '失败', result: 'failed' }];
  const late = decided('late-test', 30, { outcome: 'reject', form: { results, depth: 'less' } });
  const head = { id: 'GJ-1', process: 'change-cutover', applicant: LI, startedAt: at(0) };
  const request = { kind: 'test-report', head, state: 'open', data: data({}, {}), facts: {}, decisions: [late] };
  const made = { ...request, issuedAt: at(50), journalHead: { seq: 1, hash: '' } } as unknown as DocumentRequest;
  const view = CUTOVER_DOCUMENTS['test-report']?.(made, { company: '华信', timeZone: 'Asia/Shanghai' });
  expect(view?.conclusion).toBe('割接后补做，测试不通过');
});
