import type { Request } from 'express';
import { keysOfGrants } from '../../api/access';
import { maySeeCase, visibleCases } from '../../api/access-to-cases';
import type { SignedIn } from '../../api/authentication';
import { mustMatch } from '../../api/http/if-match';
import { positionOf } from '../../api/http/paging';
import { hashOf } from '../../models/hash';
import { said } from '../../models/faults';
import type { Grant } from '../../models/contracts/people';
import { isCustomerSide } from '../../models/whom';

function signedIn(...grants: Grant[]): SignedIn {
  const keys = keysOfGrants('U-me', grants);
  return { id: 'U-me', name: '我', keys, user: { grants } as never, sessionId: 's', csrfToken: null, hiddenCases: [] };
}

const CASES = [
  { customerId: 'C-1', people: [], applicant: { id: 'U-other', name: '' } },
  { customerId: 'C-2', people: ['U-me'], applicant: { id: 'U-other', name: '' } },
  { customerId: 'C-2', people: [], applicant: { id: 'U-me', name: '' } },
  { customerId: 'C-2', people: [], applicant: { id: 'U-other', name: '' } },
  { customerId: null, people: [], applicant: { id: 'U-other', name: '' } },
];

test.each([
  ['staff for the whole company', signedIn({ role: 'finance', customerId: null }), [true, true, true, true, true]],
  ['staff of one customer', signedIn({ role: 'engineer', customerId: 'C-1' }), [true, true, true, false, false]],
  ["a customer's person", signedIn({ role: 'customer-lead', customerId: 'C-1' }), [true, true, true, false, false]],
  [
    "a customer's person whose grant lacks its customer",
    signedIn({ role: 'customer', customerId: null }),
    [false, true, true, false, false],
  ],
  ['somebody without roles', signedIn(), [false, true, true, false, false]],
])('%s sees the right cases', (_, me, seen) => {
  expect(CASES.map((row) => maySeeCase(me, row))).toEqual(seen);
  expect(visibleCases(me)).toEqual(seen[4] ? {} : expect.objectContaining({ $or: expect.any(Array) as unknown }));
});

test('keys stand once, and sides are told apart', () => {
  const grants: Grant[] = [
    { role: 'engineer', customerId: 'C-1' },
    { role: 'engineer', customerId: 'C-1' },
    { role: 'admin', customerId: null },
  ];
  expect(keysOfGrants('U-1', grants)).toEqual(['person:U-1', 'role:engineer:C-1', 'role:admin:*']);
  expect(isCustomerSide(grants)).toBe(false);
  expect(isCustomerSide([])).toBe(false);
});

test.each([
  ['"3"', true],
  ['"2", "3"', true],
  ['"2","3" ', true],
  ['"4"', false],
  ['"33"', false],
  ['W/"3"', false],
  ['*', false],
  ['3', false],
  ['"3', false],
  [undefined, false],
])('If-Match %s names version 3: %s', (header, matches) => {
  const request = { get: () => header } as unknown as Request;
  const attempt = () => mustMatch(request, 3);
  if (matches) expect(attempt).not.toThrow();
  else expect(attempt).toThrow('changed-meanwhile');
});

describe('a cursor', () => {
  const cursor = (position: unknown, filter: unknown = 'list') =>
    Buffer.from(JSON.stringify({ f: hashOf(filter).slice(0, 16), p: position })).toString('base64url');

  test('holds plain values of its own list', () => {
    expect(positionOf(undefined, 'list')).toBeNull();
    expect(positionOf(cursor(['a', 1, null]), 'list')).toEqual(['a', 1, null]);
    expect(positionOf(cursor({ at: 'x', id: 'y' }), 'list')).toEqual({ at: 'x', id: 'y' });
  });

  test.each([
    cursor('a', 'another list'),
    cursor({ $gt: '' }),
    cursor([{ $gt: '' }]),
    cursor({ at: { $gt: '' } }),
    cursor(true),
    'no base64 !',
    '',
  ])('%j is refused', (text) => {
    const refused = expect.objectContaining({
      more: { faults: [{ pointer: '/after', detail: said('unknown-cursor') }] },
    });
    expect(() => positionOf(text, 'list')).toThrow(refused as Error);
  });
});
