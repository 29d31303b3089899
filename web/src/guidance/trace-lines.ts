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
/** What counts of an edge a pixel beside it: a side is never quite straight, nor quite at a slope. */
const BESIDE = 0.6;

export function traceLines(frame: GreyFrame): TracedLines {
  const { width, height } = frame;
  const changes = findChanges(frame);
  const pieces = new Float32Array(SLOPES.length * PIECES * height);
  for (const [index, slope] of SLOPES.entries()) {
    for (let x = 0; x < width; x += 1) {
      const piece = Math.floor((x * PIECES) / width);
      const fall = Math.round(slope * (x - width / 2));
      const line = (index * PIECES + piece) * height;
      const column = x * height + fall;
      const [from, to] = [Math.max(0, -fall), Math.min(height, height - fall)];
      for (let row = from; row < to; row += 1) {
        pieces[line + row] = (pieces[line + row] ?? 0) + (changes[column + row] ?? 0);
      }
    }
  }
  const columns = width / PIECES;
  for (let at = 0; at < pieces.length; at += 1) pieces[at] = clampOne((pieces[at] ?? 0) / columns);
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

/**
 * The change over two rows where it is greatest, in shares of a clear one, and a little of it beside.
 * By column, then row: lines are added up along columns.
 */
function findChanges(frame: GreyFrame): Float32Array {
  const { width, data } = transpose(frame);
  const clear = Math.max(CLEAR_CHANGE.least, CLEAR_CHANGE.share * meanOf(data));
  const raw = new Float32Array(data.length);
  const changes = new Float32Array(data.length);
  for (let start = 0; start < data.length; start += width) {
    // The frame's own rim is no edge of anything.
    for (let at = start + 2; at < start + width - 2; at += 1) {
      raw[at] = ((data[at + 1] ?? 0) - (data[at - 1] ?? 0)) / clear;
    }
    for (let at = start + 2; at < start + width - 2; at += 1) keepRidge(raw, changes, at);
  }
  return changes;
}

function keepRidge(raw: Float32Array, changes: Float32Array, at: number): void {
  const change = raw[at] ?? 0;
  const size = Math.abs(change);
  if (size < LEAST_CHANGE) return;
  if (size < Math.abs(raw[at - 1] ?? 0) || size < Math.abs(raw[at + 1] ?? 0)) return;
  const kept = clampOne(change);
  changes[at] = kept;
  const faint = kept * BESIDE;
  if (Math.abs(changes[at - 1] ?? 0) < Math.abs(faint)) changes[at - 1] = faint;
  if (Math.abs(changes[at + 1] ?? 0) < Math.abs(faint)) changes[at + 1] = faint;
}

function meanOf(levels: Uint8Array): number {
  let sum = 0;
  for (const level of levels) sum += level;
  return sum / levels.length;
}

function clampOne(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
