import { expect, it } from 'vitest';
import { listBands, toBits } from './fingerprint-bands.js';

it('a band is told from the same bits at another place', () => {
  expect(listBands('12340000ffff1234')).toEqual([0x1234, 3 * 65_536 + 0x1234]);
});

it('a wall has no bands, so that walls are not taken for one another', () => {
  expect(listBands('0'.repeat(64))).toEqual([]);
});

it('fingerprints of 256 bits that differ in fifteen share a band', () => {
  const original = Array.from({ length: 16 }, (_, place) => (0x1230 + place).toString(16));
  const changed = original.map((piece, place) => (place === 15 ? piece : `${piece.slice(0, 3)}0`));
  const shared = listBands(changed.join('')).filter((band) =>
    listBands(original.join('')).includes(band),
  );
  expect(shared.length).toBeGreaterThan(0);
});

it('bits are written out in order', () => {
  expect(toBits('0f1a')).toBe('0000111100011010');
});
