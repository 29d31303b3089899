import type { Point, Quad } from '../image/homography.js';
import type { RasterImage } from '../image/raster-image.js';

/** Places along a side where its edge is looked for; the round corners are left out. */
const PROBES = 24;
const FIRST_PROBE = 0.08;
/** Share of the card's longer side that a side may be off, inwards and outwards. */
const REACH = 0.045;
/** Probes that must agree on an edge. */
const MIN_AGREEMENT = 0.7;
/** Levels, of 255, by which card and background differ at an edge, summed over the channels. */
const MIN_STEP = 24;
/** Share of a side's length from the picture's border within which the side is the border. */
const BORDER = 0.012;
/** Share of the reach within which probes agree. */
const TOLERANCE = 0.06;

interface Line {
  readonly at: Point;
  readonly along: Point;
}

/**
 * The outline moved onto the edges that the picture shows near it. A side whose edge cannot be told
 * from the background, or lies beyond the picture, stays where it was.
 */
export function snapToEdges(image: RasterImage, outline: Quad): Quad {
  const [a, b, c, d] = outline;
  const reach = REACH * Math.max(distance(a, b), distance(b, c));
  const sides = [
    snapSide(image, [a, b], reach),
    snapSide(image, [b, c], reach),
    snapSide(image, [c, d], reach),
    snapSide(image, [d, a], reach),
  ] as const;
  const corner = (first: Line, second: Line, otherwise: Point) => {
    const point = intersect(first, second);
    return point !== null && distance(point, otherwise) < 2.5 * reach ? point : otherwise;
  };
  return [
    corner(sides[3], sides[0], a),
    corner(sides[0], sides[1], b),
    corner(sides[1], sides[2], c),
    corner(sides[2], sides[3], d),
  ];
}

function snapSide(image: RasterImage, [start, end]: readonly [Point, Point], reach: number): Line {
  const length = distance(start, end) || 1;
  const along = { x: (end.x - start.x) / length, y: (end.y - start.y) / length };
  const unmoved = { at: start, along };
  // Cut to the card: what looks like an edge further in is print.
  if ([start, end].every((point) => !isInside(image, point, length * BORDER))) return unmoved;
  const normal = { x: along.y, y: -along.x };
  const probes = Array.from({ length: PROBES }, (_, index) => {
    const share = FIRST_PROBE + ((1 - 2 * FIRST_PROBE) * index) / (PROBES - 1);
    const foot = { x: start.x + along.x * length * share, y: start.y + along.y * length * share };
    return { share, steps: findSteps(image, foot, normal, reach) };
  });
  const edge = agreeOn(
    probes.flatMap(({ share, steps }) => steps.map((step) => ({ share, ...step }))),
    reach * TOLERANCE,
  );
  if (edge === null || edge.support < PROBES * MIN_AGREEMENT) return unmoved;
  const first = move(start, normal, edge.offsetAt(0));
  const last = move(end, normal, edge.offsetAt(1));
  const run = distance(first, last) || 1;
  return { at: first, along: { x: (last.x - first.x) / run, y: (last.y - first.y) / run } };
}

interface Step {
  /** Along the normal, outwards. */
  readonly offset: number;
  readonly strength: number;
}

interface ProbedStep extends Step {
  /** Of the side's length, where the step was found. */
  readonly share: number;
}

/** The strongest steps across the side: at most two, each a local maximum. */
function findSteps(image: RasterImage, foot: Point, normal: Point, reach: number): Step[] {
  const count = Math.max(Math.ceil(reach), 8);
  const pitch = reach / count;
  const steps: Step[] = [];
  for (let index = -count; index <= count; index += 1) {
    const offset = index * pitch;
    const inner = move(foot, normal, offset - 2 * pitch);
    const outer = move(foot, normal, offset + 2 * pitch);
    const strength =
      isInside(image, inner) && isInside(image, outer) ? contrast(image, inner, outer) : 0;
    steps.push({ offset, strength });
  }
  return steps
    .filter(
      ({ strength }, index) =>
        strength >= MIN_STEP &&
        strength >= (steps[index - 1]?.strength ?? 0) &&
        strength > (steps[index + 1]?.strength ?? 0),
    )
    .sort((x, y) => y.strength - x.strength)
    .slice(0, 2);
}

interface Edge {
  /** Probes that lie on it. */
  readonly support: number;
  readonly offsetAt: (share: number) => number;
}

/** The straight edge most probes lie on, by trying every pair that stands well apart. */
function agreeOn(steps: readonly ProbedStep[], tolerance: number): Edge | null {
  let best: Edge | null = null;
  for (const first of steps) {
    for (const second of steps) {
      if (second.share - first.share < 0.3) continue;
      const slope = (second.offset - first.offset) / (second.share - first.share);
      const support = countProbes(steps, { first, slope }, tolerance);
      if (support > (best?.support ?? 0)) {
        const offsetAt = (share: number) => first.offset + slope * (share - first.share);
        best = { support, offsetAt };
      }
    }
  }
  return best;
}

/** Probes of which a step lies on the edge; the steps of one follow each other. */
function countProbes(
  steps: readonly ProbedStep[],
  { first, slope }: { readonly first: ProbedStep; readonly slope: number },
  tolerance: number,
): number {
  let count = 0;
  let counted = -1;
  for (const { share, offset } of steps) {
    if (share === counted) continue;
    if (Math.abs(first.offset + slope * (share - first.share) - offset) > tolerance) continue;
    count += 1;
    counted = share;
  }
  return count;
}

function contrast({ width, data }: RasterImage, inner: Point, outer: Point): number {
  const a = (Math.round(inner.y) * width + Math.round(inner.x)) * 3;
  const b = (Math.round(outer.y) * width + Math.round(outer.x)) * 3;
  let sum = 0;
  for (let channel = 0; channel < 3; channel += 1)
    sum += Math.abs((data[a + channel] ?? 0) - (data[b + channel] ?? 0));
  return sum;
}

function isInside({ width, height }: RasterImage, { x, y }: Point, border = 0): boolean {
  return x >= border && y >= border && x <= width - 1 - border && y <= height - 1 - border;
}

function move({ x, y }: Point, direction: Point, by: number): Point {
  return { x: x + direction.x * by, y: y + direction.y * by };
}

function intersect(first: Line, second: Line): Point | null {
  const cross = first.along.x * second.along.y - first.along.y * second.along.x;
  if (Math.abs(cross) < 1e-6) return null;
  const dx = second.at.x - first.at.x;
  const dy = second.at.y - first.at.y;
  return move(first.at, first.along, (dx * second.along.y - dy * second.along.x) / cross);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
