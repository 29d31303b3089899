import type { Region } from '../image/region.js';

/**
 * What a capture shows of how it was made.
 *
 * - `network`: the network's own judgement over crops, and over the pictures of a burst.
 * - `texture`: what the network sees, judged by prints and displays that it was not trained on.
 * - `grid`: a regular fine structure in and around the face, a display's points or their moiré.
 */
export type LivenessSignName = 'network' | 'texture' | 'grid';

export interface LivenessSign {
  readonly name: LivenessSignName;
  /** The more, the likelier a copy of a face; each sign has its own scale. */
  readonly score: number;
  readonly threshold: number;
  /** Whether the score reaches the threshold; the verdict weighs all signs together. */
  readonly isSpoof: boolean;
  /** Where the still shows it, in its pixels. */
  readonly region: Region;
}

/** A sign as measured. */
export function toLivenessSign(
  name: LivenessSignName,
  { score, threshold, region }: Pick<LivenessSign, 'score' | 'threshold' | 'region'>,
): LivenessSign {
  const shown = Math.round(score * 10_000) / 10_000;
  return { name, score: shown, threshold, isSpoof: score >= threshold, region };
}
