import type { TurnedRectangle } from '../image/cut-turned.js';
import { findTextAngle, isLong } from './level-lines.js';
import { foldHalfTurn, type LineBox, type Point } from '../text/line-box.js';

/** The part of a picture that holds most of its text. */
export interface GatheredText extends TurnedRectangle {
  /** How many lines it is. */
  readonly lines: number;
}

/** Lines of one card lie this near to each other, in line heights. */
const REACH_ALONG = 8;
const REACH_ACROSS = 3;
/** Radians by which lines of one card may differ, perspective included. */
const MAX_TURN = 0.2;
/** Fewer lines are no card. */
const MIN_LINES = 5;
/** Times the median height, up or down, beyond which a box is no line of the same text. */
const MAX_HEIGHT_RATIO = 2.5;

/** Width by height of all text on a card, from the first label to the date of issue. */
const TEXT_RATIO = 1.87;
/** Share of the text's extent added on every side, for lines that were missed. */
const MARGIN = 0.08;

/**
 * The rectangle that holds the card's text even where whole columns or rows of it were missed: what
 * is short of the usual proportions is added on both sides, as nothing tells on which it is missing.
 */
export function reachOf(text: GatheredText): TurnedRectangle {
  const { width, height } = text;
  const missing = {
    along: Math.max(height * TEXT_RATIO - width, 0),
    across: Math.max(width / TEXT_RATIO - height, 0),
  };
  const margin = MARGIN * Math.max(width, height);
  return {
    ...text,
    width: width + 2 * (missing.along + margin),
    height: height + 2 * (missing.across + margin),
  };
}

/** Whether a point lies within a turned rectangle. */
export function isWithin({ x, y }: Point, { centre, width, height, angle }: TurnedRectangle) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [x - centre.x, y - centre.y];
  return Math.abs(dx * cos + dy * sin) <= width / 2 && Math.abs(dy * cos - dx * sin) <= height / 2;
}

/** A box in the frame of the text: x along the lines, y across. */
interface FramedBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/**
 * Groups of boxes that lie near each other, the one with most text first, each as a rectangle turned
 * with its own text: the card, and papers that lie apart from it.
 */
export function gatherText(boxes: readonly LineBox[]): GatheredText[] {
  const typical = medianHeight(boxes);
  const alike = boxes.filter(
    ({ height }) => height <= typical * MAX_HEIGHT_RATIO && height >= typical / MAX_HEIGHT_RATIO,
  );
  return groupNear(alike, findTextAngle(alike))
    .filter(({ length }) => length >= MIN_LINES)
    .sort((a, b) => extentOf(b) - extentOf(a))
    .map(encloseText);
}

function encloseText(boxes: readonly LineBox[]): GatheredText {
  const angle = findTextAngle(boxes);
  const framed = boxes.map((box) => toFrame(box, angle));
  const left = Math.min(...framed.map((box) => box.left));
  const right = Math.max(...framed.map((box) => box.right));
  const top = Math.min(...framed.map((box) => box.top));
  const bottom = Math.max(...framed.map((box) => box.bottom));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    centre: { x: u * cos - v * sin, y: u * sin + v * cos },
    width: right - left,
    height: bottom - top,
    angle,
    lines: boxes.length,
  };
}

function medianHeight(boxes: readonly LineBox[]): number {
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

function toFrame({ centre, width, height, angle }: LineBox, textAngle: number): FramedBox {
  const [cos, sin] = [Math.cos(textAngle), Math.sin(textAngle)];
  const turn = foldHalfTurn(angle - textAngle);
  const reachX = (Math.abs(Math.cos(turn)) * width + Math.abs(Math.sin(turn)) * height) / 2;
  const reachY = (Math.abs(Math.sin(turn)) * width + Math.abs(Math.cos(turn)) * height) / 2;
  const x = centre.x * cos + centre.y * sin;
  const y = centre.y * cos - centre.x * sin;
  return { left: x - reachX, right: x + reachX, top: y - reachY, bottom: y + reachY, height };
}

/**
 * Long boxes of one direction that lie near each other; short ones, which know no direction, go with
 * a group they lie near, and join no two.
 */
function groupNear(boxes: readonly LineBox[], angle: number): LineBox[][] {
  const groups: { readonly box: LineBox; readonly frame: FramedBox }[][] = [];
  const [long, short] = [boxes.filter(isLong), boxes.filter((box) => !isLong(box))];
  for (const box of long) {
    const frame = toFrame(box, angle);
    const near = groups.filter((group) =>
      group.some(
        (other) =>
          Math.abs(foldHalfTurn(other.box.angle - box.angle)) <= MAX_TURN &&
          areNear(frame, other.frame),
      ),
    );
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([{ box, frame }, ...near.flat()]);
  }
  for (const box of short) {
    const frame = toFrame(box, angle);
    groups
      .find((group) => group.some((other) => areNear(frame, other.frame)))
      ?.push({ box, frame });
  }
  return groups.map((group) => group.map(({ box }) => box));
}

function areNear(a: FramedBox, b: FramedBox): boolean {
  const height = Math.max(a.height, b.height);
  const along = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  const across = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
  return along <= REACH_ALONG * height && across <= REACH_ACROSS * height;
}

function extentOf(group: readonly LineBox[]): number {
  return group.reduce((sum, { width }) => sum + width, 0);
}
