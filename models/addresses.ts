import { isValid, isValidCIDR, parse, parseCIDR, type IPv4, type IPv6 } from 'ipaddr.js';

type Address = IPv4 | IPv6;

/** The targets inside the company's network that webhooks may be sent to. */
export interface AllowedTargets {
  readonly hosts: readonly string[];
  readonly ranges: readonly (readonly [Address, number])[];
}

const HOST = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
/** All that is assigned for use in the Internet; what was embedded in other ranges once leads back inside. */
const GLOBAL_IPV6 = parseCIDR('2000::/3') as [IPv6, number];

/** Reads a list of hosts, addresses and CIDR ranges with commas between; null when an entry is none of these. */
export function allowedTargets(setting: string): AllowedTargets | null {
  const entries = setting
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const ranges = entries.filter(isRange).map(rangeOf);
  const hosts = entries.filter((entry) => !isRange(entry)).map((host) => host.toLowerCase());
  return hosts.every((host) => HOST.test(host)) ? { hosts, ranges } : null;
}

/** True when a host may be spoken to wherever its name leads. */
export function isAllowedHost(host: string, { hosts }: AllowedTargets): boolean {
  return hosts.includes(host.toLowerCase());
}

/** The address that stands in a URL's place for a host; null for a name. */
export function addressIn({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return isValid(bare) ? bare : null;
}

/**
 * True for an address that events may be sent to: one of the Internet, or one that is allowed. Loopback, private, link-local
 * (169.254.169.254), shared and reserved addresses are not, nor are their IPv6 forms.
 */
export function isFitAddress(text: string, { ranges }: AllowedTargets): boolean {
  if (!isValid(text)) return false;
  const address = plain(parse(text));
  if (ranges.some(([base, bits]) => isWithin(address, plain(base), bits))) return true;
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || (address as IPv6).match(GLOBAL_IPV6);
}

/** True for an address that the settings name, where also plain http is spoken. */
export function isAllowedAddress(text: string, { ranges }: AllowedTargets): boolean {
  if (!isValid(text)) return false;
  const address = plain(parse(text));
  return ranges.some(([base, bits]) => isWithin(address, plain(base), bits));
}

function isWithin(address: Address, base: Address, bits: number): boolean {
  return address.kind() === base.kind() && (address as IPv4).match(base, bits);
}

/** An IPv4 address that is written as an IPv6 one is that address. */
function plain(address: Address): Address {
  return address.kind() === 'ipv6' && (address as IPv6).isIPv4MappedAddress()
    ? (address as IPv6).toIPv4Address()
    : address;
}

function isRange(entry: string): boolean {
  return isValid(entry) || isValidCIDR(entry);
}

function rangeOf(entry: string): [Address, number] {
  if (isValidCIDR(entry)) return parseCIDR(entry);
  const address = parse(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
