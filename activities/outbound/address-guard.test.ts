import { describe, expect, it } from 'vitest';
import { CidrError, createAddressGuard } from './address-guard.js';

const guard = createAddressGuard([]);

describe('the address guard', () => {
  it.each(['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])('allows %s', (address) => {
    expect(guard.isAllowed(address)).toBe(true);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.9.9.9'],
    ['loopback', '::1'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '192.168.1.1'],
    ['link-local, also of cloud metadata', '169.254.169.254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['this network', '0.0.0.0'],
    ['unspecified', '::'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['benchmarking', '198.18.0.1'],
    ['unique-local', 'fd00::1'],
    ['site-local', 'fec0::1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped in hex', '::ffff:7f00:1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001::1'],
    ['documentation', '2001:db8::1'],
    ['no address at all', 'partner.example'],
    ['nothing', ''],
  ])('refuses %s (%s)', (_range, address) => {
    expect(guard.isAllowed(address)).toBe(false);
    expect(guard.isExcepted(address)).toBe(false);
  });

  it('allows exactly the ranges that the operator has excepted', () => {
    const lenient = createAddressGuard(['127.0.0.0/8', 'fd00::/8']);
    expect(lenient.isAllowed('127.0.0.1')).toBe(true);
    expect(lenient.isAllowed('::ffff:127.0.0.1')).toBe(true);
    expect(lenient.isAllowed('fd12::1')).toBe(true);
    expect(lenient.isAllowed('10.0.0.1')).toBe(false);
    expect(lenient.isAllowed('::1')).toBe(false);
    expect(lenient.isExcepted('8.8.8.8')).toBe(false);
  });

  it.each(['127.0.0.1', '127.0.0.0/33', 'localhost/8', '::1/129', '10.0.0.0/x'])(
    'refuses the exception %s',
    (range) => {
      expect(() => createAddressGuard([range])).toThrow(CidrError);
    },
  );
});
