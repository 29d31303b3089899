import { CARD_ASPECT, type Corners, type Point } from './corners.js';
import { transpose, type GreyFrame } from './grey-frame.js';
import { standsOut } from './stands-out.js';
import { SLOPES, supportOf, traceLines, type Line, type TracedLines } from './trace-lines.js';

/** Of the wanted proportion: perspective and a coarse frame change it by about this much. */
const ASPECT_TOLERANCE = 0.16;
/** Opposite sides of a card that is held at a slant run together; more than this is no card. */
const MOST_SLOPE_APART = 0.3;
/** Sides that cross are upright on each other, but for a slant seen from a corner. */
const MOST_SKEW = 0.16;
/** Lines that are looked at further, of each side. */
const CANDIDATES = 12;
/** Two lines closer than this in the middle of the frame are one, in pixels. */
const APART_PX = 2;
/** Part of the frame, across and down. */
type Span = readonly [from: number, to: number];

/** The card's sides cross the middle of the frame, wherever it lies near the outline. */
const MIDDLE: Span = [0.3, 0.7];
/** As far as the sides of a card in the outline reach: a finger hides less of that than of the middle. */
const OUTLINE: Span = [0.15, 0.85];
const LEAST_SUPPORT = 0.35;
/**
 * Of the weakest side and of all four. Print and portrait of a card that is cut off make small
 * rectangles of 0.6 to 0.73; the sides of a small card are clearer than that.
 */
const LEAST_OF_SMALL = { side: 0.5, mean: 0.7 } as const;
const LEAST_OF_LARGE = { side: LEAST_SUPPORT, mean: 0.6 } as const;
/** Of the light inside being on one side of all the edges: cards have 0.6 and more. */
const LEAST_AGREEMENT = 0.5;
/** A card that large is not mistaken for what is printed on one. */
const LARGE_REACH = 0.7;
/** A card smaller than this share of the frame's width is not told from what lies around it. */
const LEAST_REACH = 0.3;

/**
 * Rows of print and the portrait's sides make rectangles as well. The card is the larger one, and all
 * around it the desk is darker, or brighter, than the card.
 */
const BONUS = { agreement: 0.8, reach: 0.4 } as const;

/** A line with what it falls by. */
interface Side extends Line {
  readonly fall: number;
}

/** The frame's lines, and those of the frame turned over. */
interface Traced {
  readonly across: TracedLines;
  readonly down: TracedLines;
}

interface Pair {
  readonly first: Side;
  readonly second: Side;
  /** From one to the other at the middle of the frame. */
  readonly apart: number;
  readonly fall: number;
}

/** Looks for four straight sides in the proportion of a card, whatever way up it lies. */
export function findCard(frame: GreyFrame): Corners | null {
  const traced = { across: traceLines(frame), down: traceLines(transpose(frame)) };
  const isLarge = (corners: Corners) => reachOf(corners) >= LARGE_REACH * frame.width;
  const found = findSides(frame, traced, MIDDLE);
  if (found !== null && (isLarge(found) || standsOut(frame, found))) return found;
  // Clutter has large rectangles too; those do not stand out.
  const partlyHidden = findSides(frame, traced, OUTLINE);
  if (partlyHidden === null || !isLarge(partlyHidden)) return null;
  return standsOut(frame, partlyHidden) ? partlyHidden : null;
}

/** The four sides that are clearest, of those that are lines within a span of the frame. */
function findSides(frame: GreyFrame, { across, down }: Traced, span: Span): Corners | null {
  let best: { readonly corners: Corners; readonly score: number } | null = null;
  const sides = pairUp(down, span);
  for (const rows of pairUp(across, span)) {
    for (const columns of sides) {
      if (!isCardShaped(rows, columns)) continue;
      const corners = crossSides(frame, rows, columns);
      const score = scoreSides({ across, down }, { rows, columns }, corners);
      if (score !== null && score > (best?.score ?? 0)) best = { corners, score };
    }
  }
  return best?.corners ?? null;
}

