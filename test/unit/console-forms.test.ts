import fc from 'fast-check';
import { z } from 'zod';
import { ApiProblem, errorOf, isWorthRepeating, Unreachable } from '../../console/api/problem';
import { addressOf, pauseBefore } from '../../console/api/address';
import type { Form, ProblemBody } from '../../console/api/types';
import { pathOf, placedFaults } from '../../console/form/faults';
import { instantOf, localOf } from '../../console/form/instants';
import { cleaned, faultOf } from '../../console/form/rules';
import { fieldsOf, type FormField } from '../../console/form/schema';
import { EDITED, type EditedKind } from '../../console/pages/edit/kinds';
import { placeAfterSignIn } from '../../console/session/after-sign-in';
import { sayIn } from '../../console/words/say';
import { checklist, number, optional, signature, table, text } from '../../models/contracts/fields';
import { form, jsonSchemaOf } from '../../models/contracts/form';
import { userInput } from '../../models/contracts/directory';
import { customerInput, deviceInput } from '../../models/contracts/master-data';
import { teamInput } from '../../models/contracts/teams';
import { PROCESSES } from '../../models/contracts/processes';

const zh = sayIn('zh');
const name = { zh: '名称', en: 'Name' };
const problem = (more: Partial<ProblemBody>): ProblemBody => ({
  ...{ type: '', title: '输入不符合要求', status: 422, code: 'invalid-input', retryable: false },
  ...{ instance: '', requestId: 'r-1' },
  ...more,
});

describe('a form, read from its JSON Schema', () => {
  const tried = form('tried', 1, name, {
    name: text(name, { max: 5 }),
    note: optional(text(name)),
    age: number(name, '年', { min: 1, max: 9 }),
    checks: checklist(name, { one: name, two: name }),
    sign: signature(name),
    rows: table(name, { city: text(name, { max: 3 }) }, 2),
  });
  const fields = fieldsOf(jsonSchemaOf(tried) as unknown as Form);
  const faultIn = (field: string, value: unknown) =>
    faultOf(
      fields.find((one) => one.name === field)!,
      value,
      '名称',
      zh,
    );

  test('has its fields in their order, with limits and columns', () => {
    expect(fields.map((one) => [one.name, one.field.kind, one.field.optional])).toEqual([
      ['name', 'text', false],
      ['note', 'text', true],
      ['age', 'number', false],
      ['checks', 'checklist', false],
      ['sign', 'signature', false],
      ['rows', 'table', false],
    ]);
    expect(fields[0]?.limits).toMatchObject({ maxLength: 5 });
    expect(fields[5]?.columns.map((column) => column.limits)).toEqual([expect.objectContaining({ maxLength: 3 })]);
  });

  test.each([
    ['name', '', '请填写“名称”'],
    ['name', '一二三四五六', '最多 5 个字'],
    ['name', '一二三', null],
    ['note', undefined, null],
    ['age', 0, '不能小于 1'],
    ['age', 10, '不能大于 9'],
    ['checks', { one: true }, '请逐项确认'],
    ['checks', { one: true, two: true }, null],
    ['sign', undefined, '请签字确认'],
    ['rows', [{ city: '北京' }, { city: '' }], '此项不符合要求'],
    ['rows', [{ city: '北京' }, { city: '上海' }, { city: '广州' }], '最多 2 项'],
    ['rows', [{ city: '北京' }], null],
  ])('says of %s = %j what is wrong: %s', (field, value, fault) => {
    expect(faultIn(field, value)).toBe(fault);
  });

  test('leaves out what was left empty, in rows too', () => {
    expect(cleaned({ name: ' ', age: 0, sign: false, rows: [{ city: '', note: 'x' }] })).toEqual({
      age: 0,
      rows: [{ note: 'x' }],
    });
  });

  test.each(
    PROCESSES.flatMap((process) => [process.startForm, ...Object.values(process.steps).map((step) => step.form)]),
  )('every form of every procedure can be shown: $id', (shown) => {
    expect(fieldsOf(jsonSchemaOf(shown) as unknown as Form)).toHaveLength(Object.keys(shown.fields).length);
  });
});

describe('faults that the API finds', () => {
  test('stand at the fields that they are about', () => {
    const errors = [
      { pointer: '/form/rows/0/na~1me', detail: '过短' },
      { pointer: '/comment', detail: '必须填写意见' },
      { pointer: '/serialNumber', detail: '已被另一条记录使用' },
    ];
    expect(placedFaults(new ApiProblem(problem({ errors })))).toEqual([
      { path: ['form', 'rows', 0, 'na/me'], words: '过短' },
      { path: ['comment'], words: '必须填写意见' },
      { path: ['serialNumber'], words: '已被另一条记录使用' },
    ]);
    expect(placedFaults(new ApiProblem(problem({ errors })), '/form')).toEqual([
      { path: ['rows', 0, 'na/me'], words: '过短' },
    ]);
    expect(placedFaults(new Error('no'))).toEqual([]);
  });

  test('are pointers of RFC 6901', () => {
    expect(pathOf('/a~0b/~01/12')).toEqual(['a~b', '~1', 12]);
  });

  test('are repeated only where that may help', () => {
    expect(isWorthRepeating(errorOf(503, '2', problem({ status: 503, code: 'busy' })))).toBe(true);
    expect(errorOf(503, '2', problem({ status: 503, code: 'busy' }))).toMatchObject({ retryAfterInMs: 2000 });
    expect(isWorthRepeating(errorOf(502, null, '<html>'))).toBe(true);
    expect(isWorthRepeating(new Unreachable('x'))).toBe(true);
    expect(isWorthRepeating(errorOf(409, null, problem({ status: 409, code: 'task-closed' })))).toBe(false);
  });
});

