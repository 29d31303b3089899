import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { decodeImage } from '../image/decode-image.js';
import type { Quad } from '../image/homography.js';
import { drawSpecimen } from '../specimen/draw-specimen.js';
import { openCardLocator, type CardLocator } from './card-locator.js';

let locator: CardLocator;
let card: Buffer;

beforeAll(async () => {
  locator = await openCardLocator();
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
  return await locator.locate(await decodeImage(jpeg));
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

it('looks at a picture once, whoever asks, and at another one by itself', async () => {
  const [picture, same] = await Promise.all([decodeImage(card), decodeImage(card)]);
  const found = await locator.locate(picture);
  expect(found).not.toBeNull();
  expect(await locator.locate(picture)).toBe(found);
  const again = await locator.locate(same);
  expect(again).not.toBe(found);
  expect(again).toEqual(found);
});

it('finds none on an empty desk', async () => {
  const { width, height } = DESK;
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => 90 + (at % 7));
  expect(await locator.locate({ width, height, data })).toBeNull();
});
