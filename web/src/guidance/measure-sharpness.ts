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
  let softest: number | null = null;
  for (const step of [1, patch.width]) {
    const near = squareChanges(patch, step * NEAR_PX);
    const grain = findGrain(near);
    const contrast = meanOf(squareChanges(patch, step * FAR_PX)) - grain;
    if (contrast < LEAST_CONTRAST) return null;
    const ratio = Math.max(0, meanOf(near) - grain) / contrast;
    softest = Math.min(softest ?? ratio, ratio);
  }
  return softest;
}

/** Mean square of what changes over so many pixels of the patch's data, of each square. */
function squareChanges({ width, height, data }: GreyFrame, step: number): Float64Array {
  const columns = Math.floor((width - FAR_PX) / SQUARE_PX);
  const rows = Math.floor((height - FAR_PX) / SQUARE_PX);
  const squares = new Float64Array(columns * rows);
  for (let y = 0; y < rows * SQUARE_PX; y += 1) {
    for (let column = 0; column < columns; column += 1) {
      const start = y * width + column * SQUARE_PX;
      let sum = 0;
      for (let at = start; at < start + SQUARE_PX; at += 1) {
        const change = (data[at + step] ?? 0) - (data[at] ?? 0);
        sum += change * change;
      }
      const square = (y >> 4) * columns + column;
      squares[square] = (squares[square] ?? 0) + sum / SQUARE_PX ** 2;
    }
  }
  return squares;
}

/** The plainest squares show the grain alone, which is on all of them. */
function findGrain(squares: Float64Array): number {
  const sorted = Float64Array.from(squares).sort();
  return sorted[Math.floor(sorted.length * PLAIN_SHARE)] ?? 0;
}

function meanOf(squares: Float64Array): number {
  let sum = 0;
  for (const square of squares) sum += square;
  return sum / Math.max(1, squares.length);
}
