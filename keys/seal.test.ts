import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { KeyRing } from './key-ring.js';
import { open, seal, SealBrokenError } from './seal.js';

const plain = Buffer.from('a card nobody holds');
const older: KeyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const rotated: KeyRing = {
  activeKeyId: 'k2',
  keys: new Map([...older.keys, ['k2', randomBytes(32)]]),
};

describe('seal and open', () => {
  it('gives back what was sealed', () => {
    expect(open(older, seal(older, plain, 'row/1'), 'row/1')).toEqual(plain);
  });

  it('opens with an older key after rotation and seals with the new one', () => {
    expect(open(rotated, seal(older, plain, 'row/1'), 'row/1')).toEqual(plain);
    expect(() => open(older, seal(rotated, plain, 'row/1'), 'row/1')).toThrow(SealBrokenError);
  });

  it('refuses bytes that were moved to another place', () => {
    expect(() => open(older, seal(older, plain, 'row/1'), 'row/2')).toThrow(SealBrokenError);
  });

  it('refuses bytes of which one bit was changed', () => {
    const sealed = seal(older, plain, 'row/1');
    const last = sealed.length - 1;
    sealed[last] = (sealed[last] ?? 0) ^ 1;
    expect(() => open(older, sealed, 'row/1')).toThrow(SealBrokenError);
  });

  it('refuses bytes that are too short to be sealed', () => {
    expect(() => open(older, Buffer.from('x'), 'row/1')).toThrow(SealBrokenError);
    expect(() => open(older, new Uint8Array(), 'row/1')).toThrow(SealBrokenError);
  });
});
