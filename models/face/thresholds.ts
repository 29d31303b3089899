import type { FaceModel } from './face-embedder.js';

/** How similarities of one model and one kind of pair become scores; evidence in ADR 0022. */
export interface ScoreScale {
  /** Similarity that scores 0.5: at most one different pair in a thousand reaches it. */
  readonly operating: number;
  /** How much more similarity scores 0.8, where look-alikes end; as much less scores 0.2. */
  readonly doubt: number;
}

/** Limits of a face match. */
export interface FaceMatchThresholds {
  /** Two photographs. */
  readonly photographs: Readonly<Record<FaceModel, ScoreScale>>;
  /** The portrait on a card and a photograph: everybody is less alike there. */
  readonly portraits: Readonly<Record<FaceModel, ScoreScale>>;
  /** Scores from the first up to the second are in doubt; below 0.5 a better picture is asked for then. */
  readonly doubtful: readonly [number, number];
  /** Least distance between the eyes in pixels. */
  readonly minEyeDistancePx: number;
  /** Strength (see `EmbeddedFace`) below which a face says too little about who it is. */
  readonly minStrength: number;
  /** The same of a portrait, whose smoothing makes every face weaker. */
  readonly minPortraitStrength: number;
  readonly faults: {
    /** Sharpness (see `FaceQuality`) below which there is no telling who it is. */
    readonly minSharpness: number;
    /** What the network sees little of is, in this order: darker, softer or more turned than these. */
    readonly darkBrightness: number;
    readonly softSharpness: number;
    readonly turned: number;
  };
  /** Strength that both faces need before a mismatch is called clear. */
  readonly clearStrength: number;
}

export const FACE_MATCH_THRESHOLDS: FaceMatchThresholds = {
  /*
   * `operating`: above the most alike of 3,252 different pairs (1,822 cross pairs of nine people, 1,430
   * of theirs with 22 people of six other photographs; 2026-11-22), so that the false match rate is at
   * most 1e-3 with 95 % confidence (three by 3,252), and above the most alike of 31 pairs of women of
   * about one age side by side in one photograph. Most alike, any and women: fused 0.123 and 0.197, a
   * 0.316 and 0.371, b −0.560 and −0.551 (the women also cut out and saved again). Of 258 same pairs
   * one lies below (fused and a), a man with sunglasses; with b 14 do.
   *
   * `doubt`: beyond where 1 in 200 of such women is (normal tail: fused 0.245, a 0.421, b −0.513).
   */
  photographs: {
    fused: { operating: 0.205, doubt: 0.08 },
    a: { operating: 0.38, doubt: 0.07 },
    b: { operating: -0.55, doubt: 0.05 },
  },
  /*
   * Over 15,448 different pairs of 500 photographed cards of the `tune` split, 253 of them with several
   * faults at once, with photographs of five people (2026-11-22): at most four reach it, so that the
   * false match rate is at most 7e-4 with 95 % confidence as far as pairs are independent; nobody there
   * is a look-alike. Most alike: fused −0.050, a 0.307, b −0.570.
   */
  portraits: {
    fused: { operating: -0.08, doubt: 0.08 },
    a: { operating: 0.28, doubt: 0.07 },
    b: { operating: -0.595, doubt: 0.05 },
  },
  doubtful: [0.2, 0.8],
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
  /*
   * The 500 cards above (2026-11-22): of 49 portraits from 1.8 to 2.4, 276 of 433 same pairs still match and no
   * different one does. 40 drawn silhouettes reach 1.74 to 1.78.
   */
  minPortraitStrength: 1.8,
  /*
   * 65 photographs in 14 states (2026-11-22), 723 of them with a face found, against the same person's
   * others. `minSharpness`: all of 23 pictures below 0.05 miss and 48 of 82 from there to 0.1, where no
   * photograph as it was lies (0.11 to 0.41). Brightness down to 9 misses 4 of 38, and turns of 0.4 to
   * 0.5 miss 3 of 12: neither refuses a face by itself.
   */
  faults: { minSharpness: 0.07, darkBrightness: 25, softSharpness: 0.12, turned: 0.3 },
  clearStrength: 2.8,
};
