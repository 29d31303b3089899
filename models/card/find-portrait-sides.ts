import type { RasterImage } from '../image/raster-image.js';

/** A straight edge where one side of the portrait is, on the straightened card. */
export interface PortraitSide {
  /** Pixels from the card's left or top, in the middle of the side. */
  readonly at: number;
  /** Radians that it is turned clockwise from the card's own side. */
  readonly turn: number;
  /** Share of the side's length over which there is such an edge, 0 to 1. */
  readonly support: number;
}

export interface PortraitSides {
  readonly left: PortraitSide;
  readonly right: PortraitSide;
  readonly top: PortraitSide;
  readonly bottom: PortraitSide;
}

/** Where a side is looked for, across it, and the stretch that every portrait has, along it. */
interface Reach {
  readonly isUpright: boolean;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Shares of the card: portraits begin and end within some 0.05 of each other. */
const UPRIGHT = { isUpright: true, start: 0.36, end: 0.62 } as const;
const LEVEL = { isUpright: false, start: 0.785, end: 0.92 } as const;
const REACHES = {
  left: { ...UPRIGHT, from: 0.69, to: 0.815 },
  right: { ...UPRIGHT, from: 0.885, to: 0.995 },
  top: { ...LEVEL, from: 0.2, to: 0.37 },
  bottom: { ...LEVEL, from: 0.57, to: 0.76 },
} as const satisfies Readonly<Record<keyof PortraitSides, Reach>>;

/** The strongest straight edge near each side of the portrait, to about a fifth of a degree. */
export function findPortraitSides(card: RasterImage, paperLight: number): PortraitSides {
  const find = (reach: Reach) => {
    const strip = cutStrip(card, reach, (FULL_STEP * paperLight) / 255);
    return refineEdge(strip, findEdge(strip));
  };
  return {
    left: find(REACHES.left),
    right: find(REACHES.right),
    top: find(REACHES.top),
    bottom: find(REACHES.bottom),
  };
}

/** Change of the three channels together that counts as a whole edge, in full light. */
const FULL_STEP = 165;
/** Every second pixel along a side is enough. */
const STRIDE = 2;

/** How much of an edge there is at each place, 0 to 1, row by row along the side. */
interface Strip {
  readonly levels: Float32Array;
  readonly places: number;
  readonly rows: number;
  readonly isUpright: boolean;
  /** Pixels of the card before the strip's first place. */
  readonly offset: number;
}

function cutStrip({ data, width, height }: RasterImage, reach: Reach, step: number): Strip {
  const { isUpright } = reach;
  const [across, along] = isUpright ? [width, height] : [height, width];
  const offset = Math.round(reach.from * across);
  const places = Math.min(Math.round(reach.to * across), across - 2) - offset + 1;
  const start = Math.round(reach.start * along);
  const rows = Math.floor((reach.end * along - start) / STRIDE) + 1;
  const neighbour = isUpright ? 3 : width * 3;
  const levels = new Float32Array(rows * places);
  for (let row = 0; row < rows; row += 1) {
    const line = start + row * STRIDE;
    for (let place = 0; place < places; place += 1) {
      const at = (isUpright ? line * width + offset + place : (offset + place) * width + line) * 3;
      let change = 0;
      for (let channel = at; channel < at + 3; channel += 1)
        change += Math.abs((data[channel + neighbour] ?? 0) - (data[channel - neighbour] ?? 0));
      levels[row * places + place] = Math.min(change / step, 1);
    }
  }
  return { levels, places, rows, isUpright, offset };
}

/** In places of the strip, its slope in places a row. */
interface Edge {
  readonly at: number;
  readonly slope: number;
  readonly support: number;
}

/** To seven degrees either way, the least first: of equally clear edges the straighter counts. */
const SLOPES = Array.from(
  { length: 17 },
  (_, index) => ((index + 1) >> 1) * (index % 2 ? 0.03 : -0.03),
);

function findEdge({ levels, places, rows }: Strip): Edge {
  const middle = (rows - 1) / 2;
  let best: Edge = { at: 0, slope: 0, support: 0 };
  for (const slope of SLOPES) {
    for (let at = 0; at < places; at += 1) {
      let sum = 0;
      for (let row = 0; row < rows; row += 1) {
        const place = Math.round(at + slope * (row - middle));
        if (place >= 0 && place < places) sum += levels[row * places + place] ?? 0;
      }
      const support = sum / rows;
      if (support > best.support + 1e-6) best = { at, slope, support };
    }
  }
  return best;
}

/** Places beside the edge that tell exactly where it is. */
const NEAR = 3;
const ROUNDS = 3;

/** By least squares through where each row has its edge; rows that have it elsewhere weigh less. */
function refineEdge(strip: Strip, edge: Edge): PortraitSide {
  const middle = (strip.rows - 1) / 2;
  let { at, slope } = edge;
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = { w: 0, x: 0, y: 0, xx: 0, xy: 0 };
    for (let row = 0; row < strip.rows; row += 1) {
      const x = row - middle;
      const expected = at + slope * x;
      const { weight, centre } = weighEdge(strip, row, Math.round(expected));
      const w = weight / (1 + (centre - expected) ** 2);
      sums.w += w;
      sums.x += w * x;
      sums.y += w * centre;
      sums.xx += w * x * x;
      sums.xy += w * x * centre;
    }
    const spread = sums.w * sums.xx - sums.x * sums.x;
    if (spread < 1) break;
    slope = (sums.w * sums.xy - sums.x * sums.y) / spread;
    at = (sums.y - slope * sums.x) / sums.w;
  }
  const lean = Math.atan(slope / STRIDE);
  const turn = strip.isUpright ? -lean : lean;
  return { at: strip.offset + at, turn, support: edge.support };
}

/** Less than this near the place is grain. */
const MIN_WEIGHT = 0.2;

function weighEdge({ levels, places }: Strip, row: number, place: number) {
  const first = Math.max(place - NEAR, 0);
  const last = Math.min(place + NEAR, places - 1);
  let weight = 0;
  let sum = 0;
  for (let near = first; near <= last; near += 1) {
    const level = levels[row * places + near] ?? 0;
    weight += level;
    sum += level * near;
  }
  return weight < MIN_WEIGHT
    ? { weight: 0, centre: place }
    : { weight: Math.min(weight, 1), centre: sum / weight };
}
