import { expect, it } from 'vitest';
import { measurePrint } from './measure-print.js';

/** Vertical bars 6 px wide, a quarter of them ink, softened over `edge` pixels. */
function drawBars(edge: number, paper: number) {
  const [width, height] = [240, 48];
  const levels = new Uint8Array(width * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const phase = (pixel % width) % 24;
    const distance = Math.min(Math.abs(phase - 9), Math.abs(phase - 15));
    const isInk = phase >= 9 && phase < 15;
    const soft = Math.min(distance / edge, 0.5) * (isInk ? -1 : 1) + 0.5;
    levels[pixel] = Math.round(paper * (0.2 + 0.8 * soft));
  }
  return { line: { width, height, levels }, height: 20 };
}

it('finds sharp print sharper than soft print, whatever the light', () => {
  const sharp = measurePrint([drawBars(1, 220)])!;
  const soft = measurePrint([drawBars(6, 220)])!;
  const dim = measurePrint([drawBars(1, 60)])!;
  expect(sharp.sharpness).toBeGreaterThan(2 * soft.sharpness);
  expect(dim.sharpness).toBeCloseTo(sharp.sharpness, 1);
});

it('tells the paper’s brightness and the size of the lines', () => {
  const print = measurePrint([drawBars(1, 60)])!;
  expect(print.paper).toBeCloseTo(60, 0);
  expect(print.lineHeight).toBe(20);
});

it('has nothing to say without lines', () => {
  expect(measurePrint([])).toBeNull();
});
