import { valueBetween } from '../image/copy-pixel.js';
import { mapRectangleToQuad, type MapPoint, type Point, type Quad } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';

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
  const toPicture = mapCardToPicture(outline);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += STRIDE) {
      const from = toPicture(x, y);
      const to = toPicture(x + STRIDE, y);
      copyStride(image, { from, to }, data, (y * width + x) * 3);
    }
  }
  return { width, height, data };
}

/** Bilinear, `STRIDE` pixels along a straight line of the picture. */
function copyStride(
  { width, height, data }: RasterImage,
  line: { readonly from: Point; readonly to: Point },
  into: Uint8Array,
  start: number,
): void {
  const stepX = (line.to.x - line.from.x) / STRIDE;
  const stepY = (line.to.y - line.from.y) / STRIDE;
  const [maxX, maxY] = [width - 1.01, height - 1.01];
  for (let step = 0; step < STRIDE; step += 1) {
    const x = Math.min(Math.max(line.from.x + step * stepX, 0), maxX);
    const y = Math.min(Math.max(line.from.y + step * stepY, 0), maxY);
    const left = x | 0;
    const top = y | 0;
    const fx = x - left;
    const fy = y - top;
    const at = (top * width + left) * 3;
    const below = at + width * 3;
    const target = start + step * 3;
    into[target] = valueBetween(data, at, below, fx, fy);
    into[target + 1] = valueBetween(data, at + 1, below + 1, fx, fy);
    into[target + 2] = valueBetween(data, at + 2, below + 2, fx, fy);
  }
}
