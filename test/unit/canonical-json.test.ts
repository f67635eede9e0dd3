import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, hashOf, sha256Of } from '../../models/hash';

test.each<[string, unknown, string]>([
  ['keys in order, whatever the order they were set in', { b: 1, a: 2, 10: 3, 9: 4 }, '{"10":3,"9":4,"a":2,"b":1}'],
  ['keys in order at every depth', { b: [{ d: 1, c: { f: 1, e: 2 } }] }, '{"b":[{"c":{"e":2,"f":1},"d":1}]}'],
  ['fields that are undefined left out', { a: undefined, b: { c: undefined } }, '{"b":{}}'],
  ['null kept apart from nothing', { a: null }, '{"a":null}'],
  ['places in a list kept, also empty ones', [undefined, null, 1], '[null,null,1]'],
  ['lists in their own order', ['b', 'a'], '["b","a"]'],
  ['nothing as null', undefined, 'null'],
  ['text as JSON has it', '引号"与换行\n', '"引号\\"与换行\\n"'],
  ['text and numbers apart', ['1', 1], '["1",1]'],
  ['keys as text', { '"': 1, 设备: 2 }, '{"\\"":1,"设备":2}'],
  ['dates as the instants they are', { at: new Date('2026-11-21T08:00:00Z') }, '{"at":"2026-11-21T08:00:00.000Z"}'],
  ['empty things as such', [{}, [], ''], '[{},[],""]'],
  ['a key like any other', JSON.parse('{"__proto__":1,"a":2}'), '{"__proto__":1,"a":2}'],
])('writes %s', (_, value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('gives equal values equal text, after any journey through JSON and in any order of keys', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, shuffled(item)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(hashOf(shuffled(value))).toBe(hashOf(value));
      expect(hashOf(JSON.parse(JSON.stringify(value)))).toBe(hashOf(value));
    }),
  );
});

test('gives different values different hashes', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const areEqual = canonicalJson(a) === canonicalJson(b);
      expect(hashOf(a) === hashOf(b)).toBe(areEqual);
    }),
  );
});

test('a hash is the sha256 in hex, of text and bytes alike', () => {
  expect(sha256Of('设备报废')).toBe(createHash('sha256').update(Buffer.from('设备报废')).digest('hex'));
  expect(sha256Of(Buffer.from('设备报废'))).toBe(sha256Of('设备报废'));
  expect(hashOf({ b: 1, a: [] })).toBe(sha256Of('{"a":[],"b":1}'));
});
