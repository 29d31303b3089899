import type {
  CrossChecks,
  DocumentQuality,
  FieldTraces,
  KtpConfidence,
  KtpDetails,
} from '../../contract/ktp-details.js';
import type { AskedMovements } from '../../contract/challenge.js';
import type { Judgement } from '../../contract/judgement.js';
import type { RasterImage } from '../../models/image/raster-image.js';
import type { Region } from '../../models/image/region.js';
import type { LivenessCapture } from '../../models/liveness/liveness-capture.js';
import type { FaceSign } from '../../models/face/face-sign.js';
import type { LivenessSign } from '../../models/liveness/liveness-sign.js';

/** What the vision activities need of `models/`, loaded once by the worker. */
export interface VisionModels {
  /** @throws UndecodableImageError */
  decodeImage(bytes: Uint8Array, limits?: { readonly maxPixels?: number }): Promise<RasterImage>;
  readonly ktpReader: {
    read(image: RasterImage): Promise<
      Judgement & {
        readonly ktpDetails: KtpDetails;
        readonly ktpConfidence: KtpConfidence;
        readonly crossChecks: CrossChecks;
        readonly fields: FieldTraces;
        readonly documentQuality: DocumentQuality;
      }
    >;
  };
  readonly livenessAssessor: {
    assess(capture: LivenessCapture): Promise<
      Judgement & {
        readonly livenessScore: number | null;
        readonly isInDoubt: boolean;
        /** Null where no single face was found; one that is too small or too close has no score. */
        readonly face: Region | null;
        readonly signs: readonly LivenessSign[];
      }
    >;
  };
  readonly challengeAssessor: {
    assess(answer: ChallengeCapture): Promise<{
      readonly isAnswered: boolean;
      readonly evidence: { readonly criteria: readonly ChallengeCriterion[] };
      /** Those of every burst, see `findBurstSigns`, among them. */
      readonly signs: readonly PictureSign[];
    }>;
  };
  readonly pictures: PictureModels;
  readonly faceMatcher: {
    /** Any two photographs of one person each. */
    match: MatchFaces;
    /** The portrait on a card against a selfie. */
    matchPortrait: MatchFaces;
  };
}

/** A measured sign; its name is open. */
export type PictureSign = Omit<LivenessSign, 'name' | 'region'> & { readonly name: string };

/** What an answer needs. */
export interface ChallengeCriterion {
  readonly name: string;
  readonly score: number;
  readonly threshold: number;
  readonly isMet: boolean;
}

/** An answer to a challenge. */
interface ChallengeCapture extends LivenessCapture, AskedMovements {}

/** What tells pictures apart, without a network. */
interface PictureModels {
  /** Hex digits of what the picture looks like. */
  readonly fingerprintOf: (image: RasterImage) => Promise<string>;
  /** The same of the mirror image. */
  readonly mirrorFingerprint: (fingerprint: string) => string;
  /** In how many bits the same picture may differ, encoded or sized another time. */
  readonly nearCopyDistance: number;
  /** What no camera takes. */
  readonly findBurstSigns: (capture: LivenessCapture) => Promise<readonly PictureSign[]>;
}

/** `unusable` names the picture without a usable face. */
type MatchFaces = (
  a: RasterImage,
  b: RasterImage,
) => Promise<
  Judgement & {
    readonly faceMatchScore: number | null;
    readonly unusable: 'a' | 'b' | null;
    readonly signs: readonly FaceSign[];
  }
>;