function pairUp(lines: TracedLines, span: Span): Pair[] {
  const half = lines.height / 2;
  const seconds = findCandidates(lines, [half, lines.height], span);
  return findCandidates(lines, [0, half], span).flatMap((first) =>
    seconds
      .filter((second) => Math.abs(first.fall - second.fall) < MOST_SLOPE_APART)
      .map((second) => ({
        first,
        second,
        apart: second.row - first.row,
        fall: (first.fall + second.fall) / 2,
      })),
  );
}

/** The clearest lines in a span of the frame whose middle lies between two rows. */
function findCandidates(
  lines: TracedLines,
  [from, to]: readonly [number, number],
  span: Span,
): Side[] {
  const range = [span[0] * lines.width, span[1] * lines.width] as const;
  const found: (Side & { readonly support: number })[] = [];
  for (const [slope, fall] of SLOPES.entries()) {
    for (let row = Math.ceil(from); row < to; row += 1) {
      const support = Math.abs(supportOf(lines, { slope, row }, range));
      if (support >= LEAST_SUPPORT) found.push({ slope, row, fall, support });
    }
  }
  found.sort((a, b) => b.support - a.support);
  const kept: Side[] = [];
  for (const line of found) {
    if (kept.length === CANDIDATES) break;
    if (kept.every((other) => Math.abs(other.row - line.row) >= APART_PX)) kept.push(line);
  }
  return kept;
}

function isCardShaped(rows: Pair, columns: Pair): boolean {
  const aspect = columns.apart / rows.apart;
  if (Math.abs(aspect / CARD_ASPECT - 1) > ASPECT_TOLERANCE) return false;
  // A turned card's sides turn together: what falls to the right leans to the left.
  return Math.abs(rows.fall + columns.fall) < MOST_SKEW;
}

function crossSides(frame: GreyFrame, rows: Pair, columns: Pair): Corners {
  const cross = (row: Side, column: Side): Point => {
    const [middleX, middleY] = [frame.width / 2, frame.height / 2];
    // y = row + fall (x − middleX) and x = column + fall' (y − middleY).
    const x =
      (column.row + column.fall * (row.row - row.fall * middleX - middleY)) /
      (1 - column.fall * row.fall);
    return { x, y: row.row + row.fall * (x - middleX) };
  };
  return [
    cross(rows.first, columns.first),
    cross(rows.first, columns.second),
    cross(rows.second, columns.second),
    cross(rows.second, columns.first),
  ];
}

/** The mean support of the sides over their whole length, larger cards a little before smaller. */
function scoreSides(
  { across, down }: Traced,
  { rows, columns }: { readonly rows: Pair; readonly columns: Pair },
  [upperLeft, upperRight, lowerRight, lowerLeft]: Corners,
): number | null {
  const reach = columns.apart / across.width;
  if (reach < LEAST_REACH) return null;
  // Positive where the inside is the brighter side.
  const signed = [
    supportOf(across, rows.first, [upperLeft.x, upperRight.x]),
    -supportOf(across, rows.second, [lowerLeft.x, lowerRight.x]),
    supportOf(down, columns.first, [upperLeft.y, lowerLeft.y]),
    -supportOf(down, columns.second, [upperRight.y, lowerRight.y]),
  ];
  const supports = signed.map(Math.abs);
  const mean = sum(supports) / supports.length;
  const least = reach < LARGE_REACH ? LEAST_OF_SMALL : LEAST_OF_LARGE;
  if (Math.min(...supports) < least.side || mean < least.mean) return null;
  const agreement = Math.abs(sum(signed)) / signed.length;
  if (agreement < LEAST_AGREEMENT) return null;
  return mean + BONUS.agreement * agreement + BONUS.reach * reach;
}

function reachOf([upperLeft, upperRight, lowerRight, lowerLeft]: Corners): number {
  return (upperRight.x - upperLeft.x + lowerRight.x - lowerLeft.x) / 2;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
