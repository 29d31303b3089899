import { expect, it } from 'vitest';
import { loadCardFont } from './card-font.js';
import { TRAINING_TYPEFACES, UNSHOWN_TYPEFACES } from './card-typeface.js';

it('trains on none of the typefaces that it is judged on', () => {
  const trained = new Set<string>(TRAINING_TYPEFACES);
  expect(UNSHOWN_TYPEFACES.filter((typeface) => trained.has(typeface))).toEqual([]);
});

it.each([...new Set([...TRAINING_TYPEFACES, ...UNSHOWN_TYPEFACES])])(
  'draws every sign of a card in %s',
  async (typeface) => {
    const font = await loadCardFont(typeface);
    for (const weight of [400, 600, 700] as const) {
      for (const text of "AZaz09.,:/'()-") {
        const line = { text, x: 0, centreY: 0, size: 30, weight };
        expect(font.measureText(line)).toBeGreaterThan(2);
        expect(font.drawText(line)).toMatch(/d="M/);
      }
    }
  },
);
