import { CASE_STATES } from '../../models/codes';
import type { ProcessContract } from '../../models/contracts/process';
import { PROCESSES } from '../../models/contracts/processes';
import { STATE_TITLES, waitingSentence, type WaitingRow } from '../../models/contracts/waiting';
import { scrapProcess } from '../../models/contracts/scrap';

type TaskWaiting = Extract<WaitingRow, { kind: 'task' }>;

const LANGUAGES = ['zh', 'en'] as const;
const people = (...names: readonly string[]) => names.map((name) => ({ id: `U-${name}`, name }));
const task: TaskWaiting = {
  kind: 'task',
  taskId: 'BF-20261121-0001.manager-review.1',
  step: 'manager-review',
  assignee: null,
  candidates: people('王经理'),
  isFallback: false,
  dueAt: '2026-11-23T10:00:00.000Z',
  next: { at: '2026-11-22T10:00:00.000Z', does: 'remind', to: null },
};

const tally = { approvals: 0, refusals: 0, seats: 2, needed: 2 };
const asks = (by: string, to: string) => ({ to: people(to)[0]!, by: people(by)[0]! });

function say(
  waiting: WaitingRow,
  language: 'zh' | 'en',
  process: ProcessContract = scrapProcess,
  state = 'open',
): string {
  const telling = { process, state: state as 'open', timeZone: 'Asia/Shanghai' };
  return waitingSentence(waiting, telling, language);
}

const NEXT: readonly TaskWaiting['next'][] = [
  null,
  ...(['remind', 'expire'] as const).map((does) => ({ at: '2026-11-22T10:00:00.000Z', does, to: null })),
  ...(['hand-over', 'tell'] as const).map((does) => ({ at: '2026-11-22T10:00:00.000Z', does, to: 'management' })),
];

/** Everything that a case of a procedure can wait for. */
function waitings(process: ProcessContract): WaitingRow[] {
  const steps = [...Object.keys(process.steps), 'a-step-of-an-older-version'];
  const whos: Partial<TaskWaiting>[] = [
    ...[people('甲'), people('甲', '乙', '丙'), people('甲', '乙', '丙', '丁')].map((candidates) => ({ candidates })),
    ...[
      { candidates: people('管'), isFallback: true },
      { candidates: [], isFallback: true },
    ],
    { assignee: people('甲')[0]! },
  ];
  const tasks = steps.flatMap((step) =>
    whos.flatMap((who) =>
      NEXT.flatMap((next) => [task.dueAt, null].map((dueAt) => ({ ...task, step, ...who, next, dueAt }))),
    ),
  );
  const works = [...Object.keys(process.documents), 'a-document-of-an-older-version'];
  return [{ kind: 'nothing' }, ...works.map((doing) => ({ kind: 'work', doing }) as const), ...tasks];
}

describe.each(PROCESSES.map((process) => [process.type, process] as const))('a case of %s', (_, process) => {
  test.each(CASE_STATES)('that is %s says one sentence in both languages, whatever it waits for', (state) => {
    for (const waiting of waitings(process)) {
      const zh = say(waiting, 'zh', process, state);
      const en = say(waiting, 'en', process, state);
      expect(zh).toMatch(/^[^\s。].+。$/u);
      expect(en).toMatch(/^(Waiting for|The) \S.+\.$/u);
      expect(`${zh} ${en}`).not.toMatch(/undefined|null|NaN|Invalid| {2}|；。|; \.|“”|《》/);
    }
  });
});

