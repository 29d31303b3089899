import type { CrossChecks, DocumentQuality, KtpConfidence, KtpDetails } from './ktp-details.js';

type CheckOutcome = 'PASS' | 'FAIL';

/**
 * The per-flow part of Get Submission Details and of the full callback. A member is present when
 * the flow has it and the check was made.
 */
export interface SubmissionDetails {
  readonly ktpDetails?: KtpDetails;
  readonly ktpConfidence?: KtpConfidence;
  /** What the card's fields say about each other; a partner may want to look at a `WARN`. */
  readonly crossChecks?: CrossChecks;
  readonly documentQuality?: DocumentQuality;
  readonly verificationResult?: {
    readonly document?: CheckOutcome;
    readonly liveness?: CheckOutcome;
    /** Selfie against the card's portrait; in flows without a card, against the reference image. */
    readonly faceMatch?: CheckOutcome;
    /** KYC Lite with a reference image of the partner: selfie against that as well. */
    readonly referenceMatch?: CheckOutcome;
  };
  /** 0 to 1, higher is more surely a living person. */
  readonly livenessScore?: number;
  /** 0 to 1, 0.5 is the default operating point. */
  readonly faceMatchScore?: number;
  readonly referenceMatchScore?: number;
}
