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
  /** From here a NIK that cannot exist is the document's fault and not the reading's. */
  readonly sureNikConfidence: number;
  /** Below it the print is blurred, see `measurePrint`. */
  readonly minSharpness: number;
  /** Luminance of the paper, 0 to 255, below which the picture is dark. */
  readonly minPaper: number;
  /** Pixels of the picture; smaller lines cannot be read, however sharp. */
  readonly minLineHeight: number;
}

export const KTP_THRESHOLDS: KtpThresholds = {
  /* 48 cards in 16 conditions show 11 to 13 of the 13 labels, five other documents none. */
  minLabels: 5,
  /* The sparsest of those five documents has two sure lines. */
  minLinesOfDocument: 2,
  sureLineConfidence: 0.9,
  /*
   * Lowest confidence of a correct reading on the 48 cards: NIK 0.94, name 0.98, date 0.99. Beyond
   * them, on pictures blurred until nobody can read them, wrong NIKs have 0.45 to 0.99: confidence
   * alone does not guard, a card passes only when name and date of birth are read as well. Of 75
   * further drawn cards in bad conditions 38 passed, none with any of the three wrong.
   */
  minNikConfidence: 0.75,
  minNameConfidence: 0.85,
  minDateOfBirthConfidence: 0.6,
  /* A person is rejected on it, and only on a sharp picture. */
  sureNikConfidence: 0.95,
  /* The six blurred of the 48 cards measure 0.10 to 0.15; all others 0.25 (480 px wide) to 0.56. */
  minSharpness: 0.2,
  /*
   * Only explains why too little was read. The dark of the 48 cards have 67 and read well; without
   * noise even 11 does, so darkness alone never fails a picture.
   */
  minPaper: 50,
  /*
   * Six easy cards shrunken, NIK, name and date exact: 8 px six of six, 7 px two, 6 px none, there
   * with a wrong name at 0.98.
   */
  minLineHeight: 8,
};