test.each<[string, Partial<TaskWaiting>, string, string]>([
  [
    'until when, and what happens before',
    {},
    '等待王经理办理“项目经理审批”，期限 2026年11月23日 18:00；2026年11月22日 18:00 起发出催办。',
    "Waiting for 王经理 to do “Project manager's approval”, due 2026-11-23 18:00; at 2026-11-22 18:00 a reminder is sent.",
  ],
  [
    'the three first of many who could',
    { candidates: people('甲', '乙', '丙', '丁', '戊'), dueAt: null, next: null },
    '等待甲、乙、丙等 5 人办理“项目经理审批”。',
    "Waiting for 甲, 乙, 丙 and 2 more to do “Project manager's approval”.",
  ],
  [
    'the one who has claimed it',
    { assignee: people('赵工')[0]!, dueAt: null, next: { at: '2026-11-22T10:00:00Z', does: 'tell', to: 'management' } },
    '等待赵工办理“项目经理审批”；2026年11月22日 18:00 起报告公司领导。',
    "Waiting for 赵工 to do “Project manager's approval”; at 2026-11-22 18:00 the Management is told.",
  ],
  [
    'that nobody holds the role',
    { candidates: people('管理员'), isFallback: true, dueAt: null, next: null },
    '等待系统管理员（管理员）（无人担任该步骤的角色）办理“项目经理审批”。',
    "Waiting for the administrator (管理员) (nobody holds the step's role) to do “Project manager's approval”.",
  ],
  [
    'whose opinion the one waits for who decides',
    { assignee: people('赵工')[0]!, delegatedBy: people('孙副经理')[0]!, dueAt: null, next: null },
    '等待赵工答复孙副经理的委派“项目经理审批”。',
    "Waiting for 赵工 to tell 孙副经理 what they think of “Project manager's approval”.",
  ],
  [
    'apart who votes, and whose opinion another waits for before they do',
    { candidates: people('吴总'), tally, asked: [asks('孙副经理', '赵工')], dueAt: null, next: null },
    '等待赵工答复孙副经理的委派，吴总表决“项目经理审批”（0 人同意，0 人不同意，还需 2 人同意）。',
    "Waiting for 赵工 to tell 孙副经理 what they think of it and for 吴总 to vote on “Project manager's approval” (0 for, 0 against, 2 more needed).",
  ],
  [
    'that all who vote wait for opinions',
    { candidates: [], tally, asked: [asks('孙副经理', '赵工'), asks('吴总', '周会计')], dueAt: null, next: null },
    '等待赵工答复孙副经理的委派，周会计答复吴总的委派“项目经理审批”（0 人同意，0 人不同意，还需 2 人同意）。',
    "Waiting for 赵工 to tell 孙副经理 what they think of “Project manager's approval” and for 周会计 to tell 吴总 what they think of “Project manager's approval” (0 for, 0 against, 2 more needed).",
  ],
  [
    'that of several in an order, whoever is next waits for an opinion, also in rows that do not say who asked',
    { assignee: people('赵工')[0]!, delegatedBy: people('孙副经理')[0]!, tally, dueAt: null, next: null },
    '等待赵工答复孙副经理的委派“项目经理审批”（0 人同意，0 人不同意，还需 2 人同意）。',
    "Waiting for 赵工 to tell 孙副经理 what they think of “Project manager's approval” (0 for, 0 against, 2 more needed).",
  ],
])('the sentence tells %s', (_, change, zh, en) => {
  expect(LANGUAGES.map((language) => say({ ...task, ...change }, language))).toEqual([zh, en]);
});

test('a case that waits for no person says what it does, and one that has ended how', () => {
  expect(say({ kind: 'work', doing: 'scrap-approval' }, 'zh')).toBe('系统正在生成《设备报废审批单》，完成后自动继续。');
  expect(say({ kind: 'nothing' }, 'zh', scrapProcess, 'withdrawn')).toBe('流程已撤回。');
  expect(say({ kind: 'nothing' }, 'en', scrapProcess, 'withdrawn')).toBe('The case is withdrawn.');
});

test('every state has a title in both languages, no two alike', () => {
  expect(Object.keys(STATE_TITLES)).toEqual([...CASE_STATES]);
  for (const language of LANGUAGES)
    expect(new Set(CASE_STATES.map((state) => STATE_TITLES[state][language])).size).toBe(CASE_STATES.length);
});