test('an address leaves out what is not asked for', () => {
  expect(addressOf('/tasks', { view: 'open', after: '', limit: 30, q: undefined })).toBe(
    '/api/v1/tasks?view=open&limit=30',
  );
  expect(addressOf('/me')).toBe('/api/v1/me');
});

test('a pause is what the API asks for, else grows, and is never long', () => {
  expect([pauseBefore(1, 2000), pauseBefore(1, null), pauseBefore(2, null), pauseBefore(9, null)]).toEqual([
    2000, 1000, 2000, 8000,
  ]);
});

test.each([
  ['/tasks/BF-1.receipt.1?x=1', '/tasks/BF-1.receipt.1?x=1'],
  [null, '/tasks'],
  ['//evil.example', '/tasks'],
  ['/\\evil.example', '/tasks'],
  ['https://evil.example', '/tasks'],
])('after the sign-in %s leads to %s', (to, place) => {
  expect(placeAfterSignIn(to)).toBe(place);
});

describe('an instant on the clocks of a zone', () => {
  test('is what people there mean', () => {
    expect(localOf('2026-11-22T02:23:00Z', 'Asia/Shanghai')).toBe('2026-11-22T10:23');
    expect(instantOf('2026-11-22T10:23', 'Asia/Shanghai')).toBe('2026-11-22T02:23:00Z');
    expect(instantOf('2026-07-01T09:00', 'Europe/Berlin')).toBe('2026-07-01T07:00:00Z');
  });

  test('there and back is the same, to the minute', () => {
    const minute = fc.integer({ min: 0, max: 60_000_000 }).map((count) => new Date(count * 60_000).toISOString());
    fc.assert(
      fc.property(minute, fc.constantFrom('Asia/Shanghai', 'UTC', 'Asia/Kolkata'), (at, zone) => {
        fc.pre(at > '1992-01-01');
        expect(Date.parse(instantOf(localOf(at, zone), zone))).toBe(Date.parse(at));
      }),
    );
  });
});

describe('the forms of records', () => {
  const inputs = { customers: customerInput, devices: deviceInput, users: userInput, teams: teamInput };
  const kinds = Object.keys(EDITED) as EditedKind[];
  type Schema = { maxLength?: number; items?: Schema; anyOf?: Schema[]; properties?: Record<string, Schema> };
  const schemaOf = (kind: EditedKind) => z.toJSONSchema(z.strictObject(inputs[kind].shape), { io: 'input' }) as Schema;
  const longest = (schema: Schema | undefined) =>
    Math.max(0, ...[schema, ...(schema?.anyOf ?? [])].map((one) => one?.maxLength ?? 0));

  test.each(kinds)('ask for everything of %s that the API takes', (kind) => {
    const { fields, fixed } = EDITED[kind];
    const asked = [...fixed, ...fields];
    const properties = schemaOf(kind).properties ?? {};
    expect(asked.map((field) => field.name).sort()).toEqual(Object.keys(properties).sort());
    for (const { name, columns } of asked.filter((field) => field.columns.length > 0))
      expect(columns.map((column) => column.name).sort()).toEqual(
        Object.keys(properties[name]?.items?.properties ?? {}).sort(),
      );
  });

  test.each(kinds)('take lines of %s as long as the API does', (kind) => {
    const { fields, fixed } = EDITED[kind];
    const properties = schemaOf(kind).properties ?? {};
    const lengths = (asked: readonly FormField[], of: Record<string, Schema>): (readonly [string, number])[] =>
      asked.flatMap(({ name, limits, columns }) => [
        // A pattern limits phone numbers and user names.
        ...(longest(of[name]) === 0 ? [] : [[name, (limits.maxLength ?? Infinity) - longest(of[name])] as const]),
        ...lengths(columns, of[name]?.items?.properties ?? {}),
      ]);
    expect(lengths([...fixed, ...fields], properties).filter(([, difference]) => difference !== 0)).toEqual([]);
  });

  test('keep what they do not change: a VIP stays one', () => {
    const { valuesOf, bodyOf } = EDITED.customers;
    const contact = { name: '陈国栋', email: 'c@x.example', phone: '', post: '', isVip: true };
    const shown = valuesOf?.({ name: '医院', contacts: [contact], sites: [] });
    expect(shown && bodyOf(shown)).toMatchObject({ contacts: [{ name: '陈国栋', isVip: true }], sites: [] });
  });
});
