import type { CtcScores, DecodableClass } from './ctc-decode.js';

/**
 * What a recogniser gave each of its glyphs at each step of a line. It goes from thread to thread with
 * every line that is read, so it is small: a byte a step and glyph, 8 KB for a line of 450 px.
 */
export interface LineScores {
  /** What the columns stand for, but the first one, which is the blank of CTC. */
  readonly glyphs: string;
  /** Steps × (1 + glyphs): how unlikely, in sixteenths of a nat. */
  readonly levels: Uint8Array;
}

const LEVELS_PER_NAT = 16;
const MAX_LEVEL = 255;
/** Below it every probability has the last level: of a line's glyphs and steps 95 in 100. */
const LEAST = Math.exp(-MAX_LEVEL / LEVELS_PER_NAT);
/** Probability of each level. What a network calls impossible (e⁻¹⁶) it has been wrong about. */
const PROBABILITIES = Float64Array.from({ length: MAX_LEVEL + 1 }, (_, level) =>
  Math.max(Math.exp(-level / LEVELS_PER_NAT), 1e-6),
);

export function toProbability(level: number): number {
  return PROBABILITIES[level] ?? 0;
}

/** The blank and the glyphs of the alphabet; the other classes of a general recogniser stay behind. */
export function packScores(
  { values, steps, classes }: CtcScores,
  alphabet: readonly DecodableClass[],
): LineScores {
  const columns = [0, ...alphabet.map(({ index }) => index)];
  const levels = new Uint8Array(steps * columns.length);
  let target = 0;
  for (let step = 0; step < steps; step += 1) {
    for (const column of columns) {
      const probability = values[step * classes + column] ?? 0;
      levels[target] =
        probability < LEAST ? MAX_LEVEL : Math.round(-Math.log(probability) * LEVELS_PER_NAT);
      target += 1;
    }
  }
  return { glyphs: alphabet.map(({ character }) => character).join(''), levels };
}
