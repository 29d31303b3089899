import type { Point, Quad } from '../image/homography.js';
import { areOverlapping, toQuad } from './are-overlapping.js';
import type { PlacedCallout, Rectangle } from './callout.js';

/** A text to be placed: how large it is, and what it belongs to. */
export interface CalloutSize {
  readonly target: Quad | null;
  readonly width: number;
  readonly height: number;
}

export interface Ground {
  /** Of the picture as shown. */
  readonly width: number;
  readonly height: number;
  /** What no text should cover. */
  readonly values: readonly Quad[];
  /** What text may cover where there is no better place. */
  readonly labels: readonly Quad[];
}

/** In heights of the text: from its target, and how far it may wander along it and away from it. */
const GAP = 0.3;
const ALONG = [0, -0.5, 0.5, -1, 1, -1.5, 1.5, -2, 2, -3, 3, -4, 4];
const AWAY = [0, 1, 2, 4, 6, 8, 11, 14, 18, 24];
/** As far as this a text stands level with its target. */
const LEVEL = 0.3;
/** What a place costs, in heights of the text: any free place is better than one that covers. */
const COST = { text: 1000, value: 200, label: 3 } as const;
/** Rows of a card touch each other: a text that only grazes the next row leaves it readable. */
const GRAZE = 0.12;

interface Place {
  readonly rectangle: Rectangle;
  readonly from: Point;
  readonly to: Point;
  /** In heights of the text. */
  readonly cost: number;
}

/**
 * Places texts beside their targets so that none covers another. Who can stand right of its target
 * does; only then the others look for room, so that one that moves does not move all after it.
 */
export function placeCallouts(callouts: readonly CalloutSize[], ground: Ground): PlacedCallout[] {
  const texts: Quad[] = [];
  const take = (place: Place) => {
    texts.push(toQuad(place.rectangle));
    return place;
  };
  const ideal = callouts.map((callout) => {
    const place = findCheapest(listIdealPlaces(callout), { ...ground, texts });
    return place !== null && place.cost < COST.label ? take(place) : null;
  });
  return callouts.map((callout, at) => {
    const place =
      ideal[at] ??
      take(findCheapest(listPlaces(callout), { ...ground, texts }) ?? atOrigin(callout));
    return { rectangle: place.rectangle, pointer: pointTo(place) };
  });
}

function atOrigin({ width, height }: CalloutSize): Place {
  const origin = { x: 0, y: 0 };
  return { rectangle: { left: 0, top: 0, width, height }, from: origin, to: origin, cost: 0 };
}

function pointTo({ from, to, rectangle }: Place): readonly [Point, Point] | null {
  return Math.hypot(to.x - from.x, to.y - from.y) < rectangle.height ? null : [from, to];
}

interface TakenGround extends Ground {
  readonly texts: readonly Quad[];
}

function findCheapest(places: readonly Place[], ground: TakenGround): Place | null {
  let best: Place | null = null;
  for (const place of places.map((candidate) => keepInside(candidate, ground))) {
    // Covering something only adds to the cost.
    if (best !== null && place.cost >= best.cost) continue;
    const cost = place.cost + costOfCover(place.rectangle, ground);
    if (best === null || cost < best.cost) best = { ...place, cost };
  }
  return best;
}

function costOfCover(rectangle: Rectangle, { texts, values, labels }: TakenGround): number {
  const graze = rectangle.height * GRAZE;
  const quad = toQuad({
    ...rectangle,
    top: rectangle.top + graze,
    height: rectangle.height - 2 * graze,
  });
  const count = (others: readonly Quad[]) =>
    others.filter((other) => areOverlapping(quad, other)).length;
  return COST.text * count(texts) + COST.value * count(values) + COST.label * count(labels);
}

type Side = 'RIGHT' | 'LEFT' | 'BELOW' | 'ABOVE';

/** Right of the target, where a line of the card ends; the other sides cost more. */
const SIDES: readonly (readonly [side: Side, cost: number])[] = [
  ['RIGHT', 0],
  ['LEFT', 1],
  ['BELOW', 2.5],
  ['ABOVE', 2.5],
];

function listIdealPlaces(callout: CalloutSize): Place[] {
  const { target } = callout;
  if (target === null) return [];
  return [0, -LEVEL, LEVEL].map((along) =>
    placeAt(callout, target, { side: 'RIGHT', along, away: 0 }),
  );
}

function listPlaces(callout: CalloutSize): Place[] {
  const { target } = callout;
  if (target === null) return listRows(callout);
  return SIDES.flatMap(([side, penalty]) =>
    AWAY.flatMap((away) =>
      ALONG.map((along) => {
        const place = placeAt(callout, target, { side, along, away });
        return { ...place, cost: place.cost + penalty };
      }),
    ),
  );
}

interface Offset {
  readonly side: Side;
  /** In heights of the text. */
  readonly along: number;
  readonly away: number;
}

function placeAt(
  { width, height }: CalloutSize,
  target: Quad,
  { side, along, away }: Offset,
): Place {
  const from = findEnd(target, side);
  const cost = away + Math.abs(along);
  const [far, aside] = [(away + GAP) * height, along * height];
  if (side === 'RIGHT' || side === 'LEFT') {
    const to = { x: from.x + (side === 'RIGHT' ? far : -far), y: from.y + aside };
    const left = side === 'RIGHT' ? to.x : to.x - width;
    return { rectangle: { left, top: to.y - height / 2, width, height }, from, to, cost };
  }
  const to = { x: from.x + aside * 2, y: from.y + (side === 'BELOW' ? far : -far) };
  const top = side === 'BELOW' ? to.y : to.y - height;
  return { rectangle: { left: to.x - width / 2, top, width, height }, from, to, cost };
}

function findEnd([topLeft, topRight, bottomRight, bottomLeft]: Quad, side: Side): Point {
  if (side === 'RIGHT') return between(topRight, bottomRight);
  if (side === 'LEFT') return between(topLeft, bottomLeft);
  return side === 'BELOW' ? between(bottomLeft, bottomRight) : between(topLeft, topRight);
}

/** What belongs to the whole picture is listed from its top left corner. */
function listRows({ width, height }: CalloutSize): Place[] {
  return Array.from({ length: 20 }, (_, row) => {
    const corner = { x: GAP * height, y: (GAP + row * (1 + GAP)) * height };
    const rectangle = { left: corner.x, top: corner.y, width, height };
    return { rectangle, from: corner, to: corner, cost: row };
  });
}

/** Moves a place into the picture; how far it was moved costs as well. */
function keepInside(place: Place, ground: Ground): Place {
  const { rectangle, to } = place;
  const left = clamp(rectangle.left, ground.width - rectangle.width);
  const top = clamp(rectangle.top, ground.height - rectangle.height);
  const [x, y] = [left - rectangle.left, top - rectangle.top];
  return {
    rectangle: { ...rectangle, left, top },
    from: place.from,
    to: { x: to.x + x, y: to.y + y },
    cost: place.cost + Math.hypot(x, y) / rectangle.height,
  };
}

function clamp(value: number, max: number): number {
  return Math.max(Math.min(value, max), 0);
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
