import { COMPLAINT_DOCUMENTS } from '../../activities/documents/complaint';
import type { AttemptedMeasure, ComplaintAttempt, ComplaintData } from '../../models/contracts/complaint-run';
import type { DocumentView, PrintedBlock } from '../../models/contracts/document';
import type { CaseHead, DocumentRequest } from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';

const at = (minute: number) => `2026-11-23T02:${String(minute).padStart(2, '0')}:00.000Z`;
const [SUN, WANG, ZHAO, SHEN, LIU] = ['孙副经理', '王经理', '赵工', '沈质控', '刘处长'].map((name, index) => ({
  id: `U-${index}`,
  name,
})) as [Name, Name, Name, Name, Name];
type Name = { readonly id: string; readonly name: string };

function decided(step: string, by: Name, minute: number, more: Partial<Decision> = {}): Decision {
  return {
    ...{ taskId: `TS-1.${step}.${minute}`, stage: step, step, round: 1, outcome: 'submit', by, forWhom: null },
    ...{ at: at(minute), comment: '', returnTo: null, form: {}, names: {}, isVoid: false, ...more },
  };
}

/** What one attempt decided, from that minute on. */
const worked = (by: Name, from: number, found: string): Decision[] => [
  decided('facts', by, from, { form: { facts: found, causes: '无备岗', isJustified: 'yes', signature: true } }),
  decided('minutes', ZHAO, from + 1, {
    form: {
      attendees: [{ person: 'U-2', part: '记录' }],
      discussed: `讨论${found}`,
      resolved: '整改',
      signature: true,
    },
    names: { 'U-2': '赵工' },
  }),
  decided('write-report', by, from + 2, { form: { problem: found, signature: true } }),
  decided('report-review', WANG, from + 3, { outcome: 'approve', comment: `同意${found}` }),
  decided('carry-out', ZHAO, from + 4, { item: '1', form: { done: `落实${found}`, evidence: [] } }),
  decided('verify-measure', SHEN, from + 5, { item: '1', outcome: 'approve', form: { checked: `验证${found}` } }),
  decided('answer', by, from + 6, { form: { answer: `答复${found}`, signature: true } }),
];
const said = (outcome: 'approve' | 'reject', minute: number, comment: string) =>
  decided('satisfaction', LIU, minute, { outcome, comment });

const measure = (what: string): AttemptedMeasure => ({
  ...{ what, kind: 'corrective', owner: ZHAO, due: at(59), attempt: 1, state: 'verified', done: null, verified: null },
});

function attempt(number: number, more: Partial<ComplaintAttempt>): ComplaintAttempt {
  return {
    ...{ number, role: 'deputy-project-manager', ledBy: SUN, facts: null, minutes: null, report: null, measures: [] },
    ...{ answer: null, phoned: null, satisfaction: null, decided: 0, ...more },
  };
}

function printed(kind: string, decisions: readonly Decision[], change: Partial<ComplaintData>): DocumentView {
  const head = { id: 'TS-1', process: 'complaint', applicant: SUN, startedAt: at(0) } as CaseHead;
  const request = { customer: 'C-1', kind: 'attitude', urgency: 'normal', channel: 'phone', description: '态度恶劣' };
  const data = { request, names: {}, measures: [], dissatisfied: [], attempts: [], cancelled: null, ...change };
  const made = { id: 'D-1', kind, head, state: 'open', data, facts: {}, decisions, issuedAt: at(59) };
  const setting = { company: '华信', timeZone: 'Asia/Shanghai' };
  return COMPLAINT_DOCUMENTS[kind]!(
    { ...made, journalHead: { seq: 1, hash: '' } } as unknown as DocumentRequest,
    setting,
  );
}

const titles = (blocks: readonly PrintedBlock[]) => blocks.map((one) => ('title' in one ? one.title : ''));

const first = worked(SUN, 1, '无人接听');
const second = worked(WANG, 11, '没有备岗');
const decisions = [...first, said('reject', 8, '仍无人接听'), ...second, said('approve', 18, '满意了')];
const heard = { at: at(8), by: LIU };
const attempts = [
  attempt(1, {
    measures: [measure('学习纪律')],
    satisfaction: { ...heard, words: '仍无人接听', isSatisfied: false },
    decided: 8,
  }),
  attempt(2, {
    ...{ role: 'project-manager', ledBy: WANG, measures: [measure('增加备岗')] },
    satisfaction: { ...heard, words: '满意了', isSatisfied: true },
    decided: 16,
  }),
];

