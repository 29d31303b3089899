import type { GreyImage } from '../image/grey-image.js';
import { mapRectangleToQuad, type MapPointInto, type Quad } from '../image/homography.js';
import { CARD_ASPECT } from './straighten-card.js';
import type { Stride } from './stride.js';

/** A raster in whose middle a card is laid. */
interface LaidCard {
  readonly width: number;
  readonly height: number;
  readonly cardWidth: number;
}

/** From a pixel of the raster to where the picture shows it. */
export function laidStraight(outline: Quad, { width, height, cardWidth }: LaidCard): MapPointInto {
  const card = { width: cardWidth, height: cardWidth / CARD_ASPECT };
  const toPicture = mapRectangleToQuad(outline, card.width, card.height);
  const [left, top] = [(width - card.width) / 2, (height - card.height) / 2];
  return (x, y, into) => toPicture(x - left, y - top, into);
}

/**
 * Pixels of the raster between two exact places: a card's perspective hardly bends over as many. Widths
 * are multiples of it.
 */
export const STRIDE = 16;

/**
 * The card seen from straight above. Where a pixel covers several of the picture, the mean of four is
 * taken. What lies beyond the picture is the picture's edge repeated.
 */
export function layStraight(
  image: GreyImage,
  toPicture: MapPointInto,
  { width, height }: LaidCard,
): GreyImage {
  const levels = new Uint8Array(width * height);
  const copy = isShrunk(toPicture, { width, height }) ? copyFinely : copyStride;
  // One of each for all strides: new ones would be megabytes.
  const at = { x: 0, y: 0 };
  const stride = { x: 0, y: 0, stepX: 0, stepY: 0 };
  for (let y = 0; y < height; y += 1) {
    toPicture(0.5, y + 0.5, at);
    for (let x = 0; x < width; x += STRIDE) {
      const { x: fromX, y: fromY } = at;
      toPicture(x + STRIDE + 0.5, y + 0.5, at);
      stride.x = fromX - 0.5;
      stride.y = fromY - 0.5;
      stride.stepX = (at.x - fromX) / STRIDE;
      stride.stepY = (at.y - fromY) / STRIDE;
      copy(image, stride, levels, y * width + x);
    }
  }
  return { width, height, levels };
}

/** Pixels of the picture to one of the raster from which one sample is not enough. */
const SHRUNK = 1.5;

function isShrunk(
  toPicture: MapPointInto,
  { width, height }: { readonly width: number; readonly height: number },
): boolean {
  const [a, b] = [toPicture(0, height / 2), toPicture(width, height / 2)];
  return Math.hypot(b.x - a.x, b.y - a.y) / width >= SHRUNK;
}

/** Bilinear, `STRIDE` pixels along a straight line of the picture. */
function copyStride(
  { width, height, levels }: GreyImage,
  { x, y, stepX, stepY }: Stride,
  into: Uint8Array,
  start: number,
): void {
  const [maxX, maxY] = [width - 1.01, height - 1.01];
  for (let index = 0; index < STRIDE; index += 1) {
    const px = Math.min(Math.max(x + index * stepX, 0), maxX);
    const py = Math.min(Math.max(y + index * stepY, 0), maxY);
    const [left, top] = [px | 0, py | 0];
    const [fx, fy] = [px - left, py - top];
    const at = top * width + left;
    const a = levels[at] ?? 0;
    const b = levels[at + width] ?? 0;
    const upper = a + ((levels[at + 1] ?? 0) - a) * fx;
    const lower = b + ((levels[at + width + 1] ?? 0) - b) * fx;
    into[start + index] = upper + (lower - upper) * fy + 0.5;
  }
}

/** The mean of four whole pixels at the corners of a square half a step wide. */
function copyFinely(
  { width, height, levels }: GreyImage,
  { x, y, stepX, stepY }: Stride,
  into: Uint8Array,
  start: number,
): void {
  const [maxX, maxY] = [width - 1, height - 1];
  const [quarterX, quarterY] = [stepX / 4, stepY / 4];
  for (let index = 0; index < STRIDE; index += 1) {
    const cx = x + index * stepX + 0.5;
    const cy = y + index * stepY + 0.5;
    const a = clampWhole(cy - quarterY - quarterX, maxY) * width;
    const b = clampWhole(cy + quarterY - quarterX, maxY) * width;
    const c = clampWhole(cy - quarterY + quarterX, maxY) * width;
    const d = clampWhole(cy + quarterY + quarterX, maxY) * width;
    const sum =
      (levels[a + clampWhole(cx - quarterX + quarterY, maxX)] ?? 0) +
      (levels[b + clampWhole(cx + quarterX + quarterY, maxX)] ?? 0) +
      (levels[c + clampWhole(cx - quarterX - quarterY, maxX)] ?? 0) +
      (levels[d + clampWhole(cx + quarterX - quarterY, maxX)] ?? 0);
    into[start + index] = (sum + 2) >> 2;
  }
}

/** Beyond the picture its edge goes on. */
function clampWhole(value: number, most: number): number {
  const whole = value | 0;
  return whole < 0 ? 0 : whole < most ? whole : most;
}
