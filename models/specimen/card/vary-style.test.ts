import { describe, expect, it } from 'vitest';
import { createRandom } from '../specimen-random.js';
import { CARD } from './card-layout.js';
import { OCR_A } from './ocr-a-glyphs.js';
import { varyStyle } from './vary-style.js';

const STYLES = Array.from({ length: 300 }, (_, seed) =>
  varyStyle(createRandom(seed, 'style'), 'blue'),
);

describe('varyStyle', () => {
  it('keeps NIK and values off the portrait, and everything on the card', () => {
    for (const { portrait, columns, nik, rows } of STYLES) {
      const nikEnd = nik.digitsX * CARD.width + 16 * OCR_A.advance * nik.scale;
      expect(nikEnd).toBeLessThan(portrait.left);
      expect(columns.valueEnd * CARD.width).toBeLessThan(portrait.left);
      expect(portrait.left + portrait.width).toBeLessThan(CARD.width);
      expect(rows.dateOfIssue * CARD.height).toBeGreaterThan(portrait.top + portrait.height);
      expect(Math.max(rows.signature, rows.first + 11 * rows.pitch)).toBeLessThan(0.94);
    }
  });

  it('keeps rows apart by more than a line is high', () => {
    for (const { rows, sizes } of STYLES) {
      expect(rows.pitch * CARD.height).toBeGreaterThan(sizes.value * 1.15);
      expect(rows.first - rows.nik).toBeGreaterThan(0.06);
    }
  });

  it('gives no position that holds for all cards', () => {
    const spread = (of: (style: (typeof STYLES)[number]) => number) =>
      Math.max(...STYLES.map(of)) - Math.min(...STYLES.map(of));
    expect(spread(({ columns }) => columns.value)).toBeGreaterThan(0.04);
    expect(spread(({ rows }) => rows.first)).toBeGreaterThan(0.05);
    expect(spread(({ portrait }) => portrait.left / CARD.width)).toBeGreaterThan(0.03);
    expect(new Set(STYLES.map(({ typeface }) => typeface)).size).toBe(3);
    expect(new Set(STYLES.map(({ labels }) => labels.bloodType)).size).toBe(3);
  });

  it('always says on the card that it is drawn', () => {
    for (const { marks } of STYLES) {
      expect(marks.inCorners || marks.atFoot || marks.onPortrait).toBe(true);
    }
  });
});
