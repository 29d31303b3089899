import type { Region } from '../image/region.js';

/**
 * What a capture shows of how it was made.
 *
 * - `network`: the single-frame network over crops of the still.
 */
export type LivenessSignName = 'network';

export interface LivenessSign {
  readonly name: LivenessSignName;
  /** The more, the likelier a copy of a face; each sign has its own scale. */
  readonly score: number;
  readonly threshold: number;
  /** Whether the score reaches the threshold. */
  readonly isSpoof: boolean;
  /** Where the still shows it, in its pixels; `null` where it is the whole picture. */
  readonly region: Region | null;
}

/** A sign as measured. */
export function toLivenessSign(
  name: LivenessSignName,
  { score, threshold, region }: Pick<LivenessSign, 'score' | 'threshold' | 'region'>,
): LivenessSign {
  return { name, score: round(score), threshold, isSpoof: score >= threshold, region };
}

function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
