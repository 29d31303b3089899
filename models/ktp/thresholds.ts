/**
 * Limits of a reading; figures and commands in ADR 0011. All were measured on drawn cards, so they
 * are first values: photographs of real cards will move them.
 */
export interface KtpThresholds {
  /** Labels of the card, in order and in one column, that make a document a KTP. */
  readonly minLabels: number;
  /** Sure lines from which something that is no KTP counts as another document. */
  readonly minLinesOfDocument: number;
  /** Confidence from which a line is sure. */
  readonly sureLineConfidence: number;
  readonly minNikConfidence: number;
  readonly minNameConfidence: number;
  readonly minDateOfBirthConfidence: number;
  /** From here a NIK that cannot exist is the document's fault and not the reading's; see `impossibleNik`. */
  readonly sureNikConfidence: number;
  /** Below it the print is blurred, see `measurePrint`. */
  readonly minSharpness: number;
  /** Luminance of the paper, 0 to 255, below which the picture is dark. */
  readonly minPaper: number;
  /** Luminance of the paper below which nothing that was read is passed on. */
  readonly minReadableLuminance: number;
  /** Pixels of the picture; smaller lines cannot be read, however sharp. */
  readonly minLineHeight: number;
  /** From here the sharpness depends on the direction as a shaken picture's does. */
  readonly maxMotion: number;
  /** Share of the light that ink does not take away, or of the picture that is white. */
  readonly maxOverexposure: number;
  /** Share of the card's width or height by which print may lie beyond the picture. */
  readonly maxCropDepth: number;
  /** Lines cut by one border of a picture on which no whole card was found. */
  readonly maxCutLines: number;
  /** Letters of one value, by its own height, that may be hidden by glare or a finger. */
  readonly maxHiddenLetters: number;
  /** Colour of a card, see `measureColour`, below which it is a grey copy. */
  readonly minColour: number;
  /** See `measureGrid`. */
  readonly maxGrid: number;
  /** Share of the portrait's place that may be bare paper. */
  readonly maxBarePortrait: number;
  /** Degrees by which the portrait may be turned against the rows of text. */
  readonly maxPortraitTurn: number;
  /** See `measureCorners`. */
  readonly maxSquareness: number;
}

export const KTP_THRESHOLDS: KtpThresholds = {
  /* 48 cards in 16 conditions show 11 to 13 of the 13 labels, five other documents none. */
  minLabels: 5,
  /* The sparsest of those five documents has two sure lines. */
  minLinesOfDocument: 2,
  sureLineConfidence: 0.9,
  /*
   * Calibrated confidences. On 321 drawn cards that the fit had not seen, right of all read below
   * 0.8, up to 0.9, and above: NIK 5 of 5, 7 of 8, 298 of 298; name 3 of 12, 7 of 7, 277 of 286; date
   * 0 of 0, 2 of 3, 298 of 300. From 0.8 a value is more likely right than a second picture better.
   */
  minNikConfidence: 0.8,
  minNameConfidence: 0.8,
  minDateOfBirthConfidence: 0.8,
  /*
   * Of `InterpretedCard.impossibleNik`; a person is rejected on it, and only on a sharp picture. Drawn cards of
   * the tune split (2026-11-23): where an impossible NIK was printed and no digit alone explains it 0.955
   * to 0.985 on all but one of 85; of NIKs misread as impossible by two digits 0.84 at most.
   */
  sureNikConfidence: 0.95,
  /*
   * Only explains why too little was read. Of 110 cards of the tune split that were read, one is
   * below (0.159), twelve between it and 0.2, whose NIK, name and date are right in all but one name;
   * of ten that were not, two are below and four between, so that no limit parts them. Beyond use is
   * 0.11 to 0.14.
   */
  minSharpness: 0.16,
  /*
   * Only explains why too little was read. The dark of the 48 cards have 67 and read well, and those
   * beyond use of the tune split 9 to 19.
   */
  minPaper: 50,
  /*
   * Six specimens at a fiftieth of their light have 5: half of them pass, two with a wrong date or name at
   * 0.85 to 0.89.
   */
  minReadableLuminance: 8,
  /*
   * Six easy cards shrunken, NIK, name and date exact: 8 px six of six, 7 px two, 6 px none, there
   * with a wrong name at 0.98.
   */
  minLineHeight: 8,
  /*
   * The signs below were set on the 48 cards, on specimens of seeds 500 to 505 in all conditions, and
   * on 225 cards of the generator's tune split; their rates are in docs/benchmarks.md.
   */
  /*
   * Shaken beyond reading 0.56 and more; 30 photographs of faces 0.12 to 0.50. In print that can be
   * read it reaches 0.66, and then it is no matter.
   */
  maxMotion: 0.55,
  /*
   * Overexposed cards have paper at 255 and ink 15 to 35 below it (0.86 to 0.94), or no print and
   * nothing but white (1.00). Cards that are bright and can be read 0.27 at most; the faded ones
   * have paper at 235, and a copy on white paper fills 0.35 with white.
   */
  maxOverexposure: 0.75,
  /*
   * Whole cards measure 0.00, those whose empty edge is cut 0.03 at most, those that lost fields
   * 0.28 and more.
   */
  maxCropDepth: 0.06,
  /* Cut cards have 6 to 11 such lines, whole ones none. */
  maxCutLines: 4,
  /*
   * Mild glare that leaves print to read hides 0.5 at most, specks of a copier 0.75; a lamp over the
   * values 1.8 and more, a finger 2 and more. Of 32 values on 12 specimens that this limit marks, 24
   * were read wrong, 23 of them at a confidence of 0.9 or more; of 72 others 4.
   */
  maxHiddenLetters: 0.9,
  /* Grey copies have 0.001 to 0.012, faded cards 0.117 and more, most others 0.35 and more. */
  minColour: 0.04,
  /* Displays measure 870 to 11,700, 200 other cards 3 to 84. */
  maxGrid: 300,
  /* Portraits, silhouettes and white shirts leave 0.42 at most. */
  maxBarePortrait: 0.85,
  /*
   * 112 cards of the tune split without a forgery, and 24 with photographs for portraits, measure
   * 1.2 at most, nearly all below 0.5. Portraits glued on measure the angle they were glued on at,
   * 11 of 15 at 1.7 degrees and more 2.1 to 5.7.
   */
  maxPortraitTurn: 2,
  /*
   * 103 of the same cards, whose corners can be seen, measure 0.41 at most; of 13 prints cut from
   * paper 11 measure 0.81 to 0.97, two 0.05 and 0.19, where one corner was found badly.
   */
  maxSquareness: 0.7,
};
