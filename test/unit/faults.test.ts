import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { faultsOf, invalidAt, valid } from '../../api/http/invalid';
import { Problem, problemBody } from '../../api/http/problem';
import { ROUTES } from '../../api/routes';
import { calendarFile } from '../../models/contracts/calendar';
import { cutoverPlan } from '../../models/contracts/change-cutover-forms';
import { id, line, lines, month, signature } from '../../models/contracts/fields';
import { PROCESSES } from '../../models/contracts/processes';
import { week } from '../../models/contracts/opening-hours';
import { planForm } from '../harness/cutover-forms';
import { FAULTS, filled, listed, said, wrong } from '../../models/faults';

const CHINESE = /[\u4e00-\u9fff]/;
const OURS = Object.entries(FAULTS);
const gapsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the table of faults', () => {
  test.each(OURS)('%s is said in both languages, with the same gaps', (_, { zh, en }) => {
    expect(zh).toMatch(CHINESE);
    expect(en).not.toMatch(CHINESE);
    expect(gapsOf(zh)).toEqual(gapsOf(en));
  });

  test('has no two sentences alike', () => {
    for (const language of ['zh', 'en'] as const)
      expect(new Set(OURS.map(([, text]) => text[language])).size).toBe(OURS.length);
  });

  test('fills gaps by name, and leaves those of which nothing is known', () => {
    expect(said('ranges-overlap', { from: '08:00', to: '09:00' })).toEqual({
      zh: '与 08:00–09:00 重叠',
      en: 'overlaps 08:00–09:00',
    });
    expect(filled({ zh: '{a}和{b}', en: '{a} and {b}' }, { a: 0 })).toEqual({ zh: '0和{b}', en: '0 and {b}' });
  });

  test('fills a gap with what something is called in the language of the sentence', () => {
    const offered = listed([
      ['approve', { zh: '同意', en: 'Approve' }],
      ['reject', { zh: '驳回', en: 'Reject' }],
    ]);
    expect(said('not-an-outcome', { offered })).toEqual({
      zh: '结果必须是以下之一：同意（approve）、驳回（reject）',
      en: 'outcome must be one of Approve (approve), Reject (reject)',
    });
  });
});

describe('text', () => {
  test.each(['\u202e意同', '\u2066报废', '同意\u2069'])(
    'that would be read in another order than it is written is refused: %j',
    (text) => {
      for (const schema of [line(), lines()])
        expect(schema.safeParse(text).error?.issues[0]?.message).toBe(said('turns-direction').en);
    },
  );

  test.each(['一\u2028二', '一\u2029二', '一\u0085二'])('of one line holds no other line ends either: %j', (text) => {
    expect(line().safeParse(text).success).toBe(false);
  });
});

