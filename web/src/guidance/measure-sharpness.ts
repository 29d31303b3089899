import type { GreyFrame } from './grey-frame.js';

/** Side of the squares in which the camera's grain is looked for, in pixels. */
const SQUARE_PX = 16;
/** Share of the squares that are taken to show nothing but grain. */
const PLAIN_SHARE = 0.1;
/** Mean square of what a patch of print changes over a few pixels; less is nothing to judge by. */
const LEAST_CONTRAST = 12;
const [NEAR_PX, FAR_PX] = [1, 4] as const;

/**
 * How much of what changes over four pixels changes over one: about 0.25 for print with hard edges,
 * towards 1/16 for what is blurred. It does not depend on the contrast, grain is taken off, and of
 * both directions the softer counts, since a shaken picture is soft in one alone. `null` where the
 * patch shows too little to tell.
 */
export function measureSharpness(patch: GreyFrame): number | null {
  const directions = [
    { dx: 1, dy: 0 },
    { dx: 0, dy: 1 },
  ] as const;
  let softest: number | null = null;
  for (const direction of directions) {
    const near = meanSquareChange(patch, direction, NEAR_PX);
    const far = meanSquareChange(patch, direction, FAR_PX);
    const grain = findGrain(near.squares);
    const contrast = far.mean - grain;
    if (contrast < LEAST_CONTRAST) return null;
    const ratio = Math.max(0, near.mean - grain) / contrast;
    softest = Math.min(softest ?? ratio, ratio);
  }
  return softest;
}

interface Changes {
  readonly mean: number;
  /** The mean of each square. */
  readonly squares: Float64Array;
}

function meanSquareChange(
  { width, height, data }: GreyFrame,
  { dx, dy }: { readonly dx: number; readonly dy: number },
  apart: number,
): Changes {
  const columns = Math.floor(width / SQUARE_PX);
  const rows = Math.floor(height / SQUARE_PX);
  const squares = new Float64Array(columns * rows);
  const step = apart * (dx + dy * width);
  const [endX, endY] = [
    Math.min(columns * SQUARE_PX, width - apart * dx),
    Math.min(rows * SQUARE_PX, height - apart * dy),
  ];
  let sum = 0;
  for (let y = 0; y < endY; y += 1) {
    const squareRow = Math.floor(y / SQUARE_PX) * columns;
    for (let x = 0; x < endX; x += 1) {
      const at = y * width + x;
      const change = (data[at + step] ?? 0) - (data[at] ?? 0);
      const square = squareRow + (x >> 4);
      squares[square] = (squares[square] ?? 0) + change * change;
      sum += change * change;
    }
  }
  for (let at = 0; at < squares.length; at += 1) squares[at] = (squares[at] ?? 0) / SQUARE_PX ** 2;
  return { mean: sum / Math.max(1, endX * endY), squares };
}

/** The plainest squares show the grain alone, which is on all of them. */
function findGrain(squares: Float64Array): number {
  const sorted = Float64Array.from(squares).sort();
  return sorted[Math.floor(sorted.length * PLAIN_SHARE)] ?? 0;
}
