import type { CardZone } from '../../card/measure-coverage.js';
import type { MapPoint, Quad } from '../../image/homography.js';

/** Where the picture shows a stretch of the straightened card. */
export function toQuad({ left, right, top, bottom }: CardZone, toPicture: MapPoint): Quad {
  return [
    toPicture(left, top),
    toPicture(right, top),
    toPicture(right, bottom),
    toPicture(left, bottom),
  ];
}
