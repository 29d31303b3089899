import { describe, expect, it } from 'vitest';
import { createTokenCache } from './kenali-token.js';

function cacheOf(lifetimeSeconds: number) {
  let fetched = 0;
  let nowMs = 0;
  const cache = createTokenCache(
    () => {
      fetched += 1;
      return Promise.resolve({ value: `token ${String(fetched)}`, lifetimeSeconds });
    },
    () => nowMs,
  );
  return {
    getAt: (seconds: number) => {
      nowMs = seconds * 1000;
      return cache.get();
    },
  };
}

describe('a partner token', () => {
  it('is fetched anew a minute before it ends', async () => {
    const { getAt } = cacheOf(3600);
    expect(await getAt(0)).toBe('token 1');
    expect(await getAt(3539)).toBe('token 1');
    expect(await getAt(3540)).toBe('token 2');
  });

  it('is used for half its lifetime where it lasts no longer than that minute', async () => {
    const { getAt } = cacheOf(30);
    expect(await getAt(0)).toBe('token 1');
    expect(await getAt(14)).toBe('token 1');
    expect(await getAt(15)).toBe('token 2');
  });
});
