import { mapQuadToRectangle, type MapPoint, type Quad } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';

/** A straightened card in pixels, ID-1's shape: as little as keeps ink and paper apart. */
export const STRAIGHT_CARD = { width: 480, height: 303 } as const;

/** From a pixel of the straightened card to where the picture shows it. */
export function mapCardToPicture(outline: Quad): MapPoint {
  const { width, height } = STRAIGHT_CARD;
  const toCard = mapQuadToRectangle(outline, width, height);
  // A homography is known by four points: those of a rectangle of the picture give the way back.
  const xs = outline.map(({ x }) => x);
  const ys = outline.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [right, bottom] = [Math.max(...xs), Math.max(...ys)];
  const frame: Quad = [
    toCard(left, top),
    toCard(right, top),
    toCard(right, bottom),
    toCard(left, bottom),
  ];
  const toFrame = mapQuadToRectangle(frame, right - left, bottom - top);
  return (x, y) => {
    const at = toFrame(x, y);
    return { x: at.x + left, y: at.y + top };
  };
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
      const first = toPicture(x, y);
      const last = toPicture(x + STRIDE, y);
      const stepX = (last.x - first.x) / STRIDE;
      const stepY = (last.y - first.y) / STRIDE;
      for (let step = 0; step < STRIDE; step += 1) {
        const target = (y * width + x + step) * 3;
        copyPixel(image, first.x + step * stepX, first.y + step * stepY, data, target);
      }
    }
  }
  return { width, height, data };
}

/** Bilinear, to an accuracy of a sixteenth of a pixel. */
function copyPixel(
  { width, height, data }: RasterImage,
  ...[x, y, into, target]: readonly [x: number, y: number, into: Uint8Array, target: number]
): void {
  const clampedX = Math.min(Math.max(x, 0), width - 1.01);
  const clampedY = Math.min(Math.max(y, 0), height - 1.01);
  const left = Math.floor(clampedX);
  const top = Math.floor(clampedY);
  const fx = clampedX - left;
  const fy = clampedY - top;
  const at = (top * width + left) * 3;
  const below = at + width * 3;
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = (data[at + channel] ?? 0) * (1 - fx) + (data[at + channel + 3] ?? 0) * fx;
    const lower = (data[below + channel] ?? 0) * (1 - fx) + (data[below + channel + 3] ?? 0) * fx;
    into[target + channel] = upper * (1 - fy) + lower * fy;
  }
}
