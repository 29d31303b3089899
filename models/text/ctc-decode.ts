export interface ReadCharacter {
  readonly character: string;
  /** Probability the network gave it, 0 to 1. */
  readonly confidence: number;
  /** Middle of the character as a fraction of the scores' length. */
  readonly position: number;
  /** What else the network saw there, the likeliest first; absent where it saw nothing else. */
  readonly alternatives?: readonly ReadAlternative[];
  /** Thin characters that may stand before it and were not read; absent where none may. */
  readonly missedBefore?: readonly ReadAlternative[];
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
/** What the networks leave out between two others: all else is too wide to be overlooked. */
const THIN = [' ', '.', ',', "'", '/', '-', 'I'];

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
  const thin = alphabet.filter(({ character }) => THIN.includes(character));
  let previous = BLANK;
  let missed = new Map<string, number>();
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
    if (best.index === BLANK) noteMissed(missed, thin, scores.values.subarray(offset));
    else {
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
              ...(last === undefined
                ? toMissedBefore(missed, [character, read.at(-1)?.character])
                : keepMissed(last)),
            },
      );
      missed = new Map();
    }
    previous = best.index;
  }
  return read;
}

/** Keeps the best probability of each thin character over the steps at which nothing was read. */
function noteMissed(
  missed: Map<string, number>,
  thin: readonly DecodableClass[],
  probabilities: Float32Array,
): void {
  for (const { index, character } of thin) {
    const probability = probabilities[index] ?? 0;
    if (probability >= MIN_ALTERNATIVE && probability > (missed.get(character) ?? 0))
      missed.set(character, probability);
  }
}

/** The neighbours' own probability spreads into the steps beside them. */
function toMissedBefore(
  missed: ReadonlyMap<string, number>,
  neighbours: readonly (string | undefined)[],
): Pick<ReadCharacter, 'missedBefore'> {
  const own = [...missed].filter(([character]) => !neighbours.includes(character));
  if (own.length === 0 || neighbours[1] === undefined) return {};
  own.sort((a, b) => b[1] - a[1]);
  return { missedBefore: own.map(([character, confidence]) => ({ character, confidence })) };
}

function keepMissed({ missedBefore }: ReadCharacter): Pick<ReadCharacter, 'missedBefore'> {
  return missedBefore === undefined ? {} : { missedBefore };
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
