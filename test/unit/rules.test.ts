import type { CompleteTask } from '../../workflows/messages';
import { ERRORS, type ErrorCode } from '../../models/codes';
import type { Actor } from '../../models/contracts/people';
import {
  checkCancel,
  checkClaim,
  checkCompletion,
  checkTransfer,
  checkWithdrawal,
  openTask,
  seatFor,
} from '../../workflows/human-task/rules';
import { keysOf } from '../../models/whom';
import { refuse } from '../../workflows/human-task/refuse';
import { actor, AT, CASE, decision, from, LI, progress, refusalOf, seat, task } from './case-in-progress';

const WANG = actor('U-wang', 'role:project-manager:C-0001');
const QIAN = actor('U-qian', 'role:project-manager:C-0002');
const GAO = actor('U-gao', 'role:project-manager:*');
const ADMIN = actor('U-admin', 'role:admin:*');
const APPLICANT_AND_MANAGER = { ...actor(LI.id, 'role:project-manager:C-0001'), name: LI.name };
/** What somebody approved in a procedure that calls this step an approval, and no other. */
const inProcedure = (approval: string, decided: Parameters<typeof decision>[0]) => ({
  decisions: [decision(decided)],
  input: { ...progress().input, approvals: [approval] },
});
const claimedBy = (who: Actor) => task({ participants: [seat({ assignee: { id: who.id, name: who.name } })] });

describe('who a rule means', () => {
  test('is each of the persons it names', () => {
    expect(keysOf({ kind: 'persons', ids: ['U-1', 'U-2'] })).toEqual(['person:U-1', 'person:U-2']);
  });

  test('is everybody with the role for the customer, and for the whole company', () => {
    expect(keysOf({ kind: 'role', role: 'finance', customerId: 'C-1' })).toEqual([
      'role:finance:C-1',
      'role:finance:*',
    ]);
    expect(keysOf({ kind: 'role', role: 'finance', customerId: null })).toEqual(['role:finance:*']);
  });
});

describe('the task that somebody acts on', () => {
  test('is the open one of that id', () => {
    expect(openTask(progress(), `${CASE}.manager-review.1`).step).toBe('manager-review');
  });

  test.each([
    ['an unknown task', progress(), `${CASE}.wipe.1`, 'task-closed'],
    ['a completed task', progress({ openTasks: [task({ status: 'completed' })] }), task().id, 'task-closed'],
    ['an expired task', progress({ openTasks: [task({ status: 'expired' })] }), task().id, 'task-closed'],
    ['a task of a closed case', progress({ state: 'withdrawn' }), task().id, 'case-closed'],
  ])('%s is refused', (_, at, id, code) => {
    expect(refusalOf(() => openTask(at, id))).toBe(code);
  });
});

describe('the seat on which somebody acts', () => {
  test.each([
    ['who has the role for the customer', WANG],
    ['who has it for the whole company', GAO],
  ])('is the free one for those %s', (_, who) => {
    expect(seatFor(task(), { actor: who, at: AT }).seat).toBe('manager-review');
  });

  test.each<[string, ErrorCode, ReturnType<typeof task>, Actor]>([
    ['strangers', 'not-allowed', task(), actor('U-x', 'role:engineer:C-0001')],
    ['people with the role for another customer', 'not-allowed', task(), QIAN],
    ['administrators, unless nobody else holds the role', 'not-allowed', task(), ADMIN],
    ['the applicant, whatever they hold', 'own-request', task(), APPLICANT_AND_MANAGER],
    ['the applicant, even if somebody gave it to them', 'own-request', claimedBy(actor(LI.id)), actor(LI.id)],
    ['colleagues of the one who claimed it', 'task-claimed', claimedBy(WANG), GAO],
    ['strangers, also after somebody claimed it', 'not-allowed', claimedBy(WANG), QIAN],
  ])('is none for %s: %s', (_, code, of, who) => {
    expect(refusalOf(() => seatFor(of, { actor: who, at: AT }))).toBe(code);
  });

  test('stays with the one who claimed it', () => {
    expect(seatFor(claimedBy(WANG), { actor: WANG, at: AT }).assignee?.id).toBe(WANG.id);
  });

  test('is with the one to whom it was given, who needs no role', () => {
    const given = seat({
      whom: { kind: 'persons', ids: ['U-x'] },
      keys: ['person:U-x'],
      assignee: { id: 'U-x', name: 'x' },
    });
    expect(seatFor(task({ participants: [given] }), { actor: actor('U-x'), at: AT })).toBe(given);
  });

  test('is lost with the role, also when it was claimed or given before', () => {
    const asked = { eligible: ['role:project-manager:C-0001'], assignee: { id: 'U-x', name: 'x' } };
    const claimed = task({ participants: [seat(asked)] });
    const given = task({ participants: [seat({ ...asked, keys: ['person:U-x'] })] });
    for (const held of [claimed, given]) {
      expect(seatFor(held, { actor: actor('U-x', 'role:project-manager:C-0001'), at: AT }).assignee?.id).toBe('U-x');
      expect(refusalOf(() => seatFor(held, { actor: actor('U-x', 'role:engineer:C-0001'), at: AT }))).toBe(
        'not-allowed',
      );
    }
  });

  test('among several is one’s own, else the first that is free; one that has voted is taken', () => {
    const vote = { outcome: 'approve', by: { id: 'U-gao', name: '高' }, forWhom: null, at: AT, comment: '' } as const;
    const voted = seat({ seat: 'a', vote, assignee: { id: 'U-gao', name: '高' } });
    const free = seat({ seat: 'b' });
    const mine = seat({ seat: 'c', assignee: { id: 'U-wang', name: '王' } });
    const several = task({ participants: [voted, free, mine] });
    expect(seatFor(several, { actor: WANG, at: AT }).seat).toBe('c');
    expect(seatFor(several, { actor: actor('U-new', 'role:project-manager:C-0001'), at: AT }).seat).toBe('b');
    expect(refusalOf(() => seatFor(task({ participants: [voted, mine] }), { actor: GAO, at: AT }))).toBe(
      'task-claimed',
    );
  });
});

