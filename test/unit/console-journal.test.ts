import type { JournalEntry } from '../../console/api/types';
import { journalSentence, journalWords, type Telling } from '../../models/contracts/journal-sentence';
import { sizeOf } from '../../console/parts/size';
import { spanOf } from '../../console/parts/span';
import { sayIn } from '../../console/words/say';
import { JOURNAL_KINDS } from '../../models/contracts/record';
import { scrapProcess } from '../../models/contracts/scrap';

const told = (language: Telling['language']): Telling => ({
  language,
  timeZone: 'Asia/Shanghai',
  stepOf: () => scrapProcess.steps['manager-review']?.title ?? null,
  clockOf: (clock) => scrapProcess.clocks?.[clock] ?? null,
  stageOf: (stage) => scrapProcess.stages[stage] ?? null,
  alarmOf: (alarm) => scrapProcess.alarms?.[alarm] ?? null,
  outcomeOf: () => null,
});
const details = {
  ...{ step: 'manager-review', outcome: 'return', comment: '请补充', state: 'withdrawn', title: '设备报废审批单' },
  ...{ stage: 'wipe', from: 'manager-review', to: 'register', role: 'management' },
};
const entry = (kind: JournalEntry['kind'], more: Partial<JournalEntry> = {}): JournalEntry => ({
  ...{ caseId: 'BF-1', seq: 1, kind, at: '2026-11-22T00:00:00.000Z', by: { id: 'U-1', name: '王经理' } },
  ...{ stage: 'manager-review', taskId: 'BF-1.manager-review.1', details, previousHash: '', hash: '', withheld: [] },
  ...more,
});

describe('the timeline of a case', () => {
  test.each(JOURNAL_KINDS)('tells %s in both languages without a gap', (kind) => {
    for (const language of ['zh', 'en'] as const)
      expect(journalSentence(entry(kind), told(language))).not.toMatch(/[{}]/);
  });

  test.each([
    [entry('task-completed'), '王经理 办理了“项目经理审批”：退回'],
    [
      entry('task-transferred', { details: { ...details, to: { id: 'U-2', name: '孙副经理' } } }),
      '王经理 把“项目经理审批”转给 孙副经理',
    ],
    [
      entry('task-completed', { details: { ...details, outcome: 'approve', tally: {}, isByRemoval: true } }),
      '王经理 减签后，“项目经理审批”表决结束：同意',
    ],
    [entry('returned'), '从“项目经理审批”退回到“登记”'],
    [entry('told', { by: null }), '“项目经理审批”逾期，已报告公司领导'],
    [entry('clock-paused'), '王经理 暂停了“项目经理审批”的计时'],
    [
      entry('clock-paused', { details: { ...details, until: '2026-11-23T01:00:00.000Z' } }),
      '王经理 暂停了“项目经理审批”的计时，至 2026年11月23日 09:00',
    ],
    [
      entry('clock-resumed', { by: null, details: { ...details, until: '2026-11-23T01:00:00.000Z' } }),
      '暂停时间已到，“项目经理审批”恢复计时',
    ],
    [entry('clock-paused', { by: null, taskId: null, details: { clock: 'overall' } }), '系统 暂停了“整单时限”的计时'],
    [entry('reminded', { by: null, taskId: null, details: { clock: 'overall' } }), '已催办“整单时限”'],
    [entry('stage-entered'), '进入“数据清除”'],
    [
      entry('level-raised', { details: { role: 'project-manager', isTop: false } }),
      '客户不满意，升级至项目经理继续处理',
    ],
    [entry('case-closed'), '王经理 结束了流程：已撤回'],
    [entry('case-closed', { by: null }), '流程结束：已撤回'],
  ])('says %#: %s', (one, sentence) => {
    expect(journalSentence(one, told('zh'))).toBe(sentence);
  });

  test('repeats what people said with it', () => {
    expect(journalWords(entry('task-completed'), 'zh')).toBe('请补充');
    expect(journalWords(entry('case-closed', { details: { reason: '设备已修复' } }), 'zh')).toBe('设备已修复');
    expect(journalWords(entry('task-opened', { details: {} }), 'zh')).toBe('');
    const paused = entry('clock-paused', { by: null, details: { clock: 'high', reason: '@customer' } });
    expect([journalWords(paused, 'zh'), journalWords(paused, 'en')]).toEqual([
      '等待客户答复',
      'waiting for the customer',
    ]);
    const cause = { zh: '窗口已结束', en: 'the window was over' };
    expect(journalWords(entry('returned', { details: { cause } }), 'en')).toBe('the window was over');
  });
});

test.each([
  [30_000, '1 分钟'],
  [59 * 60_000, '59 分钟'],
  [90 * 60_000, '1 小时'],
  [47 * 3_600_000, '47 小时'],
  [4 * 86_400_000 + 5, '4 天'],
])('%i ms are %s', (ms, words) => {
  expect(spanOf(ms, sayIn('zh'))).toBe(words);
});

test.each([
  [12, '12 B'],
  [2048, '2 kB'],
  [5 * 1024 * 1024, '5.0 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeOf(bytes)).toBe(words);
});
