import { enlargeRegion, type Region } from '../image/region.js';
import { GRID_REACH } from './cues/measure-face-grid.js';
import { toLivenessSign, type LivenessSign } from './liveness-sign.js';
import type { StillObservation } from './observe-face.js';
import type { LivenessThresholds } from './thresholds.js';
import { toProbability, type Weighed } from './weigh-evidence.js';

/** Everything that was measured, as it is shown and stored. */
export function listSigns(
  cues: Weighed,
  still: StillObservation,
  { box, limits }: { readonly box: Region; readonly limits: LivenessThresholds },
): LivenessSign[] {
  const half = { threshold: 0.5, region: box };
  return [
    toLivenessSign('network', { ...half, score: toProbability(-cues.network) }),
    toLivenessSign('texture', { ...half, score: toProbability(-cues.texture) }),
    toLivenessSign('grid', {
      score: still.grid,
      threshold: limits.gridSign,
      region: enlargeRegion(box, GRID_REACH),
    }),
    toLivenessSign('ripple', { score: still.ripple, threshold: limits.rippleSign, region: box }),
  ];
}
