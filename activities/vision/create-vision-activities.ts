import type { AssessmentSign } from '../../contract/assessment-sign.js';
import type { CaptureRef } from '../../contract/capture.js';
import type { CheckVerdict } from '../../contract/check-verdict.js';
import { DocumentType, type CheckName } from '../../contract/flow.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import type { Assessment, AssessmentStore } from '../../db/assessment-store.js';
import type { FaceSign } from '../../models/face/face-sign.js';
import type {
  AttemptInput,
  FaceMatchCheckInput,
  KtpCheckInput,
  LivenessCheckInput,
  ReferenceMatchCheckInput,
  VisionActivities,
} from '../activity-types.js';
import { guardActivity } from '../failure.js';
import { applyMinScore } from './apply-min-score.js';
import { assessSelfie, type SelfieDependencies } from './assess-selfie.js';
import { loadCapture, type CaptureSource } from './load-capture.js';
import { loadSelfie } from './load-selfie.js';
import { shareCaptures } from './share-captures.js';
import { toCheckVerdict } from './to-check-verdict.js';
import type { VisionModels } from './vision-models.js';

export interface VisionDependencies
  extends CaptureSource, Pick<SelfieDependencies, 'captureNonces' | 'fingerprints'> {
  readonly models: VisionModels;
  readonly assessments: Pick<AssessmentStore, 'saveAssessment'>;
}

/** The verdict goes to the workflow, the rest to the database. */
interface Finding extends Pick<Assessment, 'score' | 'signs' | 'documentQuality' | 'ktp'> {
  readonly verdict: CheckVerdict;
}

const NOTHING_MEASURED = { score: null, signs: null, documentQuality: null, ktp: null };

/** Fetch, call a model, store, answer a small verdict. The judgement itself is the models'. */
export function createVisionActivities(dependencies: VisionDependencies): VisionActivities {
  const withCaptures = shareCaptures(dependencies);
  const check = <Input extends AttemptInput>(
    find: (dependencies: VisionDependencies, input: Input) => Promise<Finding>,
  ) =>
    guardActivity(async (input: Input) => {
      const startedAt = performance.now();
      const finding = await withCaptures(({ captures, models: { decodeImage } }) =>
        find({ ...dependencies, captures, models: { ...dependencies.models, decodeImage } }, input),
      );
      const durationMs = Math.round(performance.now() - startedAt);
      await dependencies.assessments.saveAssessment(toAssessment(input, finding, durationMs));
      return finding.verdict;
    });
  return {
    readKtp: check(findInKtp),
    assessLiveness: check(findInSelfie),
    matchFace: check(findInBoth),
    matchReference: check(findInReference),
  };
}

async function findInKtp(from: VisionDependencies, { ktp }: KtpCheckInput): Promise<Finding> {
  const { image, unusable } = await loadCapture(from, ktp);
  if (image === null) return askAgain('DOCUMENT', unusable, DocumentType.KTP);
  const reading = await from.models.ktpReader.read(image);
  const { ktpDetails, ktpConfidence, crossChecks, fields, documentQuality } = reading;
  return {
    verdict: toCheckVerdict('DOCUMENT', reading, [DocumentType.KTP]),
    score: null,
    signs: null,
    documentQuality,
    ktp: { ktpDetails, ktpConfidence, crossChecks, fields },
  };
}

async function findInSelfie(from: VisionDependencies, input: LivenessCheckInput): Promise<Finding> {
  const { selfie, unusable } = await loadSelfie(from, input.selfie);
  if (selfie === null) return askAgain('LIVENESS', unusable, DocumentType.SELFIE);
  const { verdict, score, signs } = await assessSelfie(from, input, selfie);
  return {
    ...NOTHING_MEASURED,
    verdict: toCheckVerdict('LIVENESS', verdict, [DocumentType.SELFIE]),
    score,
    signs,
  };
}

function findInBoth(from: VisionDependencies, input: FaceMatchCheckInput): Promise<Finding> {
  const { ktp, selfie, minScore = null } = input;
  const { matchPortrait } = from.models.faceMatcher;
  return compareFaces(from, { check: 'FACE_MATCH', known: ktp, selfie, minScore }, matchPortrait);
}

function findInReference(
  from: VisionDependencies,
  { reference, selfie, minScore = null }: ReferenceMatchCheckInput,
): Promise<Finding> {
  const pair = { check: 'REFERENCE_MATCH', known: reference, selfie, minScore } as const;
  return compareFaces(from, pair, from.models.faceMatcher.match);
}

interface FacePair {
  readonly check: CheckName;
  /** The card or the reference image. */
  readonly known: CaptureRef;
  readonly selfie: CaptureRef;
  readonly minScore: number | null;
}

async function compareFaces(
  from: VisionDependencies,
  { check, known, selfie, minScore }: FacePair,
  match: VisionModels['faceMatcher']['match'],
): Promise<Finding> {
  const [a, b] = await Promise.all([loadCapture(from, known), loadCapture(from, selfie)]);
  if (a.image === null) return askAgain(check, a.unusable, known.documentType);
  if (b.image === null) return askAgain(check, b.unusable, selfie.documentType);
  const matched = await match(a.image, b.image);
  // In doubt the selfie is taken again: the portrait on the card does not get better.
  const retaken = matched.unusable === 'a' ? known.documentType : selfie.documentType;
  const score = matched.faceMatchScore;
  const judged = applyMinScore(matched, score, { minScore, reasonCode: 'FACE_MATCH_FAILED' });
  return {
    ...NOTHING_MEASURED,
    verdict: toCheckVerdict(check, judged, [retaken]),
    score,
    signs: matched.signs.map(toStoredSign),
  };
}

/** Such as `known-sharpness` of the card or reference image, and `selfie-sharpness`. */
function toStoredSign({ picture, name, score, threshold, isFault }: FaceSign): AssessmentSign {
  const whose = picture === 'a' ? 'known' : 'selfie';
  return { name: `${whose}-${name}`, score, threshold, isAgainst: isFault };
}

function askAgain(check: CheckName, reasonCode: ReasonCode, capture: DocumentType): Finding {
  return {
    ...NOTHING_MEASURED,
    verdict: { check, verdict: 'RETRY', reasonCode, captures: [capture] },
  };
}

function toAssessment(
  { submissionId, attempt }: AttemptInput,
  { verdict, ...measured }: Finding,
  durationMs: number,
): Assessment {
  return {
    submissionId,
    attempt,
    check: verdict.check,
    verdict: verdict.verdict,
    reasonCode: verdict.verdict === 'PASS' ? null : verdict.reasonCode,
    ...measured,
    durationMs,
  };
}
