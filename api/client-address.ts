import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/** Bits before the first of an IPv4 address that is mapped into IPv6. */
const MAPPED_PREFIX_BITS = 96;

/** One subscriber of an IPv6 network has at least this much, and all addresses of it. */
const SUBSCRIBER_BITS = 64;

/** What RFC 6177 and providers give at most to one site, which is 65,536 networks of subscribers. */
const SITE_BITS = 48;

/**
 * Whether an address is in one of the CIDR `ranges`. IPv4 that is mapped into IPv6, as a dual-stack
 * socket shows it, is judged as IPv4. What is no address is in none.
 */
export function isInRanges(address: string | undefined, ranges: readonly string[]): boolean {
  const parsed = parseAddress(address);
  return parsed !== null && ranges.some((range) => isInRange(parsed, parseRange(range)));
}

/**
 * What calls are counted by: the address, or its /64 for IPv6, where a single caller has as many
 * addresses as it likes.
 */
export function toNetwork(address: string | undefined): string {
  return maskIpv6(address, SUBSCRIBER_BITS);
}

/** The address, or its /48 for IPv6: the most that one caller is given, and more than one subscriber often has. */
export function toSite(address: string | undefined): string {
  return maskIpv6(address, SITE_BITS);
}

/**
 * What calls with a client id are counted by: what somebody elsewhere does with the same client id does not
 * fall back on who it belongs to.
 */
export function toClient(address: string | undefined, clientId: string): string {
  return `${toNetwork(address)} ${clientId}`;
}

function maskIpv6(address: string | undefined, bits: number): string {
  const parsed = parseAddress(address);
  if (parsed === null) return 'unknown';
  if (!isIpv6(parsed)) return parsed.toString();
  const cidr = `${parsed.toNormalizedString()}/${String(bits)}`;
  return ipaddr.IPv6.networkAddressFromCIDR(cidr).toString();
}

function parseAddress(address: string | undefined): Address | null {
  if (address === undefined || !ipaddr.isValid(address)) return null;
  // Takes a mapped address for IPv4.
  return ipaddr.process(address);
}

function parseRange(range: string): Range {
  const [address, bits] = ipaddr.parseCIDR(range);
  return isIpv6(address) && address.isIPv4MappedAddress() && bits >= MAPPED_PREFIX_BITS
    ? [address.toIPv4Address(), bits - MAPPED_PREFIX_BITS]
    : [address, bits];
}

function isInRange(address: Address, [network, bits]: Range): boolean {
  if (isIpv6(address)) return isIpv6(network) && address.match(network, bits);
  return !isIpv6(network) && address.match(network, bits);
}

function isIpv6(address: Address): address is ipaddr.IPv6 {
  return address.kind() === 'ipv6';
}