test('投诉处理报告 has each attempt with all that it did, verified measures of all of them, and what was said to it', () => {
  const { blocks, conclusion } = printed('complaint-report', decisions, { attempts });
  const parts = ['（一）调查核实', '（二）会议纪要', '（三）整改报告', '（四）纠正和预防措施', '（五）答复客户'];
  expect(titles(blocks)).toEqual([
    '一、投诉情况',
    ...['二、第 1 次处理', ...parts, '（六）审批与客户意见'],
    ...['三、第 2 次处理', ...parts, '（六）审批与客户意见'],
  ]);
  expect(conclusion).toBe('客户满意');
  const text = (from: number, to: number) => JSON.stringify(blocks.slice(from, to));
  for (const words of ['副经理', '无人接听', '落实无人接听', '验证无人接听', '学习纪律', '不满意：仍无人接听'])
    expect(text(1, 8)).toContain(words);
  for (const words of ['项目经理', '没有备岗', '落实没有备岗', '验证没有备岗', '增加备岗', '满意：满意了'])
    expect(text(8, 15)).toContain(words);
  expect(text(1, 8)).not.toMatch(/没有备岗|满意了/);
  expect(text(8, 15)).not.toMatch(/落实无人接听|仍无人接听/);
});

test('投诉处理报告 says when somebody was told who cannot be written to', () => {
  const told = decided('notify', SUN, 0, { form: { toldAt: at(0), remark: '电话告知', signature: true } });
  const { blocks } = printed('complaint-report', [told, ...decisions], {
    attempts: attempts.map((one) => ({ ...one, decided: one.decided + 1 })),
  });
  expect(titles(blocks).slice(0, 4)).toEqual(['一、投诉情况', '二、第 1 次处理', '（一）告知投诉人', '（二）调查核实']);
  expect(titles(blocks).filter((title) => title.includes('告知投诉人'))).toHaveLength(1);
});

test('投诉处理报告 of a complaint that was cancelled says why, and how far it came', () => {
  const cancelled = { at: at(30), by: WANG, words: '客户撤诉' };
  const { blocks, conclusion } = printed('complaint-report', [...decisions.slice(0, 9)], {
    ...{ attempts: [attempts[0]!, attempt(2, { role: 'project-manager', decided: 9 })], cancelled },
  });
  expect(conclusion).toBe('已取消');
  expect(titles(blocks).slice(-3)).toEqual(['三、第 2 次处理', '（一）调查核实', '四、取消']);
  expect(JSON.stringify(blocks.at(-1))).toContain('客户撤诉');
});

test('what QA did not verify stands in the papers beside what it verified then', () => {
  const tried = [
    decided('carry-out', ZHAO, 1, { item: '1', form: { done: '口头提醒', evidence: [] } }),
    decided('verify-measure', SHEN, 2, { item: '1', outcome: 'reject', comment: '没有培训记录' }),
    decided('carry-out', ZHAO, 3, { item: '1.2', form: { done: '培训签到', evidence: [] } }),
    decided('verify-measure', SHEN, 4, { item: '1.2', outcome: 'approve', form: { checked: '抽问两人' } }),
    decided('carry-out', SHEN, 5, { item: '2', form: { done: '更新制度', evidence: [] } }),
  ];
  const measures = [
    { ...measure('培训'), attempt: 2, doneBy: ZHAO, refusal: '没有培训记录' },
    { ...measure('修订制度'), doneBy: SHEN, refusal: '' },
  ];
  const { blocks } = printed('measures-notice', tried, { measures });
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  expect(rows.slice(2).map(([number, , , , done, checked]) => [number, done, checked])).toEqual([
    ['1', '口头提醒\n赵工\n2026年11月23日 10:01', '验证不通过：没有培训记录\n沈质控\n2026年11月23日 10:02'],
    ['1（第 2 次）', '培训签到\n赵工\n2026年11月23日 10:03', '抽问两人\n沈质控\n2026年11月23日 10:04'],
    ['2', '更新制度\n沈质控\n2026年11月23日 10:05', ''],
  ]);
});

test('整改报告 and 会议纪要 of a later attempt are of that attempt alone', () => {
  const now = [...first, said('reject', 8, '仍无人接听'), ...second.slice(0, 4)];
  for (const kind of ['rectification', 'meeting-minutes']) {
    const text = JSON.stringify(printed(kind, now, { attempts: [attempts[0]!] }).blocks);
    expect(text).toContain('没有备岗');
    expect(text).not.toMatch(/同意无人接听|讨论无人接听/);
  }
});
