import type { AuditAnswer, CutoverData } from '../../models/contracts/change-cutover-run';
import type { Outcome } from '../../models/codes';
import type { Decision } from '../../models/contracts/task';
import { auditAnswers, type AuditedCase } from '../../models/cutover-audit';
import { AUDIT_QUESTIONS } from '../../models/cutover-words';

const at = (minute: number) => `2026-11-23T14:${String(minute).padStart(2, '0')}:00.000Z`;
const PERSON = { id: 'U-li', name: '李工' };

/** What somebody decided at a minute of the evening. */
function decided(step: string, minute: number, more: Partial<Decision> = {}): Decision {
  const outcome: Outcome = more.outcome ?? 'approve';
  return {
    ...{ taskId: `GJ-1.${step}.${minute}`, stage: step, step, round: 1, outcome, by: PERSON, forWhom: null },
    ...{ at: at(minute), comment: '', returnTo: null, form: {}, names: {}, isVoid: false, ...more },
  };
}

const tested = {
  results: [{ subject: '收费', expected: '成功', actual: '成功', result: 'passed' }],
  users: '张三',
  depth: 'as-new',
};
const test0 = (change: object = {}) => decided('test', 2, { form: { ...tested, ...change } });

const GOOD: readonly Decision[] = [
  decided('plan', 1, { outcome: 'submit' }),
  test0(),
  decided('sign-off', 3),
  decided('user-approval', 4),
  decided('backup', 10),
  decided('execute', 11, { item: '1' }),
  decided('execute', 12, { item: '2' }),
  decided('verify', 13),
  decided('observed', 14),
  decided('report', 20, { outcome: 'submit' }),
  decided('report-receipt', 21, { outcome: 'submit' }),
];

/** Steps that were begun at 14:10, before anybody answered, and then each a minute later. */
const begun = (...steps: readonly number[]) => steps.map((step, index) => ({ step, at: at(10 + index) }));

const data = (change: object = {}, run: object = {}): CutoverData =>
  ({
    request: { kind: 'normal' },
    names: {},
    plan: { steps: [{}, {}], tests: [{ subject: '收费', expected: '成功' }] },
    clashes: null,
    filed: {
      'test-report': { id: 'R1', at: at(3) },
      'cutover-plan': { id: 'P1', at: at(3) },
      'cutover-report': { id: 'C1', at: at(20) },
    },
    run: { begun: begun(1, 2), done: [1, 2], troubles: [], heard: [], undone: [], isRolledBack: false, ...run },
    calledOff: [],
    audit: [],
    ...change,
  }) as unknown as CutoverData;

const answersOf = (decisions: readonly Decision[], of: CutoverData = data()) => {
  const audited: AuditedCase = { caseId: 'GJ-1', startedAt: at(0), decisions, data: of };
  return auditAnswers(audited);
};
const without = (...steps: readonly string[]) => GOOD.filter(({ step }) => !steps.includes(step));
const instead = (...others: readonly Decision[]) => [...without(...others.map(({ step }) => step)), ...others];
const of = (audit: readonly AuditAnswer[], answer: AuditAnswer['answer']) =>
  audit.filter((one) => one.answer === answer).map(({ question }) => question);

