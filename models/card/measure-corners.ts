import type { MapPoint } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';
import { STRAIGHT_CARD } from './straighten-card.js';

/** A rectangle in a corner of the straightened card, in its pixels inward from the corner's tip. */
interface Spot {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Pixels from one sample to the next. */
  readonly step: number;
}

/*
 * ID-1 corners have a radius of 3.18 of 85.60 mm, 18 pixels here: the arc keeps 5 pixels, measured
 * along the diagonal, from the tip.
 */
const TIP: readonly Spot[] = [{ x: [1.5, 4.5], y: [1.5, 4.5], step: 1 }];
const INSIDE: readonly Spot[] = [
  { x: [20, 34], y: [2, 6], step: 2 },
  { x: [2, 6], y: [20, 34], step: 2 },
];
const OUTSIDE: readonly Spot[] = [
  { x: [2, 16], y: [-9, -5], step: 2 },
  { x: [-9, -5], y: [2, 16], step: 2 },
];
/** Levels by which the card must differ from what it lies on, for its corners to be seen. */
const MIN_CONTRAST = 25;

/**
 * How square the corners are, by the roundest of the four: 1 where the tip has the colour of the
 * card, 0 where it has that of what the card lies on. The card is cut round; paper is cut square.
 *
 * @param toPicture from the straightened card
 * @returns `null` where not all four corners can be seen
 */
export function measureCorners(image: RasterImage, toPicture: MapPoint): number | null {
  const { width, height } = STRAIGHT_CARD;
  const squareness = [
    [0, 0, 1, 1],
    [width, 0, -1, 1],
    [width, height, -1, -1],
    [0, height, 1, -1],
  ].map(([x = 0, y = 0, inX = 1, inY = 1]) =>
    measureCorner((spots) =>
      medianColour(image, spots, (dx, dy) => toPicture(x + inX * dx, y + inY * dy)),
    ),
  );
  return squareness.reduce(
    (least, corner) => (least === null || corner === null ? null : Math.min(least, corner)),
    1,
  );
}

type Colour = readonly number[];

function measureCorner(look: (spots: readonly Spot[]) => Colour | null): number | null {
  const [tip, inside, outside] = [look(TIP), look(INSIDE), look(OUTSIDE)];
  if (tip === null || inside === null || outside === null) return null;
  if (distance(inside, outside) < MIN_CONTRAST) return null;
  const away = distance(tip, outside);
  return away / (away + distance(tip, inside) + 1);
}

/** The channel that tells two colours apart best. */
function distance(first: Colour, second: Colour): number {
  return Math.max(...first.map((level, channel) => Math.abs(level - (second[channel] ?? 0))));
}

function medianColour(
  { data, width, height }: RasterImage,
  spots: readonly Spot[],
  toPicture: MapPoint,
): Colour | null {
  const levels: readonly number[][] = [[], [], []];
  for (const spot of spots) {
    for (let dy = spot.y[0]; dy < spot.y[1]; dy += spot.step) {
      for (let dx = spot.x[0]; dx < spot.x[1]; dx += spot.step) {
        const { x, y } = toPicture(dx, dy);
        const [column, row] = [Math.round(x), Math.round(y)];
        if (column < 0 || row < 0 || column >= width || row >= height) return null;
        const at = (row * width + column) * 3;
        for (const [channel, list] of levels.entries()) list.push(data[at + channel] ?? 0);
      }
    }
  }
  return levels.map((list) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0);
}
