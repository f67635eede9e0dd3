import {
  alsoOnRefusal,
  attachments,
  caseReference,
  checklist,
  choice,
  customer,
  date,
  device,
  instant,
  money,
  number,
  onlyOnRefusal,
  optional,
  person,
  signature,
  table,
  text,
  type Field,
  type FieldKind,
} from '../../models/contracts/fields';
import { form, formFor, jsonSchemaOf } from '../../models/contracts/form';
import { filledForm } from '../../api/use-cases/filled-form';
import { Problem } from '../../api/http/problem';
import { formOf, PROCESSES } from '../../models/contracts/processes';

const label = { zh: '标签', en: 'Label' };
const options = { a: { zh: '甲', en: 'A' }, b: { zh: '乙', en: 'B' } };
const DAY = '2026-11-21';
const INSTANT = '2026-11-21T08:00:00Z';

/** Each kind of field: what it takes, what it refuses, and what its JSON Schema says. */
const FIELDS: readonly {
  readonly of: Field;
  readonly takes: readonly unknown[];
  readonly refuses: readonly unknown[];
  readonly says: Readonly<Record<string, unknown>>;
}[] = [
  {
    of: text(label, { max: 5 }),
    takes: ['a', ' 五个字的话 ', '甲\t'.trim()],
    refuses: ['', '   ', 'sixsix', 'a\r\nb', 'a\nb', 'a\tb', 'a\u0000b', 'a\u007fb'],
    says: { type: 'string', minLength: 1, maxLength: 5 },
  },
  {
    of: text(label, { max: 8, multiline: true }),
    takes: ['a\nb', ' a\r\nb\r', 'a'],
    refuses: ['', '\r\n', 'ninechars', 'a\tb', 'a\u0000b', 'a\u001bb'],
    says: { type: 'string', minLength: 1, maxLength: 8 },
  },
  {
    of: number(label, '℃', { min: -10, max: 50 }),
    takes: [-10, 0, 23.5, 50],
    refuses: [-11, 51, NaN, Infinity],
    says: { type: 'number', minimum: -10, maximum: 50 },
  },
  {
    of: money(label),
    takes: [0, 0.07, 19.99, 10_000, 1e10],
    refuses: [-0.01, 0.001, 1e10 + 1, NaN, Infinity],
    says: { type: 'number', minimum: 0, maximum: 1e10 },
  },
  {
    of: date(label),
    takes: [DAY, '2028-02-29'],
    refuses: ['', '2027-02-29', '2026-13-01', '2026-1-1', '20261121', INSTANT],
    says: { type: 'string', format: 'date' },
  },
  {
    of: instant(label),
    takes: [INSTANT, '2026-11-21T08:00:00.123Z'],
    refuses: [DAY, '2026-11-21T08:00:00', '2026-11-21 08:00:00Z', '2026-11-21T25:00:00Z'],
    says: { type: 'string', format: 'date-time' },
  },
  {
    of: choice(label, options),
    takes: ['a', 'b'],
    refuses: ['c', 'A', '', 'constructor', '__proto__', 'toString'],
    says: { type: 'string', enum: ['a', 'b'] },
  },
  {
    of: checklist(label, options),
    takes: [{ a: true, b: true }],
    refuses: [{ a: true }, { a: true, b: false }, { a: true, b: true, c: true }, {}, true],
    says: { type: 'object', required: ['a', 'b'], additionalProperties: false },
  },
  ...[person(label), device(label), customer(label), caseReference(label)].map((of) => ({
    of,
    takes: ['D-0001', 'BF-20261121-0001', 'constructor'],
    refuses: ['', '-a', '.', '../x', 'a b', 'a/b', '$ne', '__proto__', 'x'.repeat(65), 'a\n'],
    says: { type: 'string' },
  })),
  {
    of: attachments(label, { max: 2 }),
    takes: [['A-1'], ['A-1', 'A-2']],
    refuses: [[], ['A-1', 'A-2', 'A-3'], ['$ne'], 'A-1', [{ $ne: 'A-1' }], { 0: 'A-1' }],
    says: { type: 'array', minItems: 1, maxItems: 2 },
  },
  {
    of: table(label, { name: text(label), count: optional(number(label, '台')) }, 2),
    takes: [[{ name: 'a' }], [{ name: 'a', count: 1 }, { name: 'b' }]],
    refuses: [[], [{}], [{ name: 'a', more: 1 }], [{ name: 'a' }, { name: 'b' }, { name: 'c' }], { name: 'a' }],
    says: { type: 'array', minItems: 1, maxItems: 2 },
  },
  {
    of: signature(label),
    takes: [true],
    refuses: [false, 'true', 1],
    says: { type: 'boolean', const: true },
  },
];
const KINDS: readonly FieldKind[] = [
  ...(['text', 'number', 'money', 'date', 'instant', 'choice', 'person', 'device', 'customer', 'case'] as const),
  ...(['attachments', 'table', 'checklist', 'signature'] as const),
];
const named = FIELDS.map((field) => [field.of.multiline ? 'text of several lines' : field.of.kind, field] as const);
const NEVER_VALID = [null, undefined, {}, { $ne: null }, { $gt: '' }, [[]], Symbol('x')];

