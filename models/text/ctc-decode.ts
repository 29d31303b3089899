export interface ReadCharacter {
  readonly character: string;
  /** Probability the network gave it, 0 to 1. */
  readonly confidence: number;
  /** Middle of the character as a fraction of the scores' length. */
  readonly position: number;
  /** What else the network saw there, the likeliest first; absent where it saw nothing else. */
  readonly alternatives?: readonly ReadAlternative[];
}

export interface ReadAlternative {
  /** Empty for none: the character may not be there at all. */
  readonly character: string;
  readonly confidence: number;
}

/** A class the decoder may answer; blank separates repeated characters. */
export interface DecodableClass {
  readonly index: number;
  readonly character: string;
}

/** In every PP-OCR recogniser class 0 is the CTC blank. */
const BLANK = 0;
/** A hundredth is what the networks spread over shapes that do not look alike. */
const MIN_ALTERNATIVE = 0.01;
const MAX_ALTERNATIVES = 3;

export interface CtcScores {
  readonly values: Float32Array;
  readonly steps: number;
  readonly classes: number;
}

/**
 * Greedy decoding of connectionist temporal classification (Graves et al., ICML 2006, §3.2): the
 * best class of each step, repetitions merged, blanks dropped. A character's confidence is the
 * highest among its steps, and its alternatives are those of that step.
 *
 * @param scores steps × classes, probabilities
 * @param alphabet the classes to choose among besides blank
 */
export function decodeCtc(scores: CtcScores, alphabet: readonly DecodableClass[]): ReadCharacter[] {
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
      read.push(
        last !== undefined && last.confidence >= confidence
          ? last
          : {
              character,
              confidence,
              position: last?.position ?? position,
              ...findAlternatives(scores, step, best, alphabet),
            },
      );
    }
    previous = best.index;
  }
  return read;
}

/** The runners-up of a step. */
function findAlternatives(
  { values, classes }: CtcScores,
  step: number,
  best: DecodableClass,
  alphabet: readonly DecodableClass[],
): Pick<ReadCharacter, 'alternatives'> {
  const alternatives: ReadAlternative[] = [];
  for (const { index, character } of [{ index: BLANK, character: '' }, ...alphabet]) {
    const confidence = values[step * classes + index] ?? 0;
    if (index !== best.index && confidence >= MIN_ALTERNATIVE)
      alternatives.push({ character, confidence });
  }
  if (alternatives.length === 0) return {};
  alternatives.sort((a, b) => b.confidence - a.confidence);
  return { alternatives: alternatives.slice(0, MAX_ALTERNATIVES) };
}
