import { ApiProblem, Unreachable } from '../../console/api/problem';
import type { Task } from '../../console/api/types';
import { decideInTurn, isLeft, type Fate, type Order } from '../../console/pages/tasks/in-turn';
import {
  bodyOf,
  isWorthChoosing,
  needsComment,
  needsSignature,
  oneOfEach,
  titleOf,
  waysOf,
  whyAlone,
  type Together,
} from '../../console/pages/tasks/together';
import { withPhrase, whyNotKept } from '../../console/parts/phrase';
import type { ErrorCode } from '../../models/codes';
import { ERRORS } from '../../models/codes';
import { optional, signature, table, text, type Field } from '../../models/contracts/fields';
import { form, jsonSchemaOf } from '../../models/contracts/form';

const name = { zh: '名称', en: 'Name' };
const agree = { zh: '同意', en: 'Approve' };

interface Told {
  readonly fields?: Readonly<Record<string, Field>>;
  readonly outcomes?: readonly string[];
  readonly needsComment?: boolean;
  readonly mayAct?: boolean;
  readonly prefill?: Readonly<Record<string, unknown>>;
  readonly title?: { readonly zh: string; readonly en: string };
}

function task(id: string, told: Told = {}): Task {
  const { fields, outcomes = ['approve', 'return', 'reject'], mayAct = true, prefill = {}, title = agree } = told;
  return {
    ...{ id, mayAct, prefill },
    form: fields ? jsonSchemaOf(form(`tried.${id}`, 1, name, fields)) : null,
    outcomes: outcomes.map((outcome) => ({ outcome, title, needsComment: told.needsComment ?? false })),
  } as unknown as Task;
}

const SIGNED = { signature: signature(name) };

describe('what can be decided together', () => {
  test.each<readonly [string, Task, Together, string | null]>([
    ['a task without a form', task('T'), 'approve', null],
    ['a form that asks for a signature alone', task('T', { fields: SIGNED }), 'approve', null],
    ['what may be left out besides', task('T', { fields: { ...SIGNED, note: optional(text(name)) } }), 'approve', null],
    ['a field to be filled in', task('T', { fields: { note: text(name), ...SIGNED } }), 'approve', 'own-form'],
    ['rows to be filled in', task('T', { fields: { rows: table(name, { note: text(name) }) } }), 'approve', 'own-form'],
    [
      'what may be left out but is filled in already: nobody signs it unseen',
      task('T', { fields: { note: optional(text(name)) }, prefill: { note: '厂商已停产' } }),
      'approve',
      'own-form',
    ],
    [
      'a signature by hand',
      task('T', { fields: { signature: { ...SIGNED.signature, signing: 'asked' } } }),
      'approve',
      'own-form',
    ],
    ['a refusal, which asks for no form', task('T', { fields: { note: text(name) } }), 'reject', null],
    ['an outcome that is not offered', task('T', { outcomes: ['submit'] }), 'approve', 'other-outcomes'],
    ['a task of somebody else', task('T', { mayAct: false }), 'approve', 'not-mine'],
  ])('%s', (_, one, outcome, why) => expect(whyAlone(one, outcome)).toBe(why));

  test('the ways are those in which one of them at least can be decided, what most of them offer first', () => {
    const wipe = task('wipe', { outcomes: ['submit'], fields: { note: text(name) } });
    const receipt = task('receipt', { outcomes: ['submit'], fields: SIGNED });
    const [one, two] = [task('one'), task('two', { outcomes: ['approve'] })];
    expect(waysOf([wipe])).toEqual([]);
    expect(waysOf([wipe, receipt, one, two])).toEqual(['approve', 'submit', 'reject']);
    expect(waysOf([receipt, { ...receipt }, one])).toEqual(['submit', 'approve', 'reject']);
    // Where a case goes back to is a question of each.
    expect(waysOf([task('T', { outcomes: ['return'] })])).toEqual([]);
  });

  test('all required signatures are given, and for a refusal none', () => {
    const one = task('T', { fields: { ...SIGNED, second: signature(name), note: optional(text(name)) } });
    const answer = { outcome: 'approve', comment: '同意' } as const;
    expect(bodyOf(one, answer)).toEqual({ ...answer, form: { signature: true, second: true } });
    expect(bodyOf(one, { ...answer, outcome: 'reject' }).form).toEqual({});
    expect([needsSignature([one], 'approve'), needsSignature([one], 'reject')]).toEqual([true, false]);
    expect(needsSignature([task('T')], 'approve')).toBe(false);
  });

  test('an outcome has the words of the tasks where they agree, and a comment is needed when one needs it', () => {
    const passed = { zh: '验收通过', en: 'Accept' };
    expect(titleOf([task('a', { title: passed }), task('b', { title: passed })], 'approve')).toEqual(passed);
    expect(titleOf([task('a', { title: passed }), task('b')], 'approve').zh).toBe('同意');
    const strict = task('c', { needsComment: true });
    expect([needsComment([task('a'), strict], 'reject'), needsComment([task('a')], 'reject')]).toEqual([true, false]);
  });
});

