export interface Prediction {
  /** Of a model that was fitted without this example. */
  readonly probability: number;
  readonly isRight: boolean;
}

/** Of the values called sure 99 % are to be right on other cards, so a little more is asked here. */
const MAX_WRONG_SHARE = 0.0075;
/** Half an error that was not met: 66 values without an error are the least that count. */
const UNSEEN_ERRORS = 0.5;
/** A value that is more likely wrong than one in ten is never called sure. */
const LEAST_PROBABILITY = 0.9;

/**
 * The lowest probability from which held-out values were right often enough, or `null` when there
 * were too few of them or too many wrong.
 */
export function chooseSure(predictions: readonly Prediction[]): number | null {
  const ranked = predictions
    .filter(({ probability }) => probability >= LEAST_PROBABILITY)
    .sort((a, b) => b.probability - a.probability);
  let wrong = 0;
  let sure: number | null = null;
  for (const [at, { probability, isRight }] of ranked.entries()) {
    if (!isRight) wrong += 1;
    const isLastOfItsKind = ranked[at + 1]?.probability !== probability;
    if (isLastOfItsKind && (wrong + UNSEEN_ERRORS) / (at + 2) <= MAX_WRONG_SHARE)
      sure = probability;
  }
  return sure;
}
