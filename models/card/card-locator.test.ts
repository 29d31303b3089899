import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { decodeImage } from '../image/decode-image.js';
import { toGreyImage } from '../image/grey-image.js';
import type { Quad } from '../image/homography.js';
import { drawSpecimen } from '../specimen/draw-specimen.js';
import { createCardLocator, type CardLocator } from './card-locator.js';
import { openCardNetwork } from './open-card-network.js';

let locator: CardLocator;
let card: Buffer;

beforeAll(async () => {
  locator = createCardLocator(await openCardNetwork('card-locator'));
  const { jpeg } = await drawSpecimen({ seed: 7, condition: 'flat' });
  card = await sharp(jpeg).resize(800, 504).toBuffer();
});

const DESK = { width: 1600, height: 1200 };
/** Where the card is laid: its corners before the picture is turned. */
const LAID: Quad = [
  { x: 300, y: 250 },
  { x: 1100, y: 250 },
  { x: 1100, y: 754 },
  { x: 300, y: 754 },
];

async function locateTurned(quarters: number): Promise<Quad | null> {
  const desk = await sharp({ create: { ...DESK, channels: 3, background: '#5b4a3f' } })
    .composite([{ input: card, left: 300, top: 250 }])
    .png()
    .toBuffer();
  const jpeg = await sharp(desk)
    .rotate(quarters * 90)
    .jpeg()
    .toBuffer();
  return await locator.locate(toGreyImage(await decodeImage(jpeg)));
}

/** Where a place of the desk lies once the picture is turned clockwise. */
function turn({ x, y }: { readonly x: number; readonly y: number }, quarters: number) {
  const { width, height } = DESK;
  const places = [
    { x, y },
    { x: height - y, y: x },
    { x: width - x, y: height - y },
    { x: y, y: width - x },
  ] as const;
  return places[quarters as 0 | 1 | 2 | 3];
}

it.each([0, 1, 2, 3])('finds the card’s own corners, turned by %i quarters', async (quarters) => {
  const corners = await locateTurned(quarters);
  for (const [index, corner] of corners!.entries()) {
    const expected = turn(LAID[index]!, quarters);
    const miss = Math.hypot(corner.x - expected.x, corner.y - expected.y);
    expect(miss).toBeLessThan(0.05 * 800);
  }
});

it('finds none on an empty desk', async () => {
  const { width, height } = DESK;
  const levels = Uint8Array.from({ length: width * height }, (_, at) => 90 + (at % 7));
  expect(await locator.locate({ width, height, levels })).toBeNull();
});
