import type { CheckVerdict } from '../../contract/check-verdict.js';
import { DocumentType, type CheckName } from '../../contract/flow.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import type { Assessment, AssessmentStore } from '../../db/assessment-store.js';
import type {
  AttemptInput,
  FaceMatchCheckInput,
  KtpCheckInput,
  LivenessCheckInput,
  VisionActivities,
} from '../activity-types.js';
import { guardActivity } from '../failure.js';
import { loadCapture, type CaptureSource } from './load-capture.js';
import { toCheckVerdict } from './to-check-verdict.js';
import type { VisionModels } from './vision-models.js';

export interface VisionDependencies extends CaptureSource {
  readonly models: VisionModels;
  readonly assessments: Pick<AssessmentStore, 'saveAssessment'>;
}

/** The verdict goes to the workflow, the rest to the database. */
interface Finding extends Pick<Assessment, 'score' | 'documentQuality' | 'ktp'> {
  readonly verdict: CheckVerdict;
}

const NOTHING_MEASURED = { score: null, documentQuality: null, ktp: null };

/** Fetch, call a model, store, answer a small verdict. The judgement itself is the models'. */
export function createVisionActivities(dependencies: VisionDependencies): VisionActivities {
  const check = <Input extends AttemptInput>(
    find: (dependencies: VisionDependencies, input: Input) => Promise<Finding>,
  ) =>
    guardActivity(async (input: Input) => {
      const startedAt = performance.now();
      const finding = await find(dependencies, input);
      const durationMs = Math.round(performance.now() - startedAt);
      await dependencies.assessments.saveAssessment(toAssessment(input, finding, durationMs));
      return finding.verdict;
    });
  return {
    readKtp: check(findInKtp),
    assessLiveness: check(findInSelfie),
    matchFace: check(findInBoth),
  };
}

async function findInKtp(from: VisionDependencies, { ktp }: KtpCheckInput): Promise<Finding> {
  const { image, unusable } = await loadCapture(from, ktp);
  if (image === null) return askAgain('DOCUMENT', unusable, DocumentType.KTP);
  const reading = await from.models.ktpReader.read(image);
  const { ktpDetails, ktpConfidence, documentQuality } = reading;
  return {
    verdict: toCheckVerdict('DOCUMENT', reading, [DocumentType.KTP]),
    score: null,
    documentQuality,
    ktp: { ktpDetails, ktpConfidence },
  };
}

async function findInSelfie(
  from: VisionDependencies,
  { selfie }: LivenessCheckInput,
): Promise<Finding> {
  const { image, unusable } = await loadCapture(from, selfie);
  if (image === null) return askAgain('LIVENESS', unusable, DocumentType.SELFIE);
  const assessed = await from.models.livenessAssessor.assess(image);
  return {
    ...NOTHING_MEASURED,
    verdict: toCheckVerdict('LIVENESS', assessed, [DocumentType.SELFIE]),
    score: assessed.livenessScore,
  };
}

async function findInBoth(
  from: VisionDependencies,
  { ktp, selfie }: FaceMatchCheckInput,
): Promise<Finding> {
  const [card, face] = await Promise.all([loadCapture(from, ktp), loadCapture(from, selfie)]);
  if (card.image === null) return askAgain('FACE_MATCH', card.unusable, DocumentType.KTP);
  if (face.image === null) return askAgain('FACE_MATCH', face.unusable, DocumentType.SELFIE);
  const match = await from.models.faceMatcher.matchPortrait(card.image, face.image);
  // In doubt the selfie is taken again: the portrait on the card does not get better.
  const retaken = match.unusable === 'a' ? DocumentType.KTP : DocumentType.SELFIE;
  return {
    ...NOTHING_MEASURED,
    verdict: toCheckVerdict('FACE_MATCH', match, [retaken]),
    score: match.faceMatchScore,
  };
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
