import { alignFace } from '../face/align-face.js';
import { createEmbeddingB } from '../face/embedding-b.js';
import { toFivePoints } from '../face/five-points.js';
import { mapInLanes } from '../frames/map-in-lanes.js';
import type { LocatedFace } from '../face/locate-main-face.js';
import type { WeightStore } from '../weights/weight-store.js';
import { roundScore, type ChallengeSign } from './challenge-sign.js';
import type { ChallengeThresholds } from './thresholds.js';

export interface IdentityWatch {
  /** How far the face of the frames parts from the still's. None where there is nothing to compare. */
  watch(
    still: LocatedFace | null,
    frames: readonly LocatedFace[],
    thresholds: ChallengeThresholds,
  ): Promise<readonly ChallengeSign[]>;
}

/**
 * Whether the frames show the person of the still, by embedding B: 6 ms a face, where the match itself
 * takes longer and looks closer. Every frame is looked at, because whoever makes them chooses where another
 * person is seen; the farthest counts, turned faces included.
 */
export async function createIdentityWatch(weights: WeightStore): Promise<IdentityWatch> {
  const network = await createEmbeddingB(weights);

  async function embed({ image, landmarks }: LocatedFace): Promise<Float32Array> {
    return await network.embed(await alignFace(image, toFivePoints(landmarks), network.alignment));
  }

  return {
    async watch(still, frames, { maxPersonDistance }) {
      if (still === null || frames.length === 0) return [];
      const [person, ...seen] = await mapInLanes([still, ...frames], embed);
      const score = Math.max(0, ...seen.map((face) => (person ? distanceOf(person, face) : 0)));
      const threshold = maxPersonDistance;
      const isSpoof = score >= threshold;
      return [{ name: 'another-person', score: roundScore(score), threshold, isSpoof }];
    },
  };
}

function distanceOf(a: Float32Array, b: Float32Array): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}
