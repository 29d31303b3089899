import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = readonly [Address, number];

/** Bits before the first of an IPv4 address that is mapped into IPv6. */
const MAPPED_PREFIX_BITS = 96;

/** One subscriber of an IPv6 network has at least this much, and all addresses of it. */
const SUBSCRIBER_BITS = 64;

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
  const parsed = parseAddress(address);
  if (parsed === null) return 'unknown';
  if (!isIpv6(parsed)) return parsed.toString();
  const network = ipaddr.IPv6.networkAddressFromCIDR(
    `${parsed.toNormalizedString()}/${String(SUBSCRIBER_BITS)}`,
  );
  return network.toString();
}

/**
 * What calls with a client id are counted by: what somebody elsewhere does with the same client id does not
 * fall back on who it belongs to.
 */
export function toClient(address: string | undefined, clientId: string): string {
  return `${toNetwork(address)} ${clientId}`;
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
