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
  /*
   * 48 development cards in 16 conditions show 11 to 13 of the 13 labels, five other documents 0.
   * A family register or a driving licence shares up to 9 words with the card but not its column.
   */
  minLabels: 5,
  /* The sparsest of the five other documents has two lines of text. */
  minLinesOfDocument: 2,
  sureLineConfidence: 0.9,
  /*
   * Lowest confidence of a correct reading on the 48: NIK 0.97, name 0.96, date 0.95. On the six
   * easy ones blurred (Gaussian, 2 to 7 px), shrunken (to 260 px) and darkened: the only wrong NIK
   * had 0.58, right ones from 0.83; right dates from 0.64; wrong names lacked a space.
   */
  minNikConfidence: 0.75,
  minNameConfidence: 0.85,
  minDateOfBirthConfidence: 0.6,
  /* A person is rejected on it, so it lies where no wrong digit was seen. */
  sureNikConfidence: 0.95,
  /* Median of the six blurred development cards 0.10 to 0.15; all others 0.25 (480 px) to 0.56. */
  minSharpness: 0.2,
  /*
   * Only explains why too little was read. Dark development cards have 67 and read well; without
   * noise even 11 does, so darkness alone never fails a picture.
   */
  minPaper: 50,
  /* The six easy cards shrunken: at 9 px and more all read, at 7 px three of six. */
  minLineHeight: 9,
};