describe('a completion', () => {
  const approves: CompleteTask = {
    ...from(WANG),
    ...{ taskId: task().id, outcome: 'approve', comment: '', returnTo: null },
    ...{ form: { signature: true }, names: {}, attachments: [] },
  };

  test.each<[string, Partial<CompleteTask>]>([
    ['approves, with or without words', {}],
    ['rejects with a comment', { outcome: 'reject', comment: '仍可维修' }],
    ['sends back to an earlier stage with a comment', { outcome: 'return', comment: '请补充', returnTo: 'register' }],
  ])('is taken when it %s', (_, change) => {
    expect(refusalOf(() => checkCompletion(progress(), { ...approves, ...change }))).toBeNull();
  });

  test.each<[string, Partial<CompleteTask>, ErrorCode]>([
    ['gives an outcome that the step does not offer', { outcome: 'submit' }, 'invalid-input'],
    ['rejects without a comment', { outcome: 'reject' }, 'invalid-input'],
    ['sends back without a comment', { outcome: 'return', returnTo: 'register' }, 'invalid-input'],
    ['sends back to nowhere', { outcome: 'return', comment: '请补充' }, 'invalid-input'],
    ['sends back to a later stage', { outcome: 'return', comment: '请补充', returnTo: 'wipe' }, 'invalid-input'],
    ['sends back to its own stage', { outcome: 'return', comment: '请', returnTo: 'manager-review' }, 'invalid-input'],
    ['comes from a stranger', { actor: QIAN }, 'not-allowed'],
    ['comes from the applicant', { actor: APPLICANT_AND_MANAGER }, 'own-request'],
    ['is about another task', { taskId: `${CASE}.wipe.1` }, 'task-closed'],
  ])('is refused when it %s', (_, change, code) => {
    expect(refusalOf(() => checkCompletion(progress(), { ...approves, ...change }))).toBe(code);
  });

  test('does not tell a stranger what the task offers', () => {
    const fromStranger = { ...approves, actor: QIAN, outcome: 'submit' as const };
    expect(refusalOf(() => checkCompletion(progress(), fromStranger))).toBe('not-allowed');
  });
});

describe('a claim', () => {
  test.each<[string, Actor, string | null]>([
    ['the project manager', WANG, null],
    ['a stranger', QIAN, 'not-allowed'],
    ['the applicant', APPLICANT_AND_MANAGER, 'own-request'],
  ])('by %s: %s', (_, who, code) => {
    expect(refusalOf(() => checkClaim(progress(), { ...from(who), taskId: task().id }))).toBe(code);
  });

  test('after somebody else’s is refused', () => {
    const claimed = progress({ openTasks: [claimedBy(WANG)] });
    expect(refusalOf(() => checkClaim(claimed, { ...from(GAO), taskId: task().id }))).toBe('task-claimed');
  });
});

