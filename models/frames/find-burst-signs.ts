import type { RasterImage } from '../image/raster-image.js';
import { isAroundShutter } from '../liveness/choose-frames.js';
import type { TimedFrame } from '../liveness/timed-frame.js';
import type { BurstSign, BurstSignName } from './burst-sign.js';
import { isSamePicture } from './frame-difference.js';
import { measureSpread } from './measure-spread.js';
import { mapInLanes } from './map-in-lanes.js';
import { compareScenes, viewScene, type SceneView } from './scene-likeness.js';
import { BURST_THRESHOLDS, type BurstThresholds } from './thresholds.js';

export interface Burst {
  readonly still: RasterImage;
  readonly frames: readonly TimedFrame[];
}

/** What still and frames show in the coarse. */
export interface BurstScenes {
  readonly still: SceneView;
  readonly frames: readonly SceneView[];
}

export async function viewBurst({ still, frames }: Burst): Promise<BurstScenes> {
  const [first, ...views] = await mapInLanes(
    [still, ...frames.map(({ image }) => image)],
    viewScene,
  );
  if (first === undefined) throw new RangeError('A burst has a still.');
  return { still: first, frames: views };
}

/**
 * Signs that the pictures of a burst were not taken one after the other by a camera. All four for every
 * burst; none for a still alone.
 *
 * @param scenes where they are seen already, see `viewBurst`
 */
export async function findBurstSigns(
  { still, frames }: Burst,
  scenes?: BurstScenes,
): Promise<readonly BurstSign[]> {
  if (frames.length === 0) return [];
  const limits = BURST_THRESHOLDS;
  const seen = scenes ?? (await viewBurst({ still, frames }));
  const { frozen, repeated } = countSame(frames, limits);
  const steps = Math.max(frames.length - 1, 1);
  return [
    toSign('frozen-frames', frozen / steps, limits.frozenShare),
    toSign('repeated-frames', repeated, limits.repeatedFrames),
    toSign('impossible-timing', countImpossibleSteps(frames, limits), limits.impossibleSteps),
    toSign('foreign-still', measureForeignStill(seen, frames), limits.foreignStill),
  ];
}

/**
 * Frames like the one before them, and frames like an earlier one after something else was seen. Of a covered
 * lens no frame comes again: black is like black once JPEG has smoothed its noise.
 */
function countSame(
  frames: readonly TimedFrame[],
  { maxSameDifference, minSpread }: BurstThresholds,
) {
  let [frozen, repeated] = [0, 0];
  for (const [index, { image }] of frames.entries()) {
    const isLike = (other: TimedFrame) => isSamePicture(other.image, image, maxSameDifference);
    const before = frames[index - 1];
    if (before === undefined) continue;
    if (isLike(before)) frozen += 1;
    else if (frames.slice(0, index - 1).some(isLike) && measureSpread(image) >= minSpread)
      repeated += 1;
  }
  return { frozen, repeated };
}

function countImpossibleSteps(
  frames: readonly TimedFrame[],
  { minStepMs, maxStepMs }: BurstThresholds,
): number {
  return frames.slice(1).filter(({ atMs }, index) => {
    const step = atMs - (frames[index]?.atMs ?? 0);
    return !(step >= minStepMs && step <= maxStepMs);
  }).length;
}

/**
 * 0 where the still shows the scene of the frames around the shutter, up to 2. The least alike of them counts:
 * one that repeats the still must not vouch for others that show somebody else.
 */
function measureForeignStill(scenes: BurstScenes, frames: readonly TimedFrame[]): number {
  const startMs = frames[0]?.atMs ?? 0;
  const around = scenes.frames.filter((_, at) => isAroundShutter(frames[at]?.atMs ?? 0, startMs));
  return 1 - Math.min(...around.map((view) => compareScenes(scenes.still, view)));
}

function toSign(name: BurstSignName, score: number, threshold: number): BurstSign {
  const rounded = Math.round(score * 10_000) / 10_000;
  return { name, score: rounded, threshold, isSpoof: score >= threshold };
}
