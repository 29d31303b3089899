import type { RasterImage } from '../../image/raster-image.js';
import { STRAIGHT_CARD } from '../straighten-card.js';

export type Colour = readonly [red: number, green: number, blue: number];
export const PAPER: Colour = [205, 230, 245];
export const INK: Colour = [25, 25, 28];
export const RED: Colour = [179, 35, 31];
export const SKIN: Colour = [198, 142, 106];
export const WHITE: Colour = [255, 255, 255];

/** Colour at a place, or nothing to leave what is there. */
export type Paint = (x: number, y: number) => Colour | null;

/** A picture, each paint over the ones before. */
export function paint(
  { width, height }: { readonly width: number; readonly height: number },
  ...layers: readonly Paint[]
): RasterImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (const layer of layers) {
        const colour = layer(x, y);
        if (colour !== null) data.set(colour, (y * width + x) * 3);
      }
    }
  }
  return { width, height, data };
}

export const all =
  (colour: Colour): Paint =>
  () =>
    colour;

/** A box in fractions of the straightened card. */
export function box(
  [left, top, right, bottom]: readonly [number, number, number, number],
  colour: Colour,
): Paint {
  const { width, height } = STRAIGHT_CARD;
  return (x, y) =>
    x >= left * width && x < right * width && y >= top * height && y < bottom * height
      ? colour
      : null;
}

/** A disc about a place of the straightened card; `radius` in shares of its width. */
export function disc(x0: number, y0: number, radius: number, colour: Colour): Paint {
  const { width, height } = STRAIGHT_CARD;
  return (x, y) => (Math.hypot(x - x0 * width, y - y0 * height) < radius * width ? colour : null);
}

/** Strokes as of print, over the values' rows. */
export const print: Paint = (x, y) => {
  const { width, height } = STRAIGHT_CARD;
  const isInRows = x > 0.03 * width && x < 0.6 * width && y > 0.2 * height && y < 0.88 * height;
  return isInRows && Math.floor(y) % 14 < 8 && Math.floor(x) % 5 < 2 ? INK : null;
};

/** A portrait before red where the card has it. */
export const portrait: readonly Paint[] = [
  box([0.75, 0.28, 0.95, 0.71], RED),
  box([0.8, 0.4, 0.9, 0.71], [150, 120, 105]),
];

/** A card with print and portrait. */
export const CARD: readonly Paint[] = [all(PAPER), print, ...portrait];
