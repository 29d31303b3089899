/**
 * Limits of a face match. Cosines of embedding A; evidence in ADR 0007.
 *
 * Measured 2026-11-22 with `models/bench/face.ts`: 421 labelled pairs of 9 public figures, all
 * 2,080 cross pairs of their 65 photographs, and 31 pairs of different women of about one age who
 * stand side by side in six photographs.
 */
export interface FaceMatchThresholds {
  /** From this cosine on it is a match; the score there is 0.5. */
  readonly operatingCosine: number;
  /** Below this cosine the faces clearly differ; between the two a better picture is asked for. */
  readonly mismatchCosine: number;
  /** Steepness of the score around the operating point, see `scoreOf`. */
  readonly scoreSlope: number;
  /** Least distance between the eyes in pixels. */
  readonly minEyeDistancePx: number;
  /** Strength (see `EmbeddedFace`) below which a face says nothing about who it is. */
  readonly minStrength: number;
  /** Strength that both faces need before a mismatch is called clear. */
  readonly clearStrength: number;
  /** Strength that no portrait lying on its side or head reaches. */
  readonly uprightStrength: number;
}

export const FACE_MATCH_THRESHOLDS: FaceMatchThresholds = {
  /*
   * The rule: at most 1 false match in 10,000 between any two people (mean −0.003, standard
   * deviation 0.105: from 0.39) and at most 1 in 200 between people who look alike (the women:
   * mean 0.107, standard deviation 0.122: from 0.42), by the normal tail; the stricter holds.
   * Highest seen between known different people: 0.36. At 0.42 no pair of 1,822 matches falsely
   * and 1.6 % of 258 same pairs are missed, all with one man in sunglasses.
   */
  operatingCosine: 0.42,
  /*
   * Nobody is rejected at once where a poor picture explains it: the lowest same pair is 0.33
   * (sunglasses) and printed portraits lie lower than photographs. 0.7 % of different pairs reach
   * 0.25; they are asked again.
   */
  mismatchCosine: 0.25,
  /* 14: a cosine of 0.33 scores 0.22, one of 0.25 scores 0.08, one of 0.61 scores 0.93. */
  scoreSlope: 14,
  /*
   * The 50 LFW photographs scaled down, matched against the full ones: missed pairs 2.4 % at 24 px
   * between the eyes, 3.3 % at 18, 4.4 % at 14, 13.8 % at 11. No false match at any size.
   */
  minEyeDistancePx: 16,
  /*
   * The 50 LFW photographs as they are, blurred, scaled down, compressed and half covered, each
   * against the same person's others: of 52 pictures under 2.4, 49 miss; of 197 from 3.0 on, 13
   * miss and none falls under 0.25; between 2.8 and 3.0 4 of 28 do. The weakest original has 2.6.
   */
  minStrength: 2.4,
  clearStrength: 2.8,
  /* Six portraits on 34 drawn cards in 12 turns each: wrong turns stay under 3.0. */
  uprightStrength: 3.2,
};
