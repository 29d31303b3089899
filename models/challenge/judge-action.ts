import type { ChallengeAction } from '../../contract/challenge.js';
import type { ChallengeCriterion } from './challenge-sign.js';
import { judgeApproach } from './judge-approach.js';
import { judgeBlink } from './judge-blink.js';
import { judgeSwing } from './judge-movement.js';
import type { MovedFace, ObservedFace } from './observed-face.js';
import type { ChallengeThresholds } from './thresholds.js';

/** Whether the movement that was asked for was made; every criterion has to be met. */
export function judgeAction(
  action: ChallengeAction,
  still: ObservedFace,
  faces: readonly MovedFace[],
  limits: ChallengeThresholds,
): readonly ChallengeCriterion[] {
  switch (action) {
    case 'TURN_LEFT':
      return judgeSwing(
        still,
        faces,
        { measure: 'across', direction: 1, least: limits.minTurn },
        limits,
      );
    case 'TURN_RIGHT':
      return judgeSwing(
        still,
        faces,
        { measure: 'across', direction: -1, least: limits.minTurn },
        limits,
      );
    case 'NOD':
      return judgeSwing(
        still,
        faces,
        { measure: 'down', direction: 1, least: limits.minNod },
        limits,
      );
    case 'BLINK':
      return judgeBlink(still, faces, limits);
    case 'COME_CLOSER':
      return judgeApproach(still, faces, limits);
  }
}
