import {
  mapRectangleToQuad,
  type MapPoint,
  type Point,
  type Quad,
} from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';

/** A picture and where the card lies in it; corners may lie beyond the picture's edge. */
export interface Photograph {
  readonly photo: RasterImage;
  /** Corners of the card in reading orientation. */
  readonly corners: Quad;
}

/** Maps fractions of the card's width and height to pixels of the picture. */
export function mapCardToPicture(corners: Quad): MapPoint {
  return mapRectangleToQuad(corners, 1, 1);
}

/** Length of the card's upper edge in pixels. */
export function measureCardWidth([topLeft, topRight]: Quad): number {
  return Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y);
}

export function mapCorners(corners: Quad, move: (corner: Point) => Point): Quad {
  return [move(corners[0]), move(corners[1]), move(corners[2]), move(corners[3])];
}
