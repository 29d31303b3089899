import { expect, it } from 'vitest';
import { parseDuration } from './parse-duration.js';

it.each([
  ['0', 0],
  ['90', 90],
  ['45s', 45],
  ['30m', 1800],
  ['24h', 86_400],
  ['7d', 604_800],
])('reads %s as %i seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

it.each(['', '-1', '1.5h', '1 h', '1w', 'h'])('refuses "%s"', (text) => {
  expect(() => parseDuration(text)).toThrow(/30m, 24h or 7d/);
});