describe('deciding in turn', () => {
  const refusal = (code: ErrorCode) =>
    new ApiProblem({
      ...{ type: '', title: code, status: ERRORS[code].status, code, retryable: ERRORS[code].retryable },
      ...{ instance: '', requestId: 'r-1' },
    });
  const orders = ['a', 'b', 'c'].map((id): Order => {
    const one = task(id);
    return { task: one, key: `key-${id}`, body: bodyOf(one, { outcome: 'approve', comment: '' }) };
  });

  async function sent(answers: Readonly<Record<string, Error>>, stopAfter = Infinity) {
    const [asked, fates] = [[] as string[], new Map<string, Fate>()];
    const send = async ({ task: { id } }: Order) => {
      asked.push(id);
      if (answers[id]) throw answers[id];
      return Promise.resolve();
    };
    await decideInTurn(
      orders,
      send,
      (order, fate) => fates.set(order.task.id, fate),
      () => asked.length >= stopAfter,
    );
    return { asked, states: orders.map(({ task: { id } }) => fates.get(id)?.state) };
  }

  test('goes on after a refusal, and after what is busy', async () => {
    expect(await sent({ a: refusal('task-closed'), b: refusal('busy') })).toEqual({
      asked: ['a', 'b', 'c'],
      states: ['refused', 'unsure', 'done'],
    });
  });

  test.each([
    ['without a server', new Unreachable('away')],
    ['without a sign-in', refusal('not-signed-in')],
  ])('the rest waits %s', async (_, error) => {
    expect(await sent({ b: error })).toEqual({ asked: ['a', 'b'], states: ['done', 'unsure', undefined] });
  });

  test('can be stopped in between', async () => {
    expect(await sent({}, 1)).toEqual({ asked: ['a'], states: ['done', undefined, undefined] });
  });

  test('what waits or is unsure is left; what was refused is not asked again', () => {
    const fates: readonly Fate[] = [
      { state: 'waiting' },
      { state: 'unsure', error: null },
      { state: 'sending' },
      { state: 'refused', error: null },
      { state: 'done' },
    ];
    expect(fates.map(isLeft)).toEqual([true, true, false, false, false]);
  });
});

describe('a common opinion', () => {
  test.each([
    ['', '同意', null, '同意', 2],
    ['已核对', '同意', null, '已核对；同意', 6],
    ['已核对，', '同意', null, '已核对，同意', 6],
    ['已核对，请尽快', '同意；', { from: 4, to: 4 }, '已核对，同意；请尽快', 7],
    ['已核对，待定', '同意', { from: 4, to: 6 }, '已核对，同意', 6],
    ['短', '同意', { from: 9, to: 9 }, '短；同意', 4],
  ])('%j with %j at %j is %j', (before, phrase, marked, after, cursor) => {
    expect(withPhrase(before, phrase, marked, '；')).toEqual({ text: after, cursor });
  });

  test.each([
    ['  ', [], 'empty'],
    [' 同意 ', ['同意'], 'kept'],
    ['长'.repeat(201), [], 'tooLong'],
    ['同意', Array.from({ length: 30 }, String), 'full'],
    ['同意', ['不同意'], null],
  ])('%j beside %j: kept or not', (words, kept, why) => expect(whyNotKept(words, kept)).toBe(why));
});

describe('choosing several', () => {
  const listed = (step: string, mayAct = true) => ({ process: 'scrap', step, mayAct });
  const read = (step: string, told: Told) => ({ ...task(step, told), process: 'scrap', step });
  const review = read('review', { fields: SIGNED });
  const receipt = read('receipt', { outcomes: ['submit'], fields: { note: text(name) } });

  test('is offered where two tasks at least can be decided by one answer', () => {
    expect(isWorthChoosing([listed('review'), listed('review')], [review])).toBe(true);
    expect(isWorthChoosing([listed('review'), listed('receipt')], [review, receipt])).toBe(false);
    expect(isWorthChoosing([listed('receipt'), listed('receipt')], [receipt])).toBe(false);
    expect(isWorthChoosing([listed('review'), listed('review', false)], [review])).toBe(false);
    // Nothing is promised before it is known.
    expect(isWorthChoosing([listed('review'), listed('review')], [])).toBe(false);
  });

  test('looks at one task of each step, of those that are mine', () => {
    const mine = [listed('review', false), listed('review'), listed('receipt'), listed('review')];
    expect(oneOfEach(mine)).toEqual([mine[1], mine[2]]);
  });
});
