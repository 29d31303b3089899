import type {
  CrossChecks,
  DocumentQuality,
  FieldTraces,
  KtpConfidence,
  KtpDetails,
} from '../../contract/ktp-details.js';
import type { CardSign } from '../card/card-sign.js';
import type { TextLine } from '../card/text-line.js';
import type { Quad } from '../image/homography.js';
import type { ConfidenceFeatures } from './interpret-card.js';
import type { Judgement } from '../../contract/judgement.js';
import type { CardSlots, Slot } from './layout/card-slots.js';

/** Everything that is known of one photograph of a card. */
export type KtpReading = Judgement & {
  readonly isKtp: boolean;
  /** All `null` when it is no KTP. */
  readonly ktpDetails: KtpDetails;
  readonly ktpConfidence: KtpConfidence;
  /** What each value was made of, and why it was changed. */
  readonly fields: FieldTraces;
  /** What the fields say about each other; only those that could be checked. */
  readonly crossChecks: CrossChecks;
  /** What the confidences were computed from, for the fit of `npm run calibrate:ktp`. */
  readonly features: ConfidenceFeatures;
  readonly documentQuality: DocumentQuality;
  /** Everything that was measured about the picture and the card, with where it shows. */
  readonly signs: readonly CardSign[];
  /** Share of each value, 0 to 1, that glare or a finger hides; absent where none is hidden. */
  readonly coverage: ReadonlyMap<Slot, number>;
  /** Every line that was read, label or value, with where it stands. */
  readonly lines: readonly TextLine[];
  /** Which of the lines hold which value. */
  readonly slots: CardSlots;
  /** The card's corners in the picture, which they may lie beyond; `null` when too little was read. */
  readonly outline: Quad | null;
  readonly timingsMs: {
    readonly total: number;
    /** Finding the lines. */
    readonly detect: number;
    /** Reading all of them, and deciding which way up they are. */
    readonly scan: number;
    /** Finding the card's edges, and measuring how well it can be seen; goes on during `read`. */
    readonly inspect: number;
    /** Reading the unsure values a second time, and making sense of them. */
    readonly read: number;
  };
};
