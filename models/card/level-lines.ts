import { foldHalfTurn, type LineBox } from '../text/line-box.js';
import { fitSlope } from './fit-slope.js';

/** A line in the card's own frame: x runs along the text, y across it, both in image pixels. */
export interface LevelLine {
  /** Its `angle` is the direction the text is read in. */
  readonly box: LineBox;
  readonly left: number;
  readonly right: number;
  /** Middle of the line, freed of the slope: equal for everything printed in one row. */
  readonly y: number;
  readonly height: number;
}

/** Shorter boxes do not know their own direction: a colon's long side may stand upright. */
const LONG_ENOUGH = 2.5;
/** Lines that differ more from the common direction are not part of the text. */
const MAX_DEVIATION = Math.PI / 8;

/**
 * The direction most text runs in, within (−π/2, π/2]. Long lines weigh more, and directions a half
 * turn apart are one, so angles are doubled before they are averaged.
 */
export function findTextAngle(boxes: readonly LineBox[]): number {
  const long = boxes.filter(isLong);
  const support = (angle: number) =>
    sum(long.filter((box) => isNear(box.angle, angle)).map(({ width }) => width));
  const ranked = long.map(({ angle }) => ({ angle, weight: support(angle) }));
  const mode = ranked.sort((a, b) => b.weight - a.weight)[0]?.angle ?? 0;
  const near = long.filter((box) => isNear(box.angle, mode));
  const offset = sum(near.map((box) => foldHalfTurn(box.angle - mode) * box.width));
  return foldHalfTurn(mode + offset / Math.max(sum(near.map(({ width }) => width)), 1));
}

/**
 * Turns the boxes into lines of an upright card.
 *
 * @param direction in which the text is read: `findTextAngle` or a half turn from it
 * @param own the boxes known to be the card's, whose slope counts
 */
export function levelLines(
  boxes: readonly LineBox[],
  direction: number,
  own: ReadonlySet<LineBox> = new Set(boxes),
): LevelLine[] {
  const frames = boxes.flatMap((box) =>
    alignBox(box, direction).map((aligned) => ({
      box: aligned,
      isOwn: own.has(box),
      ...toFrame(aligned, direction),
    })),
  );
  const slopeAt = fitSlope(
    frames
      .filter(({ box, isOwn }) => isOwn && isLong(box))
      .map(({ box, x, y }) => ({
        x,
        y,
        slope: Math.tan(box.angle - direction),
        weight: box.width,
      })),
  );
  const origin = sum(frames.map(({ x }) => x)) / Math.max(frames.length, 1);
  return frames.map(({ box, x, y }) => ({
    box,
    left: x - box.width / 2,
    right: x + box.width / 2,
    y: y - (x - origin) * slopeAt((x + origin) / 2, y),
    height: box.height,
  }));
}

/** Whether a box is long enough to know its own direction. */
export function isLong({ width, height }: LineBox): boolean {
  return width >= height * LONG_ENOUGH;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(foldHalfTurn(a - b)) <= MAX_DEVIATION;
}

/** The box with its angle in reading direction; nothing when it is long and runs across the text. */
function alignBox(box: LineBox, direction: number): LineBox[] {
  const deviation = foldHalfTurn(box.angle - direction);
  if (isLong(box))
    return isNear(box.angle, direction) ? [{ ...box, angle: direction + deviation }] : [];
  if (Math.abs(deviation) <= Math.PI / 4) return [{ ...box, angle: direction }];
  return [{ ...box, angle: direction, width: box.height, height: box.width }];
}

function toFrame({ centre }: LineBox, direction: number): { x: number; y: number } {
  const cos = Math.cos(direction);
  const sin = Math.sin(direction);
  return { x: centre.x * cos + centre.y * sin, y: centre.y * cos - centre.x * sin };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
