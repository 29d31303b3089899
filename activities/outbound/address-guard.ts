import { BlockList, isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A host resolves to an address that we may not reach. */
export class AddressRefusedError extends Error {
  override readonly name = 'AddressRefusedError';
}

/** A range is not an IP network in CIDR notation. */
export class CidrError extends Error {
  override readonly name = 'CidrError';
}

export interface AddressGuard {
  /** On the public internet, or excepted. */
  isAllowed(address: string): boolean;
  /** Excepted by the operator: a network that it vouches for. */
  isExcepted(address: string): boolean;
  /**
   * The same guard with further exceptions, such as one partner's own networks.
   *
   * @throws CidrError
   */
  excepting(ranges: readonly string[]): AddressGuard;
}

/** Global unicast, the only part of IPv6 that is routed on the internet (RFC 4291 §2.4). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Keeps what we send to partners off our own network (server-side request forgery): loopback,
 * private, link-local, carrier-grade NAT, multicast, unique-local, NAT64, 6to4 and every other
 * special range is refused, IPv4 inside IPv6 judged as IPv4.
 *
 * @param exceptions CIDR ranges from `KENALI_DANGEROUS_OUTBOUND_CIDRS`
 * @throws CidrError
 */
export function createAddressGuard(exceptions: readonly string[]): AddressGuard {
  const excepted = toBlockList(exceptions);
  const isExcepted = (address: string): boolean => {
    const plain = plainAddress(address);
    return plain !== null && excepted.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  };
  return {
    isExcepted,
    isAllowed: (address) => isPublic(address) || isExcepted(address),
    excepting: (ranges) => createAddressGuard([...exceptions, ...ranges]),
  };
}

function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6);
}

/** Canonical text without a zone; an IPv4 address mapped into IPv6 as IPv4. */
function plainAddress(address: string): string | null {
  const [withoutZone = ''] = address.split('%');
  return ipaddr.isValid(withoutZone) ? ipaddr.process(withoutZone).toString() : null;
}

function toBlockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix = ''] = range.split('/');
    const family = isIP(address);
    const bits = /^\d+$/.test(prefix) ? Number(prefix) : Infinity;
    if (family === 0 || bits > (family === 6 ? 128 : 32)) {
      throw new CidrError(`${range} is not a CIDR range`);
    }
    list.addSubnet(address, bits, family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
