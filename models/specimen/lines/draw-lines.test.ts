import { expect, it } from 'vitest';
import { CARD_LINE_HEIGHT } from '../../text/recognise-card-line.js';
import { loadAreaTable } from '../specimen-area.js';
import { drawLines } from './draw-lines.js';

it('draws the same lines for a seed, with print in each that was cut', async () => {
  const areas = await loadAreaTable();
  const lines = await drawLines(2_000_123, areas);
  expect(lines.length).toBeGreaterThan(60);
  for (const { text, width, levels } of lines) {
    expect(text).toMatch(/^[\w .,:/'()&+-]+$/);
    expect(levels).toHaveLength(CARD_LINE_HEIGHT * width);
  }
  const spread = lines.map(({ levels }) => Math.max(...levels) - Math.min(...levels));
  expect(spread.filter((levels) => levels > 30).length).toBeGreaterThan(lines.length * 0.8);
  const again = await drawLines(2_000_123, areas);
  expect(again.map(({ text }) => text)).toEqual(lines.map(({ text }) => text));
  expect(Buffer.from(again[5]!.levels).equals(lines[5]!.levels)).toBe(true);
}, 60_000);
