/** What a card is for: to learn from, to choose thresholds on, or to judge by, once. */
export const SPLITS = ['train', 'tune', 'test'] as const;

export type Split = (typeof SPLITS)[number];

/** Cards in a split. Specimens for demos and unit tests have the seeds below. */
export const SPLIT_SIZE = 1_000_000;

/** The seed of a split's card, counted from 0. @throws RangeError beyond the split */
export function seedOf(split: Split, index: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= SPLIT_SIZE) {
    throw new RangeError(`A split has the cards 0 to ${String(SPLIT_SIZE - 1)}.`);
  }
  return (SPLITS.indexOf(split) + 1) * SPLIT_SIZE + index;
}

/** The split that a seed belongs to, or `null` for a seed of none. */
export function splitOf(seed: number): Split | null {
  return SPLITS[Math.floor(seed / SPLIT_SIZE) - 1] ?? null;
}
