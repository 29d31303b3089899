import { foldHalfTurn, type LineBox } from '../text/line-box.js';

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

interface SlopeSample {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
  readonly weight: number;
}

/** Radians off the plane at which a line has half a say: print of another paper runs otherwise. */
const HALF_WEIGHT_SLOPE = 0.02;
/** Rounds of reweighting; the plane no longer moves after them. */
const ROUNDS = 5;

/**
 * Slope of the text as a plane over the card, by least squares with Cauchy weights: seen in
 * perspective, rows converge, so one slope for all would mix neighbouring rows at the far end.
 */
function fitSlope(samples: readonly SlopeSample[]): (x: number, y: number) => number {
  let plane = fitPlane(samples);
  for (let round = 0; round < ROUNDS; round += 1) {
    const previous = plane;
    plane = fitPlane(
      samples.map((sample) => {
        const miss = (sample.slope - previous(sample.x, sample.y)) / HALF_WEIGHT_SLOPE;
        return { ...sample, weight: sample.weight / (1 + miss * miss) };
      }),
    );
  }
  return plane;
}

function fitPlane(samples: readonly SlopeSample[]): (x: number, y: number) => number {
  const total = sum(samples.map(({ weight }) => weight));
  if (total === 0) return () => 0;
  const mean = (pick: (sample: SlopeSample) => number) =>
    sum(samples.map((sample) => pick(sample) * sample.weight)) / total;
  const [mx, my, ms] = [mean(({ x }) => x), mean(({ y }) => y), mean(({ slope }) => slope)];
  const xx = mean(({ x }) => (x - mx) ** 2);
  const yy = mean(({ y }) => (y - my) ** 2);
  const xy = mean(({ x, y }) => (x - mx) * (y - my));
  const xs = mean(({ x, slope }) => (x - mx) * (slope - ms));
  const ys = mean(({ y, slope }) => (y - my) * (slope - ms));
  // A hundredth of the spread keeps the plane flat where the samples lie in one row or column.
  const ridge = (xx + yy) * 0.01 + 1e-9;
  const determinant = (xx + ridge) * (yy + ridge) - xy * xy;
  const bx = (xs * (yy + ridge) - ys * xy) / determinant;
  const by = (ys * (xx + ridge) - xs * xy) / determinant;
  return (x, y) => ms + bx * (x - mx) + by * (y - my);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
