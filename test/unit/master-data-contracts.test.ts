import { userInput, userPatch } from '../../models/contracts/directory';
import {
  contractPatch,
  customerInput,
  customerPatch,
  deviceInput,
  devicePatch,
} from '../../models/contracts/master-data';
import { ROLE_TITLES } from '../../models/contracts/roles';
import { CUSTOMER_ROLES, STAFF_ROLES } from '../../models/codes';

test.each([
  ['customers', customerPatch],
  ['contracts', contractPatch],
  ['devices', devicePatch],
  ['users', userPatch],
])('a change of %s holds only what was sent, and nothing unknown', (_, schema) => {
  expect(schema.parse({})).toEqual({});
  expect(schema.safeParse({ unknown: 1 }).success).toBe(false);
  expect(schema.safeParse({ version: 2 }).success).toBe(false);
});

test('new records are complete with what may be left out', () => {
  expect(customerInput.parse({ name: ' 甲 ', kind: 'core', tier: 'gold' })).toEqual({
    ...{ name: '甲', kind: 'core', tier: 'gold', emergencyVisit: 'at-once', contacts: [], sites: [] },
  });
  const device = {
    customerId: 'C-1',
    name: 'a',
    model: 'b',
    serialNumber: 'c',
    location: 'd',
    businessSystem: 'e',
    businessLevel: 'f',
  };
  expect(deviceInput.parse(device)).toEqual({
    ...device,
    assetNumber: '',
    purchasedOn: null,
    valueInYuan: null,
    state: 'in-use',
  });
});

test.each([-1, 1e11, 0.001, Infinity, NaN, '5'])('a device is not worth %p yuan', (valueInYuan) => {
  expect(devicePatch.safeParse({ valueInYuan }).success).toBe(false);
});

test('a device may be worth any number of fen', () => {
  for (const valueInYuan of [0, 0.07, 0.1 + 0.2, 19.99, 1_234_567.89])
    expect(devicePatch.safeParse({ valueInYuan }).success).toBe(true);
});

test('nobody is staff and customer at once', () => {
  const user = { username: 'x1', name: 'x', email: 'x@y.example' };
  const both = [
    { role: 'engineer', customerId: null },
    { role: 'customer', customerId: 'C-1' },
  ];
  expect(userInput.safeParse({ ...user, grants: both }).error?.issues).toMatchObject([{ path: ['grants'] }]);
  expect(userInput.safeParse({ ...user, grants: both.slice(1) }).success).toBe(true);
});

test('every role has a title in both languages, no two alike', () => {
  const roles = [...STAFF_ROLES, ...CUSTOMER_ROLES];
  expect(Object.keys(ROLE_TITLES).sort()).toEqual([...roles].sort());
  for (const language of ['zh', 'en'] as const) {
    expect(new Set(roles.map((role) => ROLE_TITLES[role][language])).size).toBe(roles.length);
  }
});
