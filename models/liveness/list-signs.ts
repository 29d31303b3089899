import { enlargeRegion, type Region } from '../image/region.js';
import { GRID_REACH } from './cues/measure-face-grid.js';
import { toLivenessSign, type LivenessSign } from './liveness-sign.js';
import type { StillObservation } from './observe-face.js';
import type { LivenessThresholds } from './thresholds.js';
import { toProbability, type Weighed } from './weigh-evidence.js';

export interface SignContext {
  readonly box: Region;
  readonly limits: LivenessThresholds;
  /** What the network's log odds count for; `texture` corrects them by that much. */
  readonly networkWeight: number;
}

/** Everything that was measured, as it is shown and stored. */
export function listSigns(
  cues: Weighed,
  still: StillObservation,
  { box, limits, networkWeight }: SignContext,
): LivenessSign[] {
  const corrected = cues.network * networkWeight + cues.texture;
  const half = { threshold: 0.5, region: box };
  return [
    toLivenessSign('network', { ...half, score: toProbability(-cues.network) }),
    toLivenessSign('texture', { ...half, score: toProbability(-corrected) }),
    toLivenessSign('grid', {
      score: still.grid,
      threshold: limits.gridSign,
      region: enlargeRegion(box, GRID_REACH),
    }),
  ];
}