describe('what zod refuses', () => {
  const shape = z.strictObject({
    name: line(5),
    phone: id,
    count: z.number().max(3),
    kind: z.enum(['a', 'b']),
    day: z.iso.date(),
  });
  const faultsIn = (value: unknown, language: 'zh' | 'en') => {
    const refused = refusalOf(() => valid(shape, value, '/form'));
    return (problemBody(refused, language, '', '').errors as { pointer: string; detail: string }[]).map(
      ({ pointer, detail }) => `${pointer} ${detail}`,
    );
  };
  const input = { name: 'a\nb', phone: '?', count: 4, kind: 'c', day: '21/11', more: 1 };

  test('is said in Chinese', () => {
    expect(faultsIn(input, 'zh')).toEqual([
      '/form/name 必须是一行文字，不能含控制字符',
      '/form/phone 不是有效的编号',
      '/form/count 数值过大：期望 number <=3',
      '/form/kind 无效选项：期望以下之一 "a"|"b"',
      '/form/day 无效ISO日期',
      '/form/more 未知字段',
    ]);
  });

  test('is said in English', () => {
    expect(faultsIn(input, 'en')).toEqual([
      '/form/name must be one line without control characters',
      '/form/phone not an id',
      '/form/count Too big: expected number to be <=3',
      '/form/kind Invalid option: expected one of "a"|"b"',
      '/form/day Invalid ISO date',
      '/form/more unknown field',
    ]);
  });

  test('says what came instead, and in our words that nothing did', () => {
    const { name: _name, ...rest } = { name: '', phone: 'x', count: '1', kind: 'a', day: '2026-11-21' };
    expect(faultsIn(rest, 'zh')).toEqual(['/form/name 请填写', '/form/count 无效输入：期望 数字，实际接收 string']);
    expect(faultsIn(rest, 'en')[1]).toBe('/form/count Invalid input: expected number, received string');
  });

  test('is said in our words where zod speaks of types and characters', () => {
    const asked = z.strictObject({
      year: z.coerce.number(),
      month,
      reason: line(),
      tick: signature(said('not-a-month')).schema,
    });
    const refused = refusalOf(() => valid(asked, { year: 'x', month: '2026-13', reason: ' ', tick: undefined }));
    expect(refused.more.faults?.map(({ pointer, detail }) => [pointer, detail])).toEqual([
      ['/year', said('not-a-number')],
      ['/month', said('not-a-month')],
      ['/reason', said('answer-needed')],
      ['/tick', said('not-ticked')],
    ]);
  });

  test('is of each field first, then of what they say together', () => {
    const [from, to] = ['2026-02-30T14:00:00Z', '2026-12-01T14:00:00Z'];
    const refused = refusalOf(() => valid(cutoverPlan.schema, { ...planForm(), from, to }));
    expect(refused.more.faults?.map(({ pointer }) => pointer)).toEqual(['/from']);
  });

  test('keeps the facts of a sentence of our own', () => {
    const closed = { tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    const monday = [
      { from: '08:00', to: '10:00' },
      { from: '09:00', to: '11:00' },
    ];
    const refused = refusalOf(() => valid(week, { monday, ...closed }));
    expect(refused.more.faults).toEqual([
      { pointer: '/monday/1', detail: { zh: '与 08:00–10:00 重叠', en: 'overlaps 08:00–10:00' } },
    ]);
  });

  test('is pointed at by JSON pointers, also below names with slashes and tildes', () => {
    const issues = z.array(z.record(z.string(), z.number())).safeParse([{ 'a/b~c': 'x' }]).error?.issues ?? [];
    expect(faultsOf(issues, '/rows').map(({ pointer }) => pointer)).toEqual(['/rows/0/a~1b~0c']);
  });

  test('is quoted in the answer, never what was sent', () => {
    const secret = refusalOf(() => valid(z.strictObject({ password: z.string().min(10) }), { password: 'geheim' }));
    expect(JSON.stringify(secret.more.faults)).not.toContain('geheim');
  });
});

test('one value is refused with a sentence of the table', () => {
  const { code, more } = invalidAt('/process', 'no-such-process', { process: 'x' });
  expect([code, more.faults]).toEqual([
    'invalid-input',
    [{ pointer: '/process', detail: { zh: '没有流程 x', en: 'no process x' } }],
  ]);
});

describe('no check of ours speaks one language only', () => {
  const roots = [
    ...ROUTES.flatMap(({ params, query, body }) => [params, query, body].flatMap((schema) => schema ?? [])),
    ...PROCESSES.flatMap((process) => [
      process.startForm,
      ...Object.values(process.steps).map((step) => step.form),
    ]).map(({ schema }) => schema),
    calendarFile,
  ];

  test('in the schemas of routes, forms and calendars', () => {
    const known = new Set<string>(OURS.map(([, { en }]) => en));
    const messages = [...messagesIn(roots)];
    expect(messages.length).toBeGreaterThan(8);
    expect(messages.filter(({ message, hasText }) => !hasText && !known.has(message))).toEqual([]);
  });

  test('in the checks that add issues themselves', () => {
    const folder = join(__dirname, '../../models/contracts');
    const added = readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/(?:addIssue|issues\.push)\(\s*(.{14})/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(added.length).toBeGreaterThan(5);
    expect(added.filter((what) => !/issueAt\(/.test(what))).toEqual([]);
  });

  test('the walk finds a check that speaks one only', () => {
    const one = z.array(z.object({ a: z.string().regex(/x/, 'an x').optional() }));
    const two = z.union([z.string().refine(Boolean, wrong('no-sheet')), z.null()]);
    expect([...messagesIn([one, two])]).toEqual([
      { message: 'an x', hasText: false },
      { message: FAULTS['no-sheet'].en, hasText: true },
    ]);
  });
});

function refusalOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
  }
  throw new Error('nothing was refused');
}

/** Every message that a schema has of its own, wherever it stands in these schemas. */
function* messagesIn(
  found: unknown,
  seen = new Set<unknown>(),
): Generator<{ readonly message: string; readonly hasText: boolean }> {
  if (typeof found !== 'object' || found === null || seen.has(found)) return;
  seen.add(found);
  const { def } = (found as { _zod?: { def: Readonly<Record<string, unknown>> } })._zod ?? {};
  if (def && typeof def.error === 'function') {
    const said = (def.error as (issue: unknown) => unknown)({});
    if (typeof said === 'string')
      yield { message: said, hasText: Boolean((def.params as { text?: unknown } | undefined)?.text) };
  }
  for (const part of Object.values(def ?? found)) yield* messagesIn(part, seen);
}
