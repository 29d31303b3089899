import { transpose, type GreyFrame } from './grey-frame.js';

/** Straight lines from the left of a frame to its right, each in equal pieces. */
export interface TracedLines {
  readonly width: number;
  readonly height: number;
  /**
   * How clearly the picture changes across a piece of a line, −1 to 1: brighter below is positive.
   * By slope, then piece, then row at the middle column.
   */
  readonly pieces: Float32Array;
}

/** A line: its row at the frame's middle column, and which of `SLOPES` it falls by. */
export interface Line {
  readonly slope: number;
  readonly row: number;
}

/**
 * Pixels that a line falls for each to the right: up to 15 degrees to either side. A step is two
 * pixels at the ends of a frame of 160.
 */
export const SLOPES: readonly number[] = Array.from(
  { length: 23 },
  (_, index) => (index - 11) * 0.025,
);
const PIECES = 16;
/** Change over two rows that counts as a clear edge: a share of the frame's light, and the least. */
const CLEAR_CHANGE = { share: 0.05, least: 2 } as const;
/** Less of a clear change is grain. */
const LEAST_CHANGE = 0.3;
/** A clear edge in whole numbers, which add up without error. */
const CLEAR = 1024;
/** What counts of an edge a pixel beside it: a side is never quite straight, nor quite at a slope. */
const BESIDE = 0.6;

export function traceLines(frame: GreyFrame): TracedLines {
  const { width, height } = frame;
  const sums = sumAlong(findChanges(frame), height);
  const pieces = new Float32Array(SLOPES.length * PIECES * height);
  for (const [index, slope] of SLOPES.entries()) {
    const fallAt = (x: number): number => Math.round(slope * (x - width / 2));
    const pieceAt = (x: number): number => Math.floor((x * PIECES) / width);
    // Columns of one piece in which the line stays in its row are added as one.
    let from = 0;
    for (let to = 1; to <= width; to += 1) {
      const [piece, fall] = [pieceAt(from), fallAt(from)];
      if (to < width && pieceAt(to) === piece && fallAt(to) === fall) continue;
      const line = (index * PIECES + piece) * height;
      const [before, after] = [from * height + fall, to * height + fall];
      const last = Math.min(height, height - fall);
      for (let row = Math.max(0, -fall); row < last; row += 1) {
        const change = (sums[after + row] ?? 0) - (sums[before + row] ?? 0);
        pieces[line + row] = (pieces[line + row] ?? 0) + change;
      }
      from = to;
    }
  }
  const clear = (width / PIECES) * CLEAR;
  for (let at = 0; at < pieces.length; at += 1) pieces[at] = clampOne((pieces[at] ?? 0) / clear);
  return { width, height, pieces };
}

/** How much of a line between two columns is an edge: all of it is 1, or −1 where it is darker below. */
export function supportOf(
  { width, height, pieces }: TracedLines,
  { slope, row }: Line,
  [from, to]: readonly [number, number],
): number {
  const first = Math.max(0, Math.round((from / width) * PIECES));
  const last = Math.min(PIECES, Math.round((to / width) * PIECES));
  let [signed, plain] = [0, 0];
  for (let piece = first; piece < last; piece += 1) {
    const value = pieces[(slope * PIECES + piece) * height + row] ?? 0;
    signed += value;
    plain += Math.abs(value);
  }
  // An edge that changes sides on its way, as among clutter, is an edge still, but less of one.
  const support = (2 * Math.abs(signed) + plain) / 3 / Math.max(1, last - first);
  return signed < 0 ? -support : support;
}

/** The changes of all columns before each: a line that stays in a row is the difference of two. */
function sumAlong(changes: Int16Array, height: number): Int32Array {
  const sums = new Int32Array(changes.length + height);
  for (let at = 0; at < changes.length; at += 1) {
    sums[at + height] = (sums[at] ?? 0) + (changes[at] ?? 0);
  }
  return sums;
}

/**
 * The change over two rows where it is greatest, in parts of a clear one, and a little of it beside.
 * By column, then row: lines are added up along columns.
 */
function findChanges(frame: GreyFrame): Int16Array {
  const { width, data } = transpose(frame);
  const clear = Math.max(CLEAR_CHANGE.least, CLEAR_CHANGE.share * meanOf(data));
  const least = Math.ceil(LEAST_CHANGE * clear);
  const changes = new Int16Array(data.length);
  for (let start = 0; start < data.length; start += width) {
    // The frame's own rim is no edge of anything.
    let [before, change] = [0, (data[start + 3] ?? 0) - (data[start + 1] ?? 0)];
    for (let at = start + 2; at < start + width - 2; at += 1) {
      const after = at < start + width - 3 ? (data[at + 2] ?? 0) - (data[at] ?? 0) : 0;
      const size = Math.abs(change);
      if (size >= least && size >= Math.abs(before) && size >= Math.abs(after)) {
        const kept = Math.round(clampOne(change / clear) * CLEAR);
        const faint = Math.round(kept * BESIDE);
        changes[at] = kept;
        if (Math.abs(changes[at - 1] ?? 0) < Math.abs(faint)) changes[at - 1] = faint;
        if (Math.abs(changes[at + 1] ?? 0) < Math.abs(faint)) changes[at + 1] = faint;
      }
      before = change;
      change = after;
    }
  }
  return changes;
}

function meanOf(levels: Uint8Array): number {
  let sum = 0;
  for (const level of levels) sum += level;
  return sum / levels.length;
}

function clampOne(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