test('every kind of field is tried here', () => {
  expect(new Set(FIELDS.map(({ of }) => of.kind))).toEqual(new Set(KINDS));
});

describe.each(named)('a %s', (_, { of, takes, refuses, says }) => {
  test.each(takes.map((value) => [value]))('takes %j', (value) => {
    expect(of.schema.safeParse(value).success).toBe(true);
  });

  test.each([...refuses, ...NEVER_VALID].map((value) => [value]))('refuses %j', (value) => {
    expect(of.schema.safeParse(value).success).toBe(false);
  });

  test('may be left out only where that is said', () => {
    const { optional: mayBeLeftOut, schema } = optional(of);
    expect([of.optional, mayBeLeftOut]).toEqual([false, true]);
    expect(schema.safeParse(undefined).success).toBe(true);
    expect(schema.safeParse(takes[0]).success).toBe(true);
    expect(schema.safeParse(refuses[0]).success).toBe(false);
    expect(schema.safeParse(null).success).toBe(false);
  });

  test('is described as JSON Schema, with its kind and labels', () => {
    const described = jsonSchemaOf(form('x', 1, label, { field: of, other: optional(of) }));
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
    expect(described).toMatchObject({
      ...{ $id: 'x@1', title: '标签', 'x-title': label, type: 'object' },
      ...{ required: ['field'], additionalProperties: false },
      properties: {
        field: { ...says, title: '标签', 'x-field': { kind: of.kind, label, optional: false } },
        other: { ...says, 'x-field': { kind: of.kind, optional: true } },
      },
    });
    expect(JSON.stringify(described)).not.toMatch(/"schema":|\$schema/);
  });
});

describe('what a field keeps', () => {
  test.each<[Field, unknown, unknown]>([
    [text(label), '  库房 A-03 ', '库房 A-03'],
    [text(label), '库房\r\n', '库房'],
    [text(label, { multiline: true }), ' 一\r\n二\r三\n ', '一\n二\n三'],
    [checklist(label, options), { b: true, a: true }, { a: true, b: true }],
  ])('of %#: the same, trimmed, lines ended alike', (of, value, kept) => {
    expect(of.schema.parse(value)).toEqual(kept);
  });
});

test('options and columns are described with their labels', () => {
  const columns = { name: text(label), state: choice(label, options) };
  const described = jsonSchemaOf(form('x', 1, label, { rows: table(label, columns), kind: choice(label, options) }));
  const asOptions = [
    { value: 'a', label: options.a },
    { value: 'b', label: options.b },
  ];
  expect(described.properties).toMatchObject({
    kind: { 'x-field': { options: asOptions } },
    rows: { 'x-field': { columns: { name: { kind: 'text', label }, state: { kind: 'choice', options: asOptions } } } },
  });
});

