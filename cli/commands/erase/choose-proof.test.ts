import { describe, expect, it } from 'vitest';
import { chooseProof } from './choose-proof.js';

const images = { scope: 'IMAGES', proof: 'of the pictures' } as const;
const all = { scope: 'ALL', proof: 'of everything' } as const;

describe('the proof that is printed', () => {
  it('is that of everything, whatever else was erased before', () => {
    expect(chooseProof([images, all], 'ALL')).toBe('of everything');
    expect(chooseProof([all, images], 'IMAGES')).toBe('of the pictures');
  });

  it('is never that of the pictures while everything is still being erased', () => {
    const pending = { scope: 'ALL', proof: null } as const;
    expect(() => chooseProof([pending, images], 'ALL')).toThrow('Its erasure is still pending');
    expect(() => chooseProof([images, pending], 'ALL')).toThrow('Its erasure is still pending');
  });

  it('is asked for by name where only the pictures were erased', () => {
    expect(() => chooseProof([images], 'ALL')).toThrow(/Only its pictures .* --images/);
    expect(chooseProof([images], 'IMAGES')).toBe('of the pictures');
    expect(() => chooseProof([{ scope: 'IMAGES', proof: null }], 'IMAGES')).toThrow(/pending/);
  });

  it('is not that of everything where the pictures had none of their own', () => {
    expect(() => chooseProof([all], 'IMAGES')).toThrow('leave out --images');
  });

  it('is none of a submission that was not erased', () => {
    expect(() => chooseProof([], 'ALL')).toThrow('There is no erasure of this submission.');
  });
});
