import { CARD_ASPECT } from '../card/straighten-card.js';
import { copyPixelOf } from '../image/copy-pixel.js';
import { mapRectangleToQuad, type Point, type Quad } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';

/**
 * Where a card may have its portrait, in shares of its sides: generous, because the outline is off by
 * up to a few hundredths and printers place the portrait differently.
 */
export const PORTRAIT_ZONE = { left: 0.66, top: 0.08, right: 1.03, bottom: 0.92 } as const;

/** Pixels of the card's width that the zone is cut at; an embedding needs no more than 150 of a face. */
const MAX_CARD_WIDTH_PX = 1400;

/**
 * The part of a card that holds the portrait, seen from straight above and upright. What lies beyond
 * the picture is the picture's edge repeated.
 *
 * @param outline the card's corners in reading orientation, pixels of the picture
 */
export function cutPortraitZone(picture: RasterImage, outline: Quad): RasterImage {
  const [topLeft, topRight, bottomRight, bottomLeft] = outline;
  const seen = (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2;
  const card = Math.min(seen, MAX_CARD_WIDTH_PX);
  const toPicture = mapRectangleToQuad(outline, card, card / CARD_ASPECT);
  const width = Math.max(Math.round((PORTRAIT_ZONE.right - PORTRAIT_ZONE.left) * card), 1);
  const height = Math.max(
    Math.round(((PORTRAIT_ZONE.bottom - PORTRAIT_ZONE.top) * card) / CARD_ASPECT),
    1,
  );
  const [left, top] = [PORTRAIT_ZONE.left * card, (PORTRAIT_ZONE.top * card) / CARD_ASPECT];
  const data = new Uint8Array(width * height * 3);
  const copy = copyPixelOf(picture);
  // One for all: points of their own were a third of a session's garbage.
  const at = { x: 0, y: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      copy(toPicture(left + x, top + y, at), data, (y * width + x) * 3);
    }
  }
  return { width, height, data };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
