import { valueBetween } from '../image/copy-pixel.js';
import { mapRectangleToQuad, type MapPoint, type Quad } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';
import type { Stride } from './stride.js';

/** Width of an ID-1 card by its height: 85.60 × 53.98 mm. */
export const CARD_ASPECT = 85.6 / 53.98;

/** A straightened card in pixels: as little as keeps ink and paper apart. */
export const STRAIGHT_CARD = { width: 480, height: 303 } as const;

/** From a pixel of the straightened card to where the picture shows it. */
export function mapCardToPicture(outline: Quad): MapPoint {
  return mapRectangleToQuad(outline, STRAIGHT_CARD.width, STRAIGHT_CARD.height);
}

/** Pixels of the card between two exact places: a card's perspective hardly bends over as many. */
const STRIDE = 8;

/**
 * The card seen from straight above, `STRAIGHT_CARD` in size. What lies beyond the picture is the
 * picture's edge repeated.
 */
export function straightenCard(image: RasterImage, outline: Quad): RasterImage {
  const { width, height } = STRAIGHT_CARD;
  const toPicture = mapRectangleToQuad(outline, width, height);
  const data = new Uint8Array(width * height * 3);
  // One of each for all strides: new ones would be megabytes.
  const at = { x: 0, y: 0 };
  const stride = { x: 0, y: 0, stepX: 0, stepY: 0 };
  for (let y = 0; y < height; y += 1) {
    toPicture(0, y, at);
    for (let x = 0; x < width; x += STRIDE) {
      stride.x = at.x;
      stride.y = at.y;
      toPicture(x + STRIDE, y, at);
      stride.stepX = (at.x - stride.x) / STRIDE;
      stride.stepY = (at.y - stride.y) / STRIDE;
      copyStride(image, stride, data, (y * width + x) * 3);
    }
  }
  return { width, height, data };
}

/** Bilinear, `STRIDE` pixels along a straight line of the picture. */
function copyStride(
  { width, height, data }: RasterImage,
  { x: firstX, y: firstY, stepX, stepY }: Stride,
  into: Uint8Array,
  start: number,
): void {
  const [maxX, maxY] = [width - 1.01, height - 1.01];
  const row = width * 3;
  for (let step = 0, target = start; step < STRIDE; step += 1, target += 3) {
    const x = Math.min(Math.max(firstX + step * stepX, 0), maxX);
    const y = Math.min(Math.max(firstY + step * stepY, 0), maxY);
    const left = x | 0;
    const top = y | 0;
    const fx = x - left;
    const fy = y - top;
    const at = top * row + left * 3;
    const below = at + row;
    into[target] = valueBetween(data, at, below, fx, fy);
    into[target + 1] = valueBetween(data, at + 1, below + 1, fx, fy);
    into[target + 2] = valueBetween(data, at + 2, below + 2, fx, fy);
  }
}
