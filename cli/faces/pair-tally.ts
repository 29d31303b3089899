import type { PairMatch } from './match-pair.js';
import type { FacePair } from './read-pairs.js';

/** Counts right and wrong answers over labelled pairs. A picture without a face counts as no match. */
export function createPairTally() {
  const counts = { same: 0, missed: 0, different: 0, matched: 0, unusable: 0 };
  return {
    add({ same }: FacePair, { match, unusable }: PairMatch): void {
      if (same === null) return;
      if (unusable !== null) counts.unusable += 1;
      counts[same ? 'same' : 'different'] += 1;
      if (same && !match) counts.missed += 1;
      if (!same && match) counts.matched += 1;
    },
    /** One line. @param asked pairs on the list, also those that could not be read */
    summarise(asked: number): string {
      const { same, missed, different, matched, unusable } = counts;
      const judged = same + different;
      const right = judged - missed - matched;
      const accuracy = judged === 0 ? 'no labels' : `accuracy ${percent(right / judged)}`;
      return [
        `${String(asked)} pairs: ${accuracy}`,
        `${String(missed)} of ${String(same)} same missed`,
        `${String(matched)} of ${String(different)} different matched`,
        `${String(unusable)} without a usable face`,
      ].join(', ');
    },
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
