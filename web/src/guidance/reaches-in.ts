import { CARD_ASPECT, pointAt, type Corners, type Point } from './corners.js';
import type { GreyFrame } from './grey-frame.js';
import { levelAt } from './level-at.js';
import { median } from './median.js';

/** The part of a card that carries its values, as shares of its width and height, and its fields. */
const VALUES = { left: 0.03, top: 0.2, width: 0.7, height: 0.72 } as const;
const FIELDS = { across: 10, down: 9 } as const;
/** Points looked at of a field. */
const [ACROSS, DOWN] = [5, 4] as const;
/** Where the paper's level stands among a field's points: what is darker may be print. */
const PAPER = 0.8;
/** From the level of a card's paper, as a share: more is not its paper, or not in its light. */
const MOST_APART = 0.1;
/** Fields of another level. Cards that lie free and in one light have none, with a finger on them 14 and more. */
const LEAST_FIELDS = 8;

/** Places looked at along a side, the round corners left out. */
const PLACES = 32;
const CORNER = 0.04;
/** Around a side, as shares of the card's width: beyond it is what lies inside of the rim alone. */
const ACROSS_SIDE = [-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03, 0.04] as const;
const INSIDE = 5;
/**
 * Change of level over a side that is an edge: a share of the brighter level, and of the change in the middle
 * of all places. Of what is nearly black it is a share of this much of the paper's level.
 */
const EDGE = { most: 0.15, ofMiddle: 0.5, leastLight: 0.4 } as const;
/**
 * Of the places in a row that have another level inside: in so many, and in this share of them, the side is
 * hidden. In the others the finger's own shadow lies on it.
 */
const LEAST_PLACES = 3;
const LEAST_HIDDEN = 0.35;
/** Of a side's places in a row: where more are of another level the side was looked for in the wrong place. */
const MOST_PLACES = 24;
/** A shadow, or a lamp at one side, changes more of the rim. */
const MOST_OF_RIM = 0.4;

/** Upper left corners of the fields, in shares of the card. */
const FIELD_PLACES: readonly Point[] = Array.from(
  { length: FIELDS.across * FIELDS.down },
  (_, field) => ({
    x: VALUES.left + ((field % FIELDS.across) / FIELDS.across) * VALUES.width,
    y: VALUES.top + (Math.floor(field / FIELDS.across) / FIELDS.down) * VALUES.height,
  }),
);

const ALONG = Array.from(
  { length: PLACES },
  (_, place) => CORNER + ((1 - 2 * CORNER) * (place + 0.5)) / PLACES,
);

/** Points around each place of each side, in shares of the card: from outside inwards. */
const SIDES: readonly (readonly (readonly Point[])[])[] = [
  pointsAround((along, depth) => ({ x: along, y: depth * CARD_ASPECT })),
  pointsAround((along, depth) => ({ x: along, y: 1 - depth * CARD_ASPECT })),
  pointsAround((along, depth) => ({ x: depth, y: along })),
  pointsAround((along, depth) => ({ x: 1 - depth, y: along })),
];

/**
 * Whether something lies on a card that comes from beyond its rim: paper of the values has another level, and
 * where that reaches a side, the side cannot be seen. A shadow crosses a side as well and leaves it to be seen.
 */
export function reachesIn(frame: GreyFrame, corners: Corners): boolean {
  const levels = FIELD_PLACES.map((field) => paperLevel(frame, corners, field));
  const paper = median(levels) ?? 0;
  const isOther = (level: number): boolean => Math.abs(level - paper) > MOST_APART * paper;
  if (levels.filter(isOther).length < LEAST_FIELDS) return false;
  const look = (places: readonly Point[]) => lookAcross(frame, corners, { places, paper });
  const sides = SIDES.map((side) => side.map(look));
  const rim = sides.flat();
  if (rim.filter(({ inside }) => isOther(inside)).length > MOST_OF_RIM * rim.length) return false;
  const middle = median(rim.map(({ change }) => change)) ?? 0;
  const most = Math.min(EDGE.most, EDGE.ofMiddle * middle);
  const rows = sides.flatMap((side) => splitAt(side, ({ inside }) => !isOther(inside)));
  if (rows.some(({ length }) => length > MOST_PLACES)) return false;
  return rows.some((row) => {
    const hidden = row.filter(({ change }) => change < most).length;
    return hidden >= LEAST_PLACES && hidden >= LEAST_HIDDEN * row.length;
  });
}

function pointsAround(pointAlong: (along: number, depth: number) => Point) {
  return ALONG.map((along) => ACROSS_SIDE.map((depth) => pointAlong(along, depth)));
}

function paperLevel(frame: GreyFrame, corners: Corners, { x, y }: Point): number {
  const levels = new Uint8Array(ACROSS * DOWN);
  for (let point = 0; point < levels.length; point += 1) {
    const across = ((point % ACROSS) + 0.5) / ACROSS / FIELDS.across;
    const down = (Math.floor(point / ACROSS) + 0.5) / DOWN / FIELDS.down;
    const place = pointAt(corners, x + across * VALUES.width, y + down * VALUES.height);
    levels[point] = levelAt(frame, place) ?? 0;
  }
  return levels.sort()[Math.floor(PAPER * levels.length)] ?? 0;
}

/** What lies between those that part it. */
function splitAt<T>(list: readonly T[], isBetween: (item: T) => boolean): T[][] {
  const rows: T[][] = [[]];
  for (const item of list) {
    if (isBetween(item)) rows.push([]);
    else rows[rows.length - 1]?.push(item);
  }
  return rows;
}

/** The level inside of a side, and how much it changes over the side; a card's end at the frame's is one. */
function lookAcross(
  frame: GreyFrame,
  corners: Corners,
  { places, paper }: { readonly places: readonly Point[]; readonly paper: number },
) {
  const levels = places.map(({ x, y }) => levelAt(frame, pointAt(corners, x, y)));
  const seen = levels.filter((level) => level !== null);
  const most = Math.max(...seen, EDGE.leastLight * paper, 1);
  const isWhole = seen.length === levels.length;
  return {
    inside: median(seen.slice(INSIDE)) ?? 0,
    change: isWhole ? (Math.max(...seen) - Math.min(...seen)) / most : 1,
  };
}