describe('a transfer', () => {
  const to = { id: 'U-sun', name: '孙副经理' };
  const given = { taskId: task().id, to, reason: '出差' };

  test.each<[string, Actor, Partial<typeof given>, string | null]>([
    ['by the one who could do it', WANG, {}, null],
    ['by an administrator', ADMIN, {}, null],
    ['by a stranger', QIAN, {}, 'not-allowed'],
    ['by the applicant', APPLICANT_AND_MANAGER, {}, 'own-request'],
    ['by the applicant who is an administrator', actor(LI.id, 'role:admin:*'), {}, 'own-request'],
    ['to the applicant', WANG, { to: LI }, 'own-request'],
    ['to the applicant by an administrator', ADMIN, { to: LI }, 'own-request'],
    ['without a reason', WANG, { reason: '' }, 'invalid-input'],
    ['of another task', WANG, { taskId: `${CASE}.wipe.1` }, 'task-closed'],
  ])('%s: %s', (_, who, change, code) => {
    expect(refusalOf(() => checkTransfer(progress(), { ...from(who), ...given, ...change }))).toBe(code);
  });

  test.each<[string, ReturnType<typeof task>, string | null]>([
    ['that they have', claimedBy(WANG), null],
    ['that nobody has', task(), null],
    ['that another has by now', claimedBy(GAO), 'task-claimed'],
  ])('on behalf of somebody, of a task %s: %s', (_, open, code) => {
    const onBehalf = { ...from(ADMIN), ...given, from: WANG.id };
    expect(refusalOf(() => checkTransfer(progress({ openTasks: [open] }), onBehalf))).toBe(code);
  });
});

describe('a withdrawal', () => {
  const withdraws = { ...from(actor(LI.id)), reason: '设备已修复' };

  test.each<[string, Parameters<typeof progress>[0]]>([
    ['nobody has approved', {}],
    ['only the receipt was signed', { decisions: [decision({ step: 'receipt', outcome: 'submit' })] }],
    ['what was approved has become void', { decisions: [decision({ isVoid: true })] }],
    ['only they themselves passed a test, which is no approval', inProcedure('manager-review', { step: 'test' })],
    ['nobody has taken up what they asked for', { withdrawal: 'until-taken-up' }],
  ])('is the applicant’s while %s', (_, at) => {
    expect(refusalOf(() => checkWithdrawal(progress(at), withdraws))).toBeNull();
  });

  test.each<[string, Parameters<typeof progress>[0], Partial<typeof withdraws>, ErrorCode]>([
    ['by anybody else', {}, { actor: WANG }, 'not-allowed'],
    ['by an administrator', {}, { actor: ADMIN }, 'not-allowed'],
    ['once somebody has approved', { decisions: [decision()] }, {}, 'already-decided'],
    [
      'once somebody has approved what the procedure calls an approval',
      inProcedure('test', { step: 'test' }),
      {},
      'already-decided',
    ],
    [
      'once one of several has voted',
      { decisions: [decision({ outcome: 'reject', seat: '2' })] },
      {},
      'already-decided',
    ],
    ['without a reason', {}, { reason: '' }, 'invalid-input'],
    ['of a closed case', { state: 'rejected' }, {}, 'case-closed'],
    ['so far that nobody ends it any more', { mayBeEnded: false }, {}, 'wrong-state'],
    ['once it is worked on', { withdrawal: 'over' }, {}, 'wrong-state'],
    [
      'once somebody has taken it up',
      { withdrawal: 'until-taken-up', openTasks: [claimedBy(WANG)] },
      {},
      'wrong-state',
    ],
  ])('%s is refused', (_, at, change, code) => {
    expect(refusalOf(() => checkWithdrawal(progress(at), { ...withdraws, ...change }))).toBe(code);
  });
});

describe('a cancel', () => {
  const cancels = { ...from(WANG), reason: '合同终止' };

  test.each<[string, Actor]>([
    ["the customer's project manager", WANG],
    ['a project manager of the whole company', GAO],
    ['an administrator', ADMIN],
  ])('is open to %s, also after an approval', (_, who) => {
    expect(refusalOf(() => checkCancel(progress({ decisions: [decision()] }), { ...cancels, actor: who }))).toBeNull();
  });

  test.each<[string, Parameters<typeof progress>[0], Partial<typeof cancels>, ErrorCode]>([
    ["by another customer's project manager", {}, { actor: QIAN }, 'not-allowed'],
    ['by the applicant', {}, { actor: actor(LI.id, 'role:engineer:C-0001') }, 'not-allowed'],
    ['without a reason', {}, { reason: '' }, 'invalid-input'],
    ['of a closed case', { state: 'completed' }, {}, 'case-closed'],
    ['so far that nobody ends it any more', { mayBeEnded: false }, {}, 'wrong-state'],
  ])('%s is refused', (_, at, change, code) => {
    expect(refusalOf(() => checkCancel(progress(at), { ...cancels, ...change }))).toBe(code);
  });
});

test('a refusal carries its code and is not retried by Temporal', () => {
  const refusing = (...why: Parameters<typeof refuse>) => {
    try {
      return refuse(...why);
    } catch (error) {
      return error;
    }
  };
  const { en } = ERRORS['task-closed'];
  expect(refusing('task-closed')).toMatchObject({ type: 'task-closed', nonRetryable: true, message: en });
  const why = { zh: '必须填写原因', en: 'a reason is needed' };
  expect(refusing('invalid-input', why)).toMatchObject({ message: 'a reason is needed', details: [why] });
});