test('a form takes its own fields and no others', () => {
  const { schema } = form('x', 1, label, { name: text(label), remark: optional(text(label)) });
  expect(schema.parse({ name: 'a' })).toEqual({ name: 'a' });
  expect(schema.safeParse({ name: 'a', more: 1 }).error?.issues).toMatchObject([{ code: 'unrecognized_keys' }]);
  expect(schema.safeParse({}).error?.issues).toMatchObject([{ path: ['name'] }]);
  expect(schema.safeParse(JSON.parse('{"name":"a","__proto__":{"remark":"b"}}')).success).toBe(false);
});

describe('a refusal', () => {
  const called = form('test.called', 1, label, {
    ...{ at: alsoOnRefusal(instant(label)), score: choice(label, options) },
    again: onlyOnRefusal(instant(label)),
  });
  const accepts = (agrees: boolean, values: Readonly<Record<string, unknown>>) =>
    formFor(called, agrees).schema.safeParse(values).success;

  test('fills in what is marked so, and agreement everything but what only a refusal does', () => {
    expect(accepts(true, { at: INSTANT, score: 'a' })).toBe(true);
    expect(accepts(true, { at: INSTANT, score: 'a', again: INSTANT })).toBe(false);
    expect(accepts(false, { at: INSTANT })).toBe(true);
    expect(accepts(false, { at: INSTANT, again: INSTANT })).toBe(true);
    expect(accepts(false, { at: INSTANT, score: 'a' })).toBe(false);
    expect(accepts(false, { again: INSTANT })).toBe(false);
  });

  test('of a form that says nothing of it is filled in like agreement', () => {
    const plain = form('test.plain', 1, label, { score: choice(label, options) });
    expect(formFor(plain, false)).toBe(plain);
  });
});

