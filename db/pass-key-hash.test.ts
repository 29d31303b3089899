import { describe, expect, it } from 'vitest';
import { hashPassKey, isPassKey } from './pass-key-hash.js';

const cheap = { cost: 16, blockSize: 8, parallelization: 1 };

describe('pass-key hash', () => {
  it('recognises the pass-key that was hashed and no other', async () => {
    const stored = await hashPassKey('one', cheap);
    await expect(isPassKey('one', stored)).resolves.toBe(true);
    await expect(isPassKey('two', stored)).resolves.toBe(false);
    await expect(isPassKey('', stored)).resolves.toBe(false);
  });

  it('carries its cost, so that hashes of an older cost stay usable', async () => {
    const stored = await hashPassKey('one');
    expect(stored).toMatch(/^scrypt\$32768\$8\$3\$[A-Za-z0-9+/]+={0,2}\$[A-Za-z0-9+/]+={0,2}$/);
    await expect(isPassKey('one', stored)).resolves.toBe(true);
  });

  it('gives the same pass-key another hash each time', async () => {
    expect(await hashPassKey('one', cheap)).not.toBe(await hashPassKey('one', cheap));
  });

  it('throws on a stored hash that is damaged', async () => {
    await expect(isPassKey('one', 'bcrypt$1')).rejects.toThrow('damaged');
  });
});
