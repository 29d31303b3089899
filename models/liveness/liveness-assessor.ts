import { createFaceFinder } from '../face/face-finder.js';
import { locateMainFace } from '../face/locate-main-face.js';
import type { RasterImage } from '../image/raster-image.js';
import type { WeightStore } from '../weights/weight-store.js';
import { tightFaceBox } from './liveness-crop.js';
import { judgeLiveness, type LivenessJudgement } from './judge-liveness.js';
import { createLivenessScorer } from './liveness-scorer.js';
import { LIVENESS_THRESHOLDS, type LivenessThresholds } from './thresholds.js';

export interface LivenessAssessment extends LivenessJudgement {
  /** 0 to 1 with 0.5 as the operating point; `null` when no single face was found. */
  readonly livenessScore: number | null;
  readonly timingsMs: { readonly total: number; readonly find: number; readonly score: number };
}

export interface LivenessAssessor {
  assess(image: RasterImage): Promise<LivenessAssessment>;
}

/** Passive liveness of the one face in a selfie; about 50 ms on two cores. */
export async function createLivenessAssessor(
  weights: WeightStore,
  thresholds: LivenessThresholds = LIVENESS_THRESHOLDS,
): Promise<LivenessAssessor> {
  const finder = await createFaceFinder(weights);
  const scorer = await createLivenessScorer(weights);
  return {
    async assess(image) {
      const start = performance.now();
      const { face, reasonCode } = await locateMainFace(finder, image);
      const found = performance.now();
      const box = face && tightFaceBox(face.landmarks);
      const score = box && round(await scorer.score(image, box));
      const end = performance.now();
      const judgement =
        box === null || score === null
          ? ({ live: false, verdict: 'RETRY', reasonCode } as const)
          : judgeLiveness({ box, score, image }, thresholds);
      const timingsMs = {
        total: Math.round(end - start),
        find: Math.round(found - start),
        score: Math.round(end - found),
      };
      return { ...judgement, livenessScore: score, timingsMs };
    },
  };
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