describe('the installed forms', () => {
  const all = PROCESSES.flatMap(({ startForm, steps, olderForms }) => [
    ...[startForm, ...olderForms],
    ...Object.values(steps).map((step) => step.form),
  ]);
  const forms = all
    .filter((one, index) => all.indexOf(one) === index)
    .map((one) => [`${one.id}@${one.version}`, one] as const);

  test.each(forms)('%s is found by its id and version, which no other form has', (_, one) => {
    expect(formOf({ id: one.id, version: one.version })).toBe(one);
    expect(forms.filter(([name]) => name === `${one.id}@${one.version}`)).toHaveLength(1);
    expect(formOf({ id: one.id, version: one.version + 1000 })).toBeUndefined();
  });

  test.each(forms)('%s has every title, label and option in both languages', (_, one) => {
    const texts = [one.title, ...Object.values(one.fields).flatMap(textsOf)];
    for (const { zh, en } of texts)
      expect([zh, en]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    expect(JSON.parse(JSON.stringify(jsonSchemaOf(one)))).toEqual(jsonSchemaOf(one));
  });
});

function textsOf(field: Field): Field['label'][] {
  const columns = Object.values(field.columns ?? {});
  return [field.label, ...(field.options ?? []).map((option) => option.label), ...columns.flatMap(textsOf)];
}

describe('a day that has been', () => {
  const has = date(label, { latest: 'today' });
  const visits = form('test.days', 1, label, {
    ...{ had: has, planned: date(label), maybe: optional(has) },
    rows: table(label, { had: has }),
  });
  const config = { COMPANY_TIME_ZONE: 'Asia/Shanghai' };
  const filledAt = (at: string, values: Readonly<Record<string, unknown>>) =>
    filledForm(
      visits,
      { had: DAY, planned: DAY, rows: [{ had: DAY }], ...values },
      { config, now: () => new Date(at) },
    );
  const pointersOf = (at: string, values: Readonly<Record<string, unknown>>) => {
    try {
      filledAt(at, values);
      return [];
    } catch (error) {
      return error instanceof Problem ? error.more.faults?.map(({ pointer }) => pointer) : [String(error)];
    }
  };

  test('is today at the latest, by the calendar of the company', () => {
    const tomorrow = { had: '2026-11-22' };
    expect(pointersOf('2026-11-21T15:59:59Z', tomorrow)).toEqual(['/form/had']);
    expect(pointersOf('2026-11-21T16:00:00Z', tomorrow)).toEqual([]);
    expect(pointersOf(INSTANT, { planned: '2030-01-01' })).toEqual([]);
    expect(pointersOf(INSTANT, { maybe: '2026-11-22', rows: [{ had: DAY }, { had: '2026-12-01' }] })).toEqual([
      '/form/maybe',
      '/form/rows/1/had',
    ]);
  });

  test('says so of itself', () => {
    expect(jsonSchemaOf(visits)).toMatchObject({ properties: { had: { 'x-field': { latest: 'today' } } } });
    expect(jsonSchemaOf(visits)).not.toMatchObject({ properties: { planned: { 'x-field': { latest: 'today' } } } });
  });
});

describe('an instant that somebody states', () => {
  const has = instant(label, { latest: 'now' });
  const calls = form('test.instants', 1, label, {
    ...{ had: has, due: instant(label, { earliest: 'now' }), any: instant(label) },
    rows: table(label, { had: has }),
  });
  const NOW = '2026-11-21T08:00:00.000Z';
  const fits = { had: NOW, due: NOW, any: NOW, rows: [{ had: NOW }] };
  const faultsOf = (values: Readonly<Record<string, unknown>>) => {
    try {
      filledForm(calls, { ...fits, ...values }, { config: { COMPANY_TIME_ZONE: 'UTC' }, now: () => new Date(NOW) });
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.more.faults?.map(
        ({ pointer, detail }) => `${pointer} ${typeof detail === 'object' ? detail.en : detail}`,
      );
    }
  };

  test('has been, or is to come, as its field says; a clock may go wrong by five minutes', () => {
    expect(faultsOf({ had: '2026-11-21T08:05:00Z', due: '2026-11-21T07:55:00Z' })).toEqual([]);
    expect(faultsOf({ had: '2026-11-21T08:05:01Z', rows: [{ had: NOW }, { had: '2026-11-22T08:00:00Z' }] })).toEqual([
      '/form/had cannot be later than now',
      '/form/rows/1/had cannot be later than now',
    ]);
    expect(faultsOf({ due: '2026-11-21T07:54:59Z' })).toEqual(['/form/due cannot be in the past']);
  });

  test('is at most ten years ahead: no timer is set for another century', () => {
    expect(faultsOf({ due: '2036-11-21T08:00:00Z', any: '1999-01-01T00:00:00Z' })).toEqual([]);
    expect(faultsOf({ due: '2170-01-01T00:00:00Z', any: '2170-01-01T00:00:00Z' })).toEqual([
      '/form/due at most 10 years from now',
      '/form/any at most 10 years from now',
    ]);
  });

  test('says so of itself', () => {
    expect(jsonSchemaOf(calls)).toMatchObject({
      properties: { had: { 'x-field': { latest: 'now' } }, due: { 'x-field': { earliest: 'now' } } },
    });
  });
});

test.each([
  ['2026-11-21T08:00:00Z', '2026-11-21T08:00:00.000Z'],
  ['2026-11-21T08:00:00.5Z', '2026-11-21T08:00:00.500Z'],
  ['2026-11-21T08:00:00+08:00', '2026-11-21T00:00:00.000Z'],
  ['2026-11-21T00:30:00-05:30', '2026-11-21T06:00:00.000Z'],
])('the instant %s is kept as %s', (sent, kept) => {
  expect(instant(label).schema.parse(sent)).toBe(kept);
});

test.each([
  '2026-11-21',
  '2026-11-21T08:00:00',
  '2026-11-31T08:00:00Z',
  '9999-12-31T23:00:00-05:00',
  '2026-11-21T08:00:00+25:00',
])('nobody knows which instant %s is', (sent) => {
  expect(instant(label).schema.safeParse(sent).success).toBe(false);
});
