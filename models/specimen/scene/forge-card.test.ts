import { describe, expect, it } from 'vitest';
import type { Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import { CARD, PORTRAIT } from '../card/card-layout.js';
import { editPortrait } from './edit-portrait.js';
import { pastePortrait, type PastedPortrait } from './paste-portrait.js';
import { placeSheet } from './place-card.js';
import { printOnPaper } from './print-on-paper.js';
import { drawPicture } from './sharp-raster.js';

const PAPER = [200, 230, 245];
const drawPaper = (size: { readonly width: number; readonly height: number }) =>
  drawPicture(size, `<rect width="100%" height="100%" fill="rgb(${PAPER.join()})"/>`);
const LOOK = { skin: '#8f959b', hair: null, head: 'short-hair', shirt: null } as const;
const PASTED: PastedPortrait = {
  look: LOOK,
  backdrop: 'green',
  scale: 1,
  shiftX: 0,
  shiftY: 0,
  turn: 0,
  border: 0,
  shade: 0,
  softness: 0,
};
const GREEN = [127, 163, 138];

function colourAt({ data, width }: RasterImage, x: number, y: number): number[] {
  const at = (Math.round(y) * width + Math.round(x)) * 3;
  return [...data.subarray(at, at + 3)];
}

describe('a portrait glued over the true one', () => {
  const { left, top, width, height } = PORTRAIT;

  it('lies where the portrait was and leaves the rest of the card as it is', async () => {
    const card = await pastePortrait(await drawPaper(CARD), PASTED, PORTRAIT);
    expect(colourAt(card, left + 4, top + 4)).toEqual(GREEN);
    expect(colourAt(card, left + width - 4, top + 4)).toEqual(GREEN);
    expect(colourAt(card, left - 4, top + 4)).toEqual(PAPER);
    expect(colourAt(card, 100, 100)).toEqual(PAPER);
  });

  it('is turned, has a border of white paper and throws a shadow as asked for', async () => {
    const blank = await drawPaper(CARD);
    const turned = await pastePortrait(blank, { ...PASTED, turn: 5 }, PORTRAIT);
    expect(colourAt(turned, left + width - 4, top + 4)).toEqual(PAPER);
    const framed = await pastePortrait(blank, { ...PASTED, border: 0.05 }, PORTRAIT);
    expect(Math.min(...colourAt(framed, left - 6, top + height / 2))).toBeGreaterThan(240);
    const thick = await pastePortrait(blank, { ...PASTED, shade: 0.6 }, PORTRAIT);
    expect(colourAt(thick, left + width + 3, top + height / 2)[0]).toBeLessThan(150);
  });
});

it('a portrait set in with a program changes nothing but its own place', async () => {
  const room = await drawPicture({ width: 800, height: 600 }, '<rect width="100%" height="100%"/>');
  const corners: Quad = [
    { x: 100, y: 120 },
    { x: 700, y: 100 },
    { x: 710, y: 480 },
    { x: 90, y: 490 },
  ];
  const photo = placeSheet(await drawPaper(CARD), room, corners);
  const edited = { look: LOOK, backdrop: 'green', jpegQuality: 90, softness: 0 } as const;
  const { photo: forged } = await editPortrait({ photo, corners }, edited, PORTRAIT);
  const changed = photo.data.reduce(
    (count, level, at) => count + Number(level !== forged.data[at]),
    0,
  );
  const share = (PORTRAIT.width * PORTRAIT.height) / (CARD.width * CARD.height);
  expect(changed / 3 / (610 * 380)).toBeGreaterThan(0.85 * share);
  expect(changed / 3 / (610 * 380)).toBeLessThan(1.1 * share);
  const [red = 0, green = 0] = colourAt(forged, 570, 220);
  expect(green).toBeGreaterThan(red + 20);
});

it('a print has the range of its ink and paper, and dots where neither is solid', async () => {
  const size = { width: 60, height: 40 };
  const print = { gamut: 1, white: 240, black: 40, dotPitchPx: 5, dots: 0.8 };
  const half = await drawPicture(size, '<rect width="100%" height="100%" fill="#808080"/>');
  const levels = [...(await printOnPaper(half, print)).data];
  expect(Math.max(...levels) - Math.min(...levels)).toBeGreaterThan(50);
  expect(Math.min(...levels)).toBeGreaterThanOrEqual(40);
  const smooth = await printOnPaper(half, { ...print, dots: 0 });
  expect(new Set(smooth.data).size).toBe(1);
  const white = await drawPicture(size, '');
  expect(new Set((await printOnPaper(white, print)).data)).toEqual(new Set([240]));
});
