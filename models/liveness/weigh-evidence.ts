import type { Evidence } from './evidence.js';
import type { NetworkObservation, StillObservation } from './observe-face.js';

/** What speaks for a living face: log odds, and a measure brought to a fitting scale. */
export interface Weighed {
  readonly network: number;
  /** By how much to correct them. */
  readonly texture: number;
  /** A logarithm: what counts is by how many times a grid exceeds the usual. */
  readonly grid: number;
}

/** The means over still and burst: single pictures move by more than what they show. */
export function weighCues(
  texture: Evidence['texture'],
  still: StillObservation,
  frames: readonly NetworkObservation[],
): Weighed {
  const seen = [still, ...frames];
  const mean = (read: (observation: NetworkObservation) => number) =>
    seen.reduce((sum, observation) => sum + read(observation), 0) / seen.length;
  return {
    network: mean(({ odds }) => odds),
    texture: mean(({ features }) => Math.min(applyLinear(texture, features), texture.ceiling)),
    grid: Math.log(still.grid + 1),
  };
}

/** 0 to 1, higher is livelier. */
export function fuseCues(fusion: Evidence['fusion'], cues: Weighed): number {
  return toProbability(applyLinear(fusion, listCues(cues)));
}

/** In the order of the fusion's weights. */
export function listCues({ network, texture, grid }: Weighed): number[] {
  return [network, texture, grid];
}

export function toProbability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The weighted sum of some values. */
export function applyLinear(
  { bias, weights }: Evidence['fusion'],
  values: ArrayLike<number>,
): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), bias);
}
