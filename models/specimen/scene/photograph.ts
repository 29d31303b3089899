import { mapQuadToRectangle, type Point, type Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';

/** A picture and where the card lies in it; corners may lie beyond the picture's edge. */
export interface Photograph {
  readonly photo: RasterImage;
  /** Corners of the card in reading orientation. */
  readonly corners: Quad;
}

/** Maps fractions of the card's width and height to pixels of the picture. */
export function mapCardToPicture(corners: Quad): (x: number, y: number) => Point {
  const toCard = mapQuadToRectangle(corners, 1, 1);
  const [first, second, third, fourth] = corners;
  // The way back from the card is the way from where a square of the picture lies on the card.
  const left = Math.min(first.x, second.x, third.x, fourth.x);
  const top = Math.min(first.y, second.y, third.y, fourth.y);
  const side = Math.max(
    Math.max(first.x, second.x, third.x, fourth.x) - left,
    Math.max(first.y, second.y, third.y, fourth.y) - top,
  );
  const square: Quad = [
    toCard(left, top),
    toCard(left + side, top),
    toCard(left + side, top + side),
    toCard(left, top + side),
  ];
  const toSquare = mapQuadToRectangle(square, side, side);
  return (x, y) => {
    const point = toSquare(x, y);
    return { x: point.x + left, y: point.y + top };
  };
}

/** Length of the card's upper edge in pixels. */
export function measureCardWidth([topLeft, topRight]: Quad): number {
  return Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
}

export function mapCorners(corners: Quad, move: (corner: Point) => Point): Quad {
  return [move(corners[0]), move(corners[1]), move(corners[2]), move(corners[3])];
}
