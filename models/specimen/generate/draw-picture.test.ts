import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAreaTable, type AreaTable } from '../specimen-area.js';
import { drawPicture } from './draw-picture.js';
import { toTruthEntry } from './truth-entry.js';

const SEED = 1_000_001;

describe('drawPicture', () => {
  let areas: AreaTable;
  const draw = (seed: number, faults: 'one' | 'many' | 'other', longSidePx = 800) =>
    drawPicture({ seed, faults, longSidePx, areas });

  beforeAll(async () => {
    areas = await loadAreaTable();
  });

  it('draws the same bytes for the same request and others for another seed', async () => {
    const first = await draw(SEED, 'many');
    const again = await draw(SEED, 'many');
    const other = await draw(SEED + 1, 'many');
    expect(Buffer.from(first.jpeg).equals(again.jpeg)).toBe(true);
    expect(first.fields).toEqual(again.fields);
    expect(Buffer.from(first.jpeg).equals(other.jpeg)).toBe(false);
    expect(first.fields).not.toEqual(other.fields);
  }, 60_000);

  it('shows the same card with other faults, as large as asked for', async () => {
    const many = await draw(SEED, 'many');
    const one = await draw(SEED, 'one', 640);
    expect(one.fields).toEqual(many.fields);
    const { width, height, format } = await sharp(one.jpeg).metadata();
    expect([Math.max(width, height), format]).toEqual([640, 'jpeg']);
  }, 60_000);

  it('prints the same card in a typeface that the recogniser was not shown', async () => {
    const request = { seed: SEED, faults: 'one', longSidePx: 640, areas } as const;
    const [usual, unshown] = [
      await drawPicture(request),
      await drawPicture({ ...request, isUnshown: true }),
    ];
    expect(unshown.fields).toEqual(usual.fields);
    expect(Buffer.from(unshown.jpeg).equals(usual.jpeg)).toBe(false);
  }, 60_000);

  it('labels its pictures with what is printed and where the card lies', async () => {
    const picture = await draw(SEED, 'many');
    const entry = toTruthEntry('card.jpg', SEED, picture);
    const { width, height } = await sharp(picture.jpeg).metadata();
    expect(entry).toMatchObject({ file: 'card.jpg', condition: 'several', seed: SEED });
    expect(entry).toHaveProperty('fields', picture.fields);
    expect(entry.corners).toHaveLength(4);
    for (const [x, y] of entry.corners) {
      expect(x! >= 0 && x! <= width && y! >= 0 && y! <= height).toBe(true);
    }
  }, 60_000);

  it('labels other papers as no KTP', async () => {
    const entry = toTruthEntry('paper.jpg', SEED, await draw(SEED, 'other'));
    expect(entry).toHaveProperty('isKtp', false);
    expect(entry).not.toHaveProperty('fields');
  }, 60_000);
});
