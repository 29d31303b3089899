import { homedir } from 'node:os';
import { expect, it } from 'vitest';
import { defaultCacheDir } from './default-cache-dir.js';

it('prefers the configured folder, then the XDG cache, then the home folder', () => {
  expect(defaultCacheDir({ KENALI_CACHE_DIR: '/c', XDG_CACHE_HOME: '/x' })).toBe('/c');
  expect(defaultCacheDir({ KENALI_CACHE_DIR: '', XDG_CACHE_HOME: '/x' })).toBe('/x/kenali');
  expect(defaultCacheDir({})).toBe(`${homedir()}/.cache/kenali`);
});
