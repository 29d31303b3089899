import { listMovements, type AskedMovements } from '../../contract/challenge.js';
import { needAtLeast, needAtMost, type ChallengeCriterion } from './challenge-sign.js';
import { judgeAction } from './judge-action.js';
import type { MovedFace, ObservedFace } from './observed-face.js';
import type { ChallengeThresholds } from './thresholds.js';

/**
 * Whether the movements were made in their order, each by itself and nothing else between. People are quick
 * or slow, and the clock of the prompts is the sender's word: so the frame at which one movement ends and the
 * next begins is whichever serves the answer best, and has to look ahead.
 *
 * @param faces in order of time, those that were seen
 */
export function judgeSequence(
  asked: AskedMovements,
  still: ObservedFace,
  faces: readonly MovedFace[],
  limits: ChallengeThresholds,
): readonly ChallengeCriterion[] {
  const [first, second] = listMovements(asked);
  if (first === undefined) return [];
  const judged = (action: typeof first, part: readonly MovedFace[]) => [
    needAtLeast('face-count', part.length, limits.minFaces),
    ...judgeAction(action, still, part, limits),
  ];
  if (second === undefined) return judged(first, faces);
  const ways = faces.map((between, at) => {
    const unrest = measureUnrest(between, limits);
    const criteria = [
      ...judged(first, faces.slice(0, at + 1)),
      needAtMost('return', unrest, limits.maxReturn),
      ...judged(second, faces.slice(at)).map(toSecond),
    ];
    return { criteria, unrest, met: criteria.filter(({ isMet }) => isMet).length };
  });
  const [best] = ways.sort((a, b) => b.met - a.met || a.unrest - b.unrest);
  return best?.criteria ?? [];
}

function measureUnrest({ relief }: MovedFace, { minTurn, minNod }: ChallengeThresholds): number {
  return Math.max(Math.abs(relief.across) / minTurn, Math.abs(relief.down) / minNod);
}

/** The names of a first movement are its own. */
function toSecond({ name, ...rest }: ChallengeCriterion): ChallengeCriterion {
  return { ...rest, name: `then-${name}` as ChallengeCriterion['name'] };
}
