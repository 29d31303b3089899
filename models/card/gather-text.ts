import type { TurnedRectangle } from '../image/cut-turned.js';
import { foldHalfTurn, type LineBox } from '../text/line-box.js';

/** The part of a picture that holds most of its text. */
export interface GatheredText extends TurnedRectangle {
  /** Of the median line, pixels of the picture. */
  readonly lineHeight: number;
}

/** Lines of one card lie this near to each other, in line heights. */
const REACH_ALONG = 8;
const REACH_ACROSS = 3;
/** Fewer lines are no card. */
const MIN_LINES = 5;

/** A box in the frame of the text: x along the lines, y across. */
interface FramedBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/**
 * The largest group of boxes that lie near each other, as a rectangle turned with the text. What
 * stands apart, such as print elsewhere on the desk, is left out.
 *
 * @param angle of the text, from `findTextAngle`
 * @returns `null` when no group is large enough
 */
export function gatherText(boxes: readonly LineBox[], angle: number): GatheredText | null {
  const framed = boxes.map((box) => toFrame(box, angle));
  const groups = groupNear(framed);
  const [largest] = groups.sort((a, b) => extentOf(b) - extentOf(a));
  if (largest === undefined || largest.length < MIN_LINES) return null;
  const left = Math.min(...largest.map((box) => box.left));
  const right = Math.max(...largest.map((box) => box.right));
  const top = Math.min(...largest.map((box) => box.top));
  const bottom = Math.max(...largest.map((box) => box.bottom));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  const heights = largest.map(({ height }) => height).sort((a, b) => a - b);
  return {
    centre: { x: u * cos - v * sin, y: u * sin + v * cos },
    width: right - left,
    height: bottom - top,
    angle,
    lineHeight: heights[Math.floor(heights.length / 2)] ?? 0,
  };
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

function groupNear(boxes: readonly FramedBox[]): FramedBox[][] {
  const groups: FramedBox[][] = [];
  for (const box of boxes) {
    const near = groups.filter((group) => group.some((other) => areNear(box, other)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([box, ...near.flat()]);
  }
  return groups;
}

function areNear(a: FramedBox, b: FramedBox): boolean {
  const height = Math.max(a.height, b.height);
  const along = Math.max(a.left, b.left) - Math.min(a.right, b.right);
  const across = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
  return along <= REACH_ALONG * height && across <= REACH_ACROSS * height;
}

function extentOf(group: readonly FramedBox[]): number {
  return group.reduce((sum, { left, right }) => sum + right - left, 0);
}
