import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawQr } from './draw-qr.js';
import { formatTime } from './format-time.js';

const ADDRESS = `https://kyc.example/s/${'A'.repeat(22)}#h=${'b-_9'.repeat(10)}xyz`;
/** Pixels a module. */
const SCALE = 4;

/** Paints the runs of the path, as a browser would. */
function paint({ size, path }: ReturnType<typeof drawQr>) {
  const side = size * SCALE;
  const data = new Uint8Array(side * side * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      const from = (row * side + Number(x) * SCALE) * 4;
      data.fill(0, from, from + Number(run) * SCALE * 4);
    }
  }
  return { width: side, height: side, data };
}

describe('drawQr', () => {
  it('draws what a reader reads', () => {
    expect(decodeQR(paint(drawQr(ADDRESS)))).toBe(ADDRESS);
  });

  it('leaves the four light modules around it that readers go by', () => {
    const { size, path } = drawQr(ADDRESS);
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
    const columns = runs.flatMap(([x = 0, , width = 0]) => [x, x + width]);
    const rows = runs.map(([, y = 0]) => y);
    expect([Math.min(...columns), Math.max(...columns)]).toEqual([4, size - 4]);
    expect([Math.min(...rows), Math.max(...rows)]).toEqual([4, size - 5]);
  });
});

describe('formatTime', () => {
  it.each([
    [600_000, '10:00'],
    [599_999, '10:00'],
    [65_000, '1:05'],
    [400, '0:01'],
    [0, '0:00'],
    [-3_000, '0:00'],
  ])('%i ms are %s', (milliseconds, text) => {
    expect(formatTime(milliseconds)).toBe(text);
  });
});
