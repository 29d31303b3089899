import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawOcrALine, OCR_A } from './ocr-a-glyphs.js';

const PADDING = 20;

async function render(text: string): Promise<Uint8Array> {
  const width = OCR_A.advance + 2 * PADDING;
  const height = OCR_A.strokeCentreHeight + 2 * PADDING;
  const line = drawOcrALine(text, { x: PADDING, y: PADDING, scale: 1 });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"><rect width="100%" height="100%" fill="#fff"/><g color="#000">${line}</g></svg>`;
  return await sharp(Buffer.from(svg)).greyscale().raw().toBuffer();
}

describe('drawOcrALine', () => {
  it('draws ten digits that differ in many places', async () => {
    const digits = await Promise.all(Array.from('0123456789', (digit) => render(digit)));
    for (const [index, digit] of digits.entries()) {
      expect(digit.some((level) => level < 50)).toBe(true);
      for (const other of digits.slice(index + 1)) {
        const differing = digit.filter((level, at) => Math.abs(level - (other[at] ?? 0)) > 128);
        // One missing stroke of 18 × 20 is the least that tells two digits apart.
        expect(differing.length).toBeGreaterThan(360);
      }
    }
  });

  it('keeps every digit in a cell of one width', () => {
    const line = drawOcrALine('104', { x: 0, y: 0, scale: 1 });
    expect([...line.matchAll(/translate\((\d+) 0\)/g)].map(([, x]) => Number(x))).toEqual([
      0, 96, 192,
    ]);
  });

  it('refuses what it has no strokes for', () => {
    expect(() => drawOcrALine('12A', { x: 0, y: 0, scale: 1 })).toThrow(RangeError);
  });
});
