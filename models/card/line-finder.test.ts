import { beforeAll, expect, it } from 'vitest';
import { decodeImage } from '../image/decode-image.js';
import { toGreyImage } from '../image/grey-image.js';
import { mapRectangleToQuad, type Point, type Quad } from '../image/homography.js';
import { drawPhotographs, type DrawnPhotograph } from '../specimen/photographs/draw-photographs.js';
import { loadAreaTable } from '../specimen/specimen-area.js';
import type { LineBox } from '../text/line-box.js';
import { isWithin } from './gather-text.js';
import { createLineFinder, type LineFinder } from './line-finder.js';
import { openCardNetwork } from './open-card-network.js';

let finder: LineFinder;
let photographs: DrawnPhotograph[];

beforeAll(async () => {
  finder = createLineFinder(await openCardNetwork('card-line-map'));
  photographs = await drawPhotographs(2_000_322, await loadAreaTable(), 3);
}, 60_000);

/** Middles of the runs of print in the picture. */
function middlesOf({ corners, runs }: DrawnPhotograph): Point[] {
  const toPicture = mapRectangleToQuad(corners, 1, 1);
  return runs.map(({ left, right, centreY }) => toPicture((left + right) / 2, centreY));
}

async function findOn({ jpeg }: DrawnPhotograph, outline: Quad): Promise<LineBox[]> {
  return await finder.find(toGreyImage(await decodeImage(jpeg)), outline);
}

it.each([0, 1, 2])('finds the print of a card, and little else: photograph %i', async (index) => {
  const photograph = photographs[index]!;
  const boxes = await findOn(photograph, photograph.corners);
  const middles = middlesOf(photograph);
  const found = middles.filter((middle) => boxes.some((box) => isWithin(middle, box)));
  const empty = boxes.filter((box) => !middles.some((middle) => isWithin(middle, box)));
  expect(found.length).toBeGreaterThanOrEqual(middles.length - 2);
  expect(empty.length).toBeLessThanOrEqual(3);
});

it('finds it where the corners are off by some hundredths of the width', async () => {
  const photograph = photographs[0]!;
  const [a, b, c, d] = photograph.corners;
  const off = 0.03 * Math.hypot(b.x - a.x, b.y - a.y);
  const outline: Quad = [
    { x: a.x + off, y: a.y - off },
    { x: b.x + off, y: b.y + off },
    { x: c.x - off, y: c.y + off },
    { x: d.x, y: d.y - off },
  ];
  const boxes = await findOn(photograph, outline);
  const middles = middlesOf(photograph);
  const found = middles.filter((middle) => boxes.some((box) => isWithin(middle, box)));
  expect(found.length).toBeGreaterThanOrEqual(middles.length - 2);
});
