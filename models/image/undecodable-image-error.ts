export type UndecodableReason = 'NOT_AN_IMAGE' | 'TRUNCATED' | 'TOO_LARGE' | 'TOO_SMALL';

const MESSAGES: Readonly<Record<UndecodableReason, string>> = {
  NOT_AN_IMAGE: 'not a JPEG, PNG or WebP image',
  TRUNCATED: 'the image is truncated or damaged',
  TOO_LARGE: 'the image is over 10 MB, 50 megapixels or 12,000 pixels on a side',
  TOO_SMALL: 'the image is under 64 pixels on a side',
};

/** The bytes cannot be used as a photograph. The message holds nothing of them. */
export class UndecodableImageError extends Error {
  override readonly name = 'UndecodableImageError';
  readonly reason: UndecodableReason;

  constructor(reason: UndecodableReason, options?: ErrorOptions) {
    super(MESSAGES[reason], options);
    this.reason = reason;
  }
}
