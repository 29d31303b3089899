import type { RasterImage } from '../image/raster-image.js';
import type { Region } from '../image/region.js';
import { measureFaceGrid } from './cues/measure-face-grid.js';
import type { LivenessNetwork, NetworkView } from './liveness-network.js';

/**
 * The two enlargements that are looked at: the face with a rim, where print and display show best,
 * and the 2.7 that the network was trained on, where their edges do.
 */
const CLOSE = 1.5;
const TRAINED = 2.7;

/** What the network sees in one picture. */
export interface NetworkObservation {
  /** Log odds of a living face by the network's own judgement, ±8 at most. */
  readonly odds: number;
  /** What its last layer saw in the close crop and in the one it was trained on. */
  readonly features: Float64Array;
}

/** What is measured in the still besides. */
export interface StillObservation extends NetworkObservation {
  /** See `measureFaceGrid`. */
  readonly grid: number;
}

/** @param box see `tightFaceBox` */
export async function observeStill(
  network: LivenessNetwork,
  image: RasterImage,
  box: Region,
): Promise<StillObservation> {
  const [close, views] = await Promise.all([
    network.view(image, box, CLOSE),
    network.viewBothWays(image, box, TRAINED),
  ]);
  return { ...summarise(close, views), grid: measureFaceGrid(image, box) };
}

/** A picture of the burst: the crops alone, unmirrored, because there are several of them. */
export async function observeFrame(
  network: LivenessNetwork,
  image: RasterImage,
  box: Region,
): Promise<NetworkObservation> {
  const [close, trained] = await Promise.all([
    network.view(image, box, CLOSE),
    network.view(image, box, TRAINED),
  ]);
  return summarise(close, [trained]);
}

function summarise(close: NetworkView, trained: readonly NetworkView[]): NetworkObservation {
  const odds = [close, ...trained].map(({ live }) => toOdds(live));
  const length = close.features.length;
  const features = new Float64Array(length * 2);
  features.set(close.features);
  for (const view of trained) {
    for (const [at, value] of view.features.entries()) {
      features[length + at] = (features[length + at] ?? 0) + value / trained.length;
    }
  }
  return { odds: odds.reduce((sum, value) => sum + value, 0) / odds.length, features };
}

const MAX_ODDS = 8;

function toOdds(probability: number): number {
  const odds = Math.log(probability / (1 - probability));
  return Math.min(Math.max(odds, -MAX_ODDS), MAX_ODDS);
}
