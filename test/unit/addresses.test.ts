import {
  addressIn,
  allowedTargets,
  isAllowedAddress,
  isAllowedHost,
  isFitAddress,
  type AllowedTargets,
} from '../../models/addresses';

const NOTHING: AllowedTargets = { hosts: [], ranges: [] };

test.each(['8.8.8.8', '203.119.175.10', '2400:3200::1', '::ffff:8.8.8.8'])(
  '%s is an address of the Internet',
  (address) => {
    expect(isFitAddress(address, NOTHING)).toBe(true);
  },
);

test.each([
  ['169.254.169.254', 'the metadata of a cloud'],
  ['127.0.0.1', 'loopback'],
  ['127.8.8.8', 'loopback'],
  ['0.0.0.0', 'this machine'],
  ['0.1.2.3', 'this network'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'shared by a carrier'],
  ['192.0.2.1', 'for documents'],
  ['198.18.0.1', 'for measuring'],
  ['224.0.0.1', 'multicast'],
  ['255.255.255.255', 'broadcast'],
  ['240.0.0.1', 'reserved'],
  ['::', 'this machine'],
  ['::1', 'loopback'],
  ['::7f00:1', 'loopback, in the old form of IPv4 in IPv6'],
  ['::ffff:127.0.0.1', 'loopback as IPv6'],
  ['::ffff:a9fe:a9fe', 'the metadata of a cloud as IPv6'],
  ['64:ff9b::a9fe:a9fe', 'the metadata of a cloud by NAT64'],
  ['2002:a9fe:a9fe::1', 'the metadata of a cloud by 6to4'],
  ['2001:0:a9fe:a9fe::1', 'by Teredo'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local with its zone'],
  ['fec0::1', 'site-local'],
  ['fc00::1', 'unique local'],
  ['fd12:3456::1', 'unique local'],
  ['ff02::1', 'multicast'],
  ['2001:db8::1', 'for documents'],
  ['not an address', 'nothing'],
])('%s is not: %s', (address) => {
  expect(isFitAddress(address, NOTHING)).toBe(false);
});

describe('what the settings allow', () => {
  const allowed = allowedTargets(' 10.20.0.0/16, Hooks.Intra.example, 127.0.0.1 , fd00:1::/32') ?? NOTHING;

  test('is fit, and nothing beside it', () => {
    expect(isFitAddress('10.20.3.4', allowed)).toBe(true);
    expect(isFitAddress('::ffff:10.20.3.4', allowed)).toBe(true);
    expect(isFitAddress('10.21.0.1', allowed)).toBe(false);
    expect(isFitAddress('127.0.0.1', allowed)).toBe(true);
    expect(isFitAddress('127.0.0.2', allowed)).toBe(false);
    expect(isFitAddress('fd00:1::5', allowed)).toBe(true);
    expect(isFitAddress('fd00:2::5', allowed)).toBe(false);
  });

  test('may be spoken to over plain http, other addresses of the Internet may not', () => {
    expect(isAllowedAddress('10.20.3.4', allowed)).toBe(true);
    expect(isAllowedAddress('8.8.8.8', allowed)).toBe(false);
  });

  test('is a host by its whole name', () => {
    expect(isAllowedHost('HOOKS.intra.example', allowed)).toBe(true);
    expect(isAllowedHost('evil.hooks.intra.example', allowed)).toBe(false);
  });

  test.each(['http://a', '10.0.0.0/33', 'a b', '-x', '*.example.com'])('is not %s', (entry) => {
    expect(allowedTargets(entry)).toBeNull();
  });
});

test.each([
  ['http://2130706433/', '127.0.0.1'],
  ['http://0x7f.1/', '127.0.0.1'],
  ['http://0251.0376.0251.0376/', '169.254.169.254'],
  ['http://[::ffff:169.254.169.254]/', '::ffff:a9fe:a9fe'],
  ['https://example.com/', null],
])('%s holds the address %s', (url, address) => {
  expect(addressIn(new URL(url))).toBe(address);
});
