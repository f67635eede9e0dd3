import { policyFaults } from '../../api/use-cases/policy';
import { CUSTOMER_ROLES, STAFF_ROLES, type Role } from '../../models/codes';
import { policySchema, rungSchema, type Deadline } from '../../models/contracts/policy';
import { changeCutoverProcess } from '../../models/contracts/change-cutover';
import { PROCESSES, processOf } from '../../models/contracts/processes';
import { scrapProcess } from '../../models/contracts/scrap';

const deadline: Deadline = { budgetInMs: 100, time: 'open', ladder: [] };
const policyWith = (change: object) => ({
  deadlines: { receipt: { ...deadline, ...change } },
  cancelRoles: [],
  amounts: {},
});
const rungs = (count: number) => Array.from({ length: count }, (_, at) => ({ atPercent: at + 1, does: 'remind' }));

describe('a policy', () => {
  test.each<[string, object]>([
    ['a budget of a tenth of a second', { budgetInMs: 100 }],
    ['a budget of 400 days', { budgetInMs: 400 * 86_400_000 }],
    ['elapsed time', { time: 'elapsed' }],
    ['a ladder of twelve rungs', { ladder: rungs(12) }],
  ])('may set %s', (_, change) => {
    expect(policySchema.safeParse(policyWith(change)).success).toBe(true);
  });

  test.each<[string, object, string]>([
    ['no budget', { budgetInMs: undefined }, 'budgetInMs'],
    ['a budget below a tenth of a second', { budgetInMs: 99 }, 'budgetInMs'],
    ['a budget of more than 400 days', { budgetInMs: 400 * 86_400_000 + 1 }, 'budgetInMs'],
    ['a budget in parts of milliseconds', { budgetInMs: 100.5 }, 'budgetInMs'],
    ['a negative budget', { budgetInMs: -1 }, 'budgetInMs'],
    ['a budget that is not a number', { budgetInMs: '100' }, 'budgetInMs'],
    ['a budget without end', { budgetInMs: Infinity }, 'budgetInMs'],
    ['another kind of time', { time: 'lunar' }, 'time'],
    ['a ladder of thirteen rungs', { ladder: rungs(13) }, 'ladder'],
    ['what it does not know', { colour: 'red' }, ''],
  ])('may not set %s', (_, change, field) => {
    const issues = policySchema.safeParse(policyWith(change)).error?.issues ?? [];
    expect(issues[0]?.path.join('.')).toBe(['deadlines', 'receipt', field].filter(Boolean).join('.'));
  });

  test.each([
    [{ cancelRoles: ['king'] }, 'cancelRoles.0'],
    [{ cancelRoles: { $ne: 'admin' } }, 'cancelRoles'],
    [{ amounts: { 'finance-from-yuan': -1 } }, 'amounts.finance-from-yuan'],
    [{ amounts: { 'finance-from-yuan': Infinity } }, 'amounts.finance-from-yuan'],
    [{ deadlines: { receipt: null } }, 'deadlines.receipt'],
    [{ more: 1 }, ''],
  ])('refuses %j', (change, path) => {
    const issues = policySchema.safeParse({ ...policyWith({}), ...change }).error?.issues ?? [];
    expect(issues[0]?.path.join('.')).toBe(path);
  });
});

describe('a rung', () => {
  test.each([
    { atPercent: 1, does: 'remind' },
    { atPercent: 75.5, does: 'hand-over', to: 'deputy-project-manager' },
    { atPercent: 100, does: 'tell', to: 'customer-lead' },
    { atPercent: 10_000, does: 'expire' },
  ])('may be %j', (rung) => {
    expect(rungSchema.safeParse(rung).success).toBe(true);
  });

  test.each([
    { atPercent: 0, does: 'remind' },
    { atPercent: 10_001, does: 'remind' },
    { atPercent: NaN, does: 'remind' },
    { does: 'remind' },
    { atPercent: 50, does: 'remind', to: 'management' },
    { atPercent: 50, does: 'hand-over' },
    { atPercent: 50, does: 'tell', to: 'nobody' },
    { atPercent: 50, does: 'tell', to: { $ne: null } },
    { atPercent: 50, does: 'fire' },
    { atPercent: 50 },
  ])('may not be %j', (rung) => {
    expect(rungSchema.safeParse(rung).success).toBe(false);
  });
});

describe('a policy that an administrator sends', () => {
  const shipped = scrapProcess.policy;

  test('fits when it names the steps and amounts that the procedure has', () => {
    expect(policyFaults(scrapProcess, shipped)).toEqual([]);
    expect(policyFaults(scrapProcess, { ...shipped, deadlines: {} })).toEqual([]);
  });

  test('is pointed at where it does not fit', () => {
    const policy = { ...shipped, deadlines: { lunch: deadline, constructor: deadline }, amounts: { gold: 1 } };
    expect(policyFaults(scrapProcess, policy).map(({ pointer }) => pointer)).toEqual([
      ...['/deadlines/lunch', '/deadlines/constructor', '/amounts/gold', '/amounts/finance-from-yuan'],
    ]);
  });
});

