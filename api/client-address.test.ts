import { describe, expect, it } from 'vitest';
import { isInRanges, toNetwork, toSite } from './client-address.js';

describe('isInRanges', () => {
  it.each([
    ['203.0.113.7', ['203.0.113.0/24'], true],
    ['203.0.114.7', ['203.0.113.0/24'], false],
    ['203.0.113.7', ['198.51.100.0/24', '203.0.113.7/32'], true],
    ['::ffff:203.0.113.7', ['203.0.113.0/24'], true],
    ['::ffff:cb00:7107', ['203.0.113.0/24'], true],
    ['203.0.113.7', ['::ffff:203.0.113.0/120'], true],
    ['203.0.114.7', ['::ffff:203.0.113.0/120'], false],
    ['2001:db8::7', ['2001:db8::/32'], true],
    ['2001:db9::7', ['2001:db8::/32'], false],
    ['2001:db8::7', ['203.0.113.0/24'], false],
    ['203.0.113.7', ['::/0'], false],
    ['203.0.113.7', [], false],
    ['no address', ['0.0.0.0/0'], false],
    [undefined, ['0.0.0.0/0', '::/0'], false],
  ])('of %s in %o is %s', (address, ranges, is) => {
    expect(isInRanges(address, ranges)).toBe(is);
  });
});

describe('toNetwork', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:db8:1:2::9', '2001:db8:1:2::'],
    [undefined, 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(toNetwork(address)).toBe(network);
  });
});

describe('toSite', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
    ['2001:db8:1:ffff::9', '2001:db8:1::'],
    [undefined, 'unknown'],
  ])('of %s is %s', (address, site) => {
    expect(toSite(address)).toBe(site);
  });
});
