export interface ReadCharacter {
  readonly character: string;
  /** Probability the network gave it, 0 to 1. */
  readonly confidence: number;
  /** Middle of the character as a fraction of the scores' length. */
  readonly position: number;
}

/** A class the decoder may answer; blank separates repeated characters. */
export interface DecodableClass {
  readonly index: number;
  readonly character: string;
}

/** In every PP-OCR recogniser class 0 is the CTC blank. */
const BLANK = 0;

/**
 * Greedy decoding of connectionist temporal classification (Graves et al., ICML 2006, §3.2): the
 * best class of each step, repetitions merged, blanks dropped. A character's confidence is the
 * highest among its steps.
 *
 * @param scores steps × classes, probabilities
 * @param alphabet the classes to choose among besides blank
 */
export function decodeCtc(
  scores: { readonly values: Float32Array; readonly steps: number; readonly classes: number },
  alphabet: readonly DecodableClass[],
): ReadCharacter[] {
  const read: ReadCharacter[] = [];
  let previous = BLANK;
  for (let step = 0; step < scores.steps; step += 1) {
    const offset = step * scores.classes;
    let best: DecodableClass = { index: BLANK, character: '' };
    let confidence = scores.values[offset + BLANK] ?? 0;
    for (const candidate of alphabet) {
      const probability = scores.values[offset + candidate.index] ?? 0;
      if (probability > confidence) {
        confidence = probability;
        best = candidate;
      }
    }
    const position = (step + 0.5) / scores.steps;
    if (best.index !== BLANK) {
      const { character } = best;
      const last = best.index === previous ? read.pop() : undefined;
      read.push({
        character,
        confidence: Math.max(confidence, last?.confidence ?? 0),
        position: last?.position ?? position,
      });
    }
    previous = best.index;
  }
  return read;
}