describe('the twelve questions of a cutover', () => {
  test('are those of the document, each answered once', () => {
    expect(answersOf(GOOD).map(({ question }) => question)).toEqual(Object.keys(AUDIT_QUESTIONS));
    expect(Object.keys(AUDIT_QUESTIONS)).toHaveLength(12);
  });

  test('of a cutover that kept the rules: yes, and no trouble; each cites its record', () => {
    const audit = answersOf(GOOD);
    expect(of(audit, 'no')).toEqual([]);
    expect(of(audit, 'ask')).toEqual([]);
    expect(of(audit, 'not-applicable')).toEqual(['running-3']);
    const known = [...GOOD.map(({ taskId }) => taskId), 'R1', 'P1', 'C1', 'GJ-1'];
    for (const { cites } of audit) {
      expect(cites.length).toBeGreaterThan(0);
      for (const { id } of cites) expect(known).toContain(id);
    }
  });

  test.each<[string, readonly Decision[], CutoverData, readonly string[]]>([
    ['nobody let it through', without('user-approval'), data(), ['change-1', 'change-2']],
    ['the user lead agreed afterwards', instead(decided('user-approval', 30)), data(), ['change-2']],
    ['a step was left out', GOOD, data({}, { begun: begun(1, 3), done: [1, 3] }), ['change-2']],
    ['a step was not finished', GOOD, data({}, { done: [1] }), ['change-1']],
    ['it was refused afterwards', [...GOOD, decided('late-approval', 40, { outcome: 'reject' })], data(), ['change-1']],
    ['it was analysed anew when it was done', [...GOOD, decided('amend', 30)], data(), ['change-3']],
    ['a test of the plan was left out', instead(test0({ results: [] })), data(), ['cutover-1']],
    ['a test failed', instead(test0({ results: [{ ...tested.results[0], result: 'failed' }] })), data(), ['cutover-1']],
    ['it was tested less', instead(test0({ depth: 'less' })), data(), ['cutover-2']],
    ['no user took part', instead(test0({ users: undefined })), data(), ['cutover-3']],
    ['one of the four did not sign', instead(decided('sign-off', 3, { outcome: 'reject' })), data(), ['cutover-4']],
    ['they signed afterwards', instead(decided('sign-off', 30)), data(), ['cutover-4']],
    [
      'the report of the tests was not kept',
      GOOD,
      data({ filed: { 'cutover-plan': { id: 'P1', at: at(3) }, 'cutover-report': { id: 'C1', at: at(20) } } }),
      ['cutover-5'],
    ],
    [
      'the user got the plan afterwards',
      GOOD,
      data({
        filed: { ...data().filed, 'cutover-plan': { id: 'P1', at: at(30) } },
      }),
      ['cutover-6'],
    ],
    ['nobody signed for the report', without('report-receipt'), data(), ['cutover-6']],
    ['it was backed up afterwards', instead(decided('backup', 30)), data(), ['running-1']],
    ['it was not backed up', without('backup'), data(), ['running-1']],
    ['the operations lead did not verify it', without('verify'), data(), ['running-2']],
    ['they found it harmed', instead(decided('verify', 13, { outcome: 'reject' })), data(), ['running-2']],
  ])('%s: no', (_, decisions, audited, questions) => {
    expect(of(answersOf(decisions, audited), 'no')).toEqual(questions);
  });

  const trouble = { troubles: [{ cause: 'check-failed' }] };
  const undone = [
    decided('backup-before-undo', 15),
    decided('undo', 16, { item: '2' }),
    decided('undo', 17, { item: '1' }),
    decided('restore', 18),
    decided('verify-restored', 19),
  ];

  test('what was rolled back was put back: yes; with an undo left out, or without a backup before: no', () => {
    const back = data({}, { ...trouble, done: [1], undone: [2, 1], isRolledBack: true });
    const audit = answersOf([...without('verify', 'observed'), ...undone], back);
    expect(of(audit, 'no')).toEqual([]);
    expect(audit.find(({ question }) => question === 'running-3')?.cites.map(({ id }) => id)).toEqual(
      ['backup-before-undo.15', 'undo.16', 'undo.17', 'restore.18'].map((id) => `GJ-1.${id}`),
    );
    const left = data({}, { ...trouble, done: [1], undone: [2], isRolledBack: true });
    expect(of(answersOf([...GOOD, ...undone], left), 'no')).toEqual(['running-3']);
    const unsaved = [...GOOD, ...undone.slice(1)];
    expect(of(answersOf(unsaved, back), 'no')).toEqual(['running-3']);
  });

  test('what could not be backed up and was undone all the same was not: no, with who decided that', () => {
    const back = data({}, { ...trouble, done: [1], undone: [2, 1], isRolledBack: true });
    const refused = decided('backup-before-undo', 15, { outcome: 'reject' });
    const without = decided('backup-trouble', 16, { outcome: 'submit', form: { way: 'without' } });
    const audit = answersOf([...GOOD, refused, without, ...undone.slice(1)], back);
    expect(of(audit, 'no')).toEqual(['running-3']);
    const cited = audit.find(({ question }) => question === 'running-3')?.cites.map(({ id }) => id);
    expect(cited?.slice(0, 2)).toEqual([refused.taskId, without.taskId]);
  });

  describe('a first step that was begun, and that nobody answered: it lapsed, or a halt was called', () => {
    const touched = { begun: begun(1), done: [], troubles: [{ cause: 'over-time' }], undone: [1], isRolledBack: true };
    const decisions = [...without('execute', 'verify', 'observed'), ...undone];

    test('the system was touched: what was done before answers yes, the undoing as well', () => {
      const audit = answersOf(decisions, data({}, touched));
      expect(of(audit, 'no')).toEqual([]);
      expect(of(audit, 'not-applicable')).toEqual([]);
    });

    test.each<[string, readonly Decision[], readonly string[]]>([
      [
        'nobody let it through',
        [...decisions].filter(({ step }) => step !== 'user-approval'),
        ['change-1', 'change-2'],
      ],
      ['it was agreed to afterwards', [...decisions, decided('user-approval', 30)], ['change-2']],
      ['it was not backed up', decisions.filter(({ step }) => step !== 'backup'), ['running-1']],
      ['it was signed off afterwards', [...decisions, decided('sign-off', 30)], ['cutover-4']],
      ['nobody verified it', decisions.filter(({ step }) => step !== 'verify-restored'), ['running-2']],
    ])('%s: no', (_, given, questions) => {
      expect(of(answersOf(given, data({}, touched)), 'no')).toEqual(questions);
    });

    test('of an emergency: no test before, as if somebody had answered', () => {
      const emergency = [
        ...decisions.filter(({ step }) => !['test', 'sign-off', 'user-approval'].includes(step)),
        decided('emergency-go', 4),
      ];
      const audit = answersOf(emergency, data({ request: { kind: 'emergency' } }, touched));
      expect(of(audit, 'no')).toEqual(['change-2', 'cutover-1', 'cutover-2', 'cutover-3', 'cutover-4']);
    });
  });

  test.each(['over-time', 'window-ended'])('what went on past its limits (%s) did not go by the plan', (cause) => {
    const on = decided('direction', 12, { item: '1' });
    const past = data({}, { troubles: [{ cause }] });
    const audit = answersOf([...GOOD, on], past);
    expect(of(audit, 'no')).toEqual(['change-2']);
    expect(audit.find(({ question }) => question === 'change-2')?.cites.map(({ id }) => id)).toContain(on.taskId);
    // Rolled back for it, it kept to the plan, which says so.
    const back = data({}, { troubles: [{ cause }], undone: [2, 1], isRolledBack: true });
    const directed = { ...on, outcome: 'reject' as const };
    expect(of(answersOf([...GOOD, directed, ...undone], back), 'no')).toEqual([]);
  });

  test('whether going on was right, and what a standard change was not tested for, is asked of QA', () => {
    const forward = answersOf([...GOOD, decided('direction', 12)], data({}, trouble));
    expect(of(forward, 'ask')).toEqual(['running-3']);
    const standard = answersOf(
      without('test', 'sign-off'),
      data({ request: { kind: 'standard' }, filed: data().filed }),
    );
    expect(of(standard, 'ask')).toEqual(['cutover-1', 'cutover-2', 'cutover-3', 'cutover-4']);
  });

  test('of an emergency the tests were not, and the approval came afterwards: no', () => {
    const late = [
      ...without('test', 'sign-off', 'user-approval'),
      decided('emergency-go', 4),
      decided('late-test', 39),
      decided('late-sign-off', 40),
      decided('late-approval', 41),
    ];
    const filed = { ...data().filed, 'test-report': { id: 'R1', at: at(40) } };
    const audit = answersOf(late, data({ request: { kind: 'emergency' }, filed }));
    expect(of(audit, 'no')).toEqual(['change-2', 'cutover-1', 'cutover-2', 'cutover-3', 'cutover-4']);
    expect(audit.find(({ question }) => question === 'cutover-1')?.cites.map(({ id }) => id)).toContain(
      'GJ-1.late-test.39',
    );
  });

  test('what was called off before anything was touched needs most of them not', () => {
    const audit = answersOf(
      without('execute', 'verify', 'observed', 'backup'),
      data({ calledOff: [{ cause: 'backup' }] }, { begun: [], done: [] }),
    );
    expect(of(audit, 'no')).toEqual([]);
  });

  test('a decision that a return made void answers nothing', () => {
    const voided = GOOD.map((one) => (one.step === 'user-approval' ? { ...one, isVoid: true } : one));
    expect(of(answersOf(voided), 'no')).toEqual(['change-1', 'change-2']);
  });
});
