import { halve, type GreyFrame } from './grey-frame.js';

/** How sharp print is, and whether it is so in all directions. */
export interface Sharpness {
  /**
   * How much of what changes over four pixels changes over one, in the direction that is softest: 0.4 and
   * more for print with hard edges, towards 1/16 for what is blurred. It does not depend on contrast.
   */
  readonly softest: number;
  /**
   * How much the print changes in the direction in which it changes least, as a share of the one in which
   * it changes most. Letters have strokes of all directions, and a lens softens them alike; a hand that
   * moves smears all but those that lie along its way.
   */
  readonly evenness: number;
}

/** Sums of squares of what changes to the right and downwards, and of both together. */
interface Changes {
  readonly across: number;
  readonly down: number;
  readonly both: number;
}

/** Side of the squares in which the camera's grain is looked for, in pixels. */
const SQUARE_PX = 16;
/** Share of the squares that are taken to show nothing but grain. */
const PLAIN_SHARE = 0.1;
/** Mean square of what a patch of print changes over four pixels; less is nothing to judge by. */
const LEAST_CONTRAST = 12;
const FAR_PX = 4;
/** The same in every direction. */
const EVEN: Changes = { across: 1, down: 1, both: 0 };

/** Looks at a patch of print; `null` where it shows too little to tell. */
export function measureSharpness(patch: GreyFrame): Sharpness | null {
  const near = sumChanges(patch, SQUARE_PX);
  const far = meanOf(sumChanges(halve(halve(patch)), SQUARE_PX / FAR_PX));
  if ((far.across + far.down) / 2 < LEAST_CONTRAST) return null;
  const fine = takeOff(findGrain(near), meanOf(near));
  const [softest] = sharesOf(far, fine);
  const [least, most] = sharesOf(EVEN, fine);
  return { softest, evenness: most === 0 ? 1 : Math.max(0, least) / most };
}

/** Mean squares of what changes from pixel to pixel, of each square of so many pixels. */
function sumChanges({ width, height, data }: GreyFrame, side: number): readonly Changes[] {
  const columns = Math.floor((width - 1) / side);
  const rows = Math.floor((height - 1) / side);
  const squares: Changes[] = [];
  for (let square = 0; square < columns * rows; square += 1) {
    const [row, column] = [Math.floor(square / columns), square % columns];
    let [across, down, both] = [0, 0, 0];
    for (let y = row * side; y < (row + 1) * side; y += 1) {
      const start = y * width + column * side;
      for (let at = start; at < start + side; at += 1) {
        const falling = (data[at + width + 1] ?? 0) - (data[at] ?? 0);
        const rising = (data[at + 1] ?? 0) - (data[at + width] ?? 0);
        across += (falling + rising) ** 2;
        down += (falling - rising) ** 2;
        both += falling * falling - rising * rising;
      }
    }
    // Each is twice the change, being of two rows or columns.
    const scale = 1 / (4 * side * side);
    squares.push({ across: across * scale, down: down * scale, both: both * scale });
  }
  return squares;
}

/** The plainest squares show the grain alone, which is on all of them and goes no way. */
function findGrain(squares: readonly Changes[]): number {
  const sorted = Float64Array.from(squares, ({ across, down }) => (across + down) / 2).sort();
  return sorted[Math.floor(sorted.length * PLAIN_SHARE)] ?? 0;
}

function meanOf(squares: readonly Changes[]): Changes {
  let [across, down, both] = [0, 0, 0];
  for (const square of squares) {
    across += square.across;
    down += square.down;
    both += square.both;
  }
  const count = Math.max(1, squares.length);
  return { across: across / count, down: down / count, both: both / count };
}

function takeOff(grain: number, { across, down, both }: Changes): Changes {
  return { across: Math.max(0, across - grain), down: Math.max(0, down - grain), both };
}

/**
 * The least and the most that `fine` has of `coarse` in any direction: the roots of
 * det(fine − share · coarse) = 0.
 */
function sharesOf(coarse: Changes, fine: Changes): readonly [number, number] {
  const a = coarse.across * coarse.down - coarse.both ** 2;
  const half =
    (fine.across * coarse.down + fine.down * coarse.across) / 2 - fine.both * coarse.both;
  const c = fine.across * fine.down - fine.both ** 2;
  const apart = Math.sqrt(Math.max(0, half * half - a * c));
  return [(half - apart) / a, (half + apart) / a];
}
