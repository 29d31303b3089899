import { createFaceFinder } from '../face/face-finder.js';
import { locateMainFace } from '../face/locate-main-face.js';
import type { Region } from '../image/region.js';
import type { WeightStore } from '../weights/weight-store.js';
import { askAgain, judgeLiveness, type LivenessJudgement } from './judge-liveness.js';
import type { LivenessCapture } from './liveness-capture.js';
import { tightFaceBox } from './liveness-crop.js';
import { createLivenessScorer } from './liveness-scorer.js';
import { toLivenessSign, type LivenessSign } from './liveness-sign.js';
import { LIVENESS_THRESHOLDS, type LivenessThresholds } from './thresholds.js';

export interface LivenessAssessment extends LivenessJudgement {
  /** 0 to 1 with 0.5 as the operating point; `null` when no single face was found. */
  readonly livenessScore: number | null;
  /** Everything that was measured; empty when no single face was found. */
  readonly signs: readonly LivenessSign[];
  /** The face that was judged, in pixels of the still. */
  readonly face: Region | null;
  readonly timingsMs: { readonly total: number; readonly find: number; readonly score: number };
}

export interface LivenessAssessor {
  /** Never throws for what a picture shows. */
  assess(capture: LivenessCapture): Promise<LivenessAssessment>;
}

/** Passive liveness of the one face in a selfie; about 50 ms on two cores. */
export async function createLivenessAssessor(
  weights: WeightStore,
  thresholds: LivenessThresholds = LIVENESS_THRESHOLDS,
): Promise<LivenessAssessor> {
  const finder = await createFaceFinder(weights);
  const scorer = await createLivenessScorer(weights);
  return {
    async assess({ still }) {
      const start = performance.now();
      const { face, reasonCode } = await locateMainFace(finder, still);
      const found = performance.now();
      const box = face && tightFaceBox(face.landmarks);
      const score = box && round(await scorer.score(still, box));
      const end = performance.now();
      const timingsMs = {
        total: Math.round(end - start),
        find: Math.round(found - start),
        score: Math.round(end - found),
      };
      if (box === null || score === null) {
        const nothing = { livenessScore: null, signs: [], face: null, timingsMs };
        return { ...askAgain(reasonCode ?? 'FACE_NOT_FOUND'), ...nothing };
      }
      const network = { score: 1 - score, threshold: 1 - thresholds.operatingScore, region: box };
      return {
        ...judgeLiveness({ box, score, image: still }, thresholds),
        livenessScore: score,
        signs: [toLivenessSign('network', network)],
        face: box,
        timingsMs,
      };
    },
  };
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
