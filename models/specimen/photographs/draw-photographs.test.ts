import { expect, it } from 'vitest';
import { decodeImage } from '../../image/decode-image.js';
import { loadAreaTable } from '../specimen-area.js';
import { drawPhotographs } from './draw-photographs.js';

it('photographs the card of a seed, the same again, and says where it and its print lie', async () => {
  const areas = await loadAreaTable();
  const photographs = await drawPhotographs(2_000_321, areas, 2);
  expect(photographs).toHaveLength(2);
  for (const { jpeg, corners, runs } of photographs) {
    const { width, height } = await decodeImage(jpeg);
    for (const { x, y } of corners) {
      expect(x).toBeGreaterThanOrEqual(-1);
      expect(x).toBeLessThanOrEqual(width + 1);
      expect(y).toBeGreaterThanOrEqual(-1);
      expect(y).toBeLessThanOrEqual(height + 1);
    }
    // Thirteen rows of label and value, the blood type, two lines above, two beside.
    expect(runs.length).toBeGreaterThanOrEqual(28);
    for (const { left, right, centreY, capHeight } of runs) {
      expect(left).toBeGreaterThan(0);
      expect(right).toBeGreaterThan(left);
      expect(right).toBeLessThan(1);
      expect(centreY).toBeGreaterThan(0);
      expect(centreY + capHeight).toBeLessThan(1);
    }
  }
  const [again] = await drawPhotographs(2_000_321, areas, 1);
  expect(again!.corners).toEqual(photographs[0]!.corners);
  expect(Buffer.from(again!.jpeg).equals(photographs[0]!.jpeg)).toBe(true);
}, 60_000);
