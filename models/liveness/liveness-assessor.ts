import type { FaceLocator } from '../face/face-locator.js';
import type { Region } from '../image/region.js';
import type { WeightStore } from '../weights/weight-store.js';
import { chooseFrames } from './choose-frames.js';
import { readEvidence } from './evidence.js';
import { askAgain, judgeLiveness, limitByStill, type LivenessJudgement } from './judge-liveness.js';
import type { LivenessCapture } from './liveness-capture.js';
import { tightFaceBox } from './liveness-crop.js';
import { createLivenessNetwork, type LivenessNetwork } from './liveness-network.js';
import type { LivenessSign } from './liveness-sign.js';
import { listSigns } from './list-signs.js';
import { observeFrame, observeStill, type NetworkObservation } from './observe-face.js';
import { LIVENESS_THRESHOLDS, type LivenessThresholds } from './thresholds.js';
import type { TimedFrame } from './timed-frame.js';
import { fuseCues, weighCues } from './weigh-evidence.js';

export type LivenessAssessment = LivenessJudgement & {
  /** Everything that was measured; empty when no single face was found. */
  readonly signs: readonly LivenessSign[];
  /** The one face of the still, in its pixels; `null` when no single one was found. */
  readonly face: Region | null;
  readonly timingsMs: { readonly total: number; readonly still: number; readonly frames: number };
};

export interface LivenessAssessor {
  /** Never throws for what a picture shows. */
  assess(capture: LivenessCapture): Promise<LivenessAssessment>;
}

/** Passive liveness of the one face in a selfie, with the burst around it where there is one. */
export async function createLivenessAssessor(
  weights: WeightStore,
  locator: FaceLocator,
  limits: LivenessThresholds = LIVENESS_THRESHOLDS,
): Promise<LivenessAssessor> {
  const network = await createLivenessNetwork(weights);
  const { texture, fusion } = readEvidence();
  const [networkWeight = 0] = fusion.weights;
  return {
    async assess({ still, frames }) {
      const start = performance.now();
      const { face, reasonCode } = await locator.locate(still);
      if (face === null) {
        const timingsMs = measureTimes(start, performance.now());
        return { ...askAgain(reasonCode), ...NOTHING_MEASURED, timingsMs };
      }
      const box = tightFaceBox(face.landmarks);
      let seen = start;
      // At once: pixels of one picture are cut out while the network looks at another.
      const [observed, burst] = await Promise.all([
        observeStill(network, still, box).finally(() => (seen = performance.now())),
        observeFrames({ locator, network }, chooseFrames(frames)),
      ]);
      const cues = weighCues(texture, observed, burst);
      const alone = toScore(fuseCues(fusion, weighCues(texture, observed, [])));
      const score = limitByStill({ still: alone, fused: toScore(fuseCues(fusion, cues)) }, limits);
      return {
        ...judgeLiveness({ box, score, image: still }, limits),
        signs: listSigns(cues, observed, { box, limits, networkWeight }),
        face: box,
        timingsMs: measureTimes(start, seen),
      };
    },
  };
}

function toScore(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}

const NOTHING_MEASURED = { signs: [], face: null };

interface Observers {
  readonly locator: FaceLocator;
  readonly network: LivenessNetwork;
}

/** Frames without one clear face say nothing: the still has been found to have one. */
async function observeFrames(
  { locator, network }: Observers,
  frames: readonly TimedFrame[],
): Promise<NetworkObservation[]> {
  const observed = await Promise.all(
    frames.map(async ({ image }) => {
      const { face } = await locator.locate(image);
      return face && (await observeFrame(network, image, tightFaceBox(face.landmarks)));
    }),
  );
  return observed.filter((observation) => observation !== null);
}

function measureTimes(start: number, seen: number): LivenessAssessment['timingsMs'] {
  const end = performance.now();
  return {
    total: Math.round(end - start),
    still: Math.round(seen - start),
    frames: Math.round(end - seen),
  };
}