describe('a panel of a policy', () => {
  const all = { kind: 'all', hasVeto: false } as const;
  const faultsOf = (panels: object) => {
    const policy = policySchema.safeParse({ ...scrapProcess.policy, panels });
    if (!policy.success) return policy.error.issues.map(({ path }) => `/${path.join('/')}`);
    return policyFaults(scrapProcess, policy.data).map(({ pointer }) => pointer);
  };

  test.each([
    ['of two roles', { among: ['finance', 'management'], quorum: all }],
    ['that asks two people of one role', { among: ['finance', 'finance'], quorum: all }],
    ['that needs as many as there are', { among: ['finance', 'qa'], quorum: { ...all, kind: 'count', needed: 2 } }],
  ])('may be one %s', (_, panel) => {
    expect(faultsOf({ 'manager-review': panel })).toEqual([]);
  });

  test.each([
    ['of a step that nobody approves', 'receipt', { among: ['finance', 'qa'], quorum: all }, ''],
    ['of a step that there is not', 'lunch', { among: ['finance', 'qa'], quorum: all }, ''],
    ['of one', 'manager-review', { among: ['finance'], quorum: all }, '/among'],
    ['of nobody', 'manager-review', { among: [], quorum: all }, '/among'],
    ['of a king', 'manager-review', { among: ['finance', 'king'], quorum: all }, '/among/1'],
    [
      'that needs more than there are',
      ...(['manager-review', { among: ['finance', 'qa'], quorum: { ...all, kind: 'count', needed: 3 } }] as const),
      '/quorum/needed',
    ],
  ])('may not be one %s', (_, step, panel, pointer) => {
    expect(faultsOf({ [step]: panel })).toEqual([`/panels/${step}${pointer}`]);
  });
});

describe('a policy of a cutover', () => {
  const { policy } = changeCutoverProcess;
  const all = { kind: 'all', hasVeto: false } as const;

  test.each([
    [
      'the four parties of the sign-off',
      { panels: { 'sign-off': { among: ['qa', 'hr'], quorum: all } } },
      '/panels/sign-off',
    ],
    [
      'the limit of a step of the plan',
      { deadlines: { ...policy.deadlines, execute: deadline } },
      '/deadlines/execute',
    ],
    ['a limit of the watch', { deadlines: { ...policy.deadlines, watch: deadline } }, '/deadlines/watch'],
  ] as const)('does not set %s', (_, change, pointer) => {
    const faults = policyFaults(changeCutoverProcess, { ...policy, ...change } as unknown as typeof policy);
    expect(faults).toMatchObject([{ pointer }]);
  });
});

describe.each(PROCESSES.map((process) => [process.type, process] as const))('%s as shipped', (type, process) => {
  const roles: readonly Role[] = [...STAFF_ROLES, ...CUSTOMER_ROLES];
  const deadlines = Object.entries(process.policy.deadlines);

  test('is found by its type, and numbers its cases like no other', () => {
    expect(processOf(type)).toBe(process);
    expect(process.prefix).toMatch(/^[A-Z]{2,4}$/);
    expect(PROCESSES.filter(({ prefix }) => prefix === process.prefix)).toHaveLength(1);
  });

  test('has a policy within the limits, which fits it', () => {
    expect(policySchema.parse(process.policy)).toEqual(process.policy);
    expect(policyFaults(process, process.policy)).toEqual([]);
  });

  test('has a deadline for every step and for no other', () => {
    const steps = Object.entries(process.steps).filter(([, { limit }]) => limit === undefined);
    expect(deadlines.map(([step]) => step).sort()).toEqual(steps.map(([step]) => step).sort());
  });

  test.each(deadlines)(
    '%s reminds before it is due, tells somebody when it is, and does not wait for ever',
    (step, { ladder }) => {
      const at = (does: string) => ladder.filter((rung) => rung.does === does).map((rung) => rung.atPercent);
      expect(Math.min(...at('remind'))).toBeLessThan(100);
      expect(Math.min(...at('tell'))).toBeLessThanOrEqual(100);
      const { isPastEnding, lapses } = process.steps[step] ?? {};
      // What cannot end is told of once more instead.
      const last = isPastEnding ? 'tell' : 'expire';
      expect(at('expire')).toHaveLength(last === 'expire' ? 1 : 0);
      expect(at(last).at(-1)).toBe(Math.max(...ladder.map((rung) => rung.atPercent)));
      // Where the procedure goes on without an answer nothing comes after.
      if (lapses) expect(at(last).at(-1)).toBeLessThan(100);
      else expect(at(last).at(-1)).toBeGreaterThan(100);
    },
  );

  test('names roles that exist, and a title in both languages for whatever people see', () => {
    const { startRoles, policy, title, stages, steps, documents } = process;
    for (const role of [...startRoles, ...policy.cancelRoles]) expect(roles).toContain(role);
    expect(startRoles.length).toBeGreaterThan(0);
    const titles = Object.values(steps).flatMap((step) => [step.title, ...Object.values(step.outcomes ?? {})]);
    for (const { zh, en } of [title, ...Object.values(stages), ...Object.values(documents), ...titles])
      expect([zh, en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
  });
});
