import { ApplicationFailure } from '@temporalio/workflow';
import type { Challenge } from '../contract/challenge.js';
import type { CheckVerdict } from '../contract/check-verdict.js';
import type { CaptureRef } from '../contract/capture.js';
import { CheckName, DocumentType } from '../contract/flow.js';
import type { SubmissionPolicy } from '../contract/submission-policy.js';
import { vision } from './activity-proxies.js';
import type { CaptureGate } from './capture-gate.js';

export interface CheckMeans {
  readonly policy: SubmissionPolicy;
  /** The reference image, on its way; waited for by the check that needs it alone. */
  readonly reference: Promise<CaptureRef | undefined>;
}

/** Makes the named checks of the attempt side by side: one hop, whatever their number. */
export function makeChecks(
  gate: CaptureGate,
  checks: readonly CheckName[],
  means: CheckMeans,
): Promise<CheckVerdict[]> {
  return Promise.all(checks.map((check) => makeCheck(gate, check, means)));
}

async function makeCheck(
  gate: CaptureGate,
  check: CheckName,
  { policy, reference }: CheckMeans,
): Promise<CheckVerdict> {
  const { submissionId, attempt } = gate;
  const { thresholds } = policy;
  const place = { submissionId, attempt };
  const summary = `attempt ${String(attempt)}`;
  const ktp = () => findCapture(gate, DocumentType.KTP);
  const selfie = () => findCapture(gate, DocumentType.SELFIE);
  switch (check) {
    case CheckName.DOCUMENT:
      return vision.readKtp.executeWithOptions({ summary }, [{ ...place, ktp: ktp() }]);
    case CheckName.LIVENESS:
      return vision.assessLiveness.executeWithOptions({ summary }, [
        {
          ...place,
          selfie: selfie(),
          minScore: thresholds.livenessScore,
          ...describeChallenge(gate, policy),
        },
      ]);
    case CheckName.FACE_MATCH:
      return vision.matchFace.executeWithOptions({ summary }, [
        { ...place, ktp: ktp(), selfie: selfie(), minScore: thresholds.faceMatchScore },
      ]);
    case CheckName.REFERENCE_MATCH:
      return vision.matchReference.executeWithOptions({ summary }, [
        {
          ...place,
          reference: (await reference) ?? findCapture(gate, DocumentType.REFERENCE),
          selfie: selfie(),
          minScore: thresholds.faceMatchScore,
        },
      ]);
  }
}

/** Who was to answer a challenge answers one: another selfie would be a way around it. */
function describeChallenge(
  { challenge, isChallengeWanted }: CaptureGate,
  { challenge: use = 'IF_IN_DOUBT', reusedSelfies }: SubmissionPolicy,
) {
  const isBound = isChallengeWanted && use !== 'NEVER';
  return {
    ...(challenge && { challenge: withoutTime(challenge) }),
    challengeUse: isBound ? ('ALWAYS' as const) : use,
    ...(reusedSelfies && { reusedSelfies }),
  };
}

function withoutTime({ expiresAt: _, ...asked }: Challenge): Omit<Challenge, 'expiresAt'> {
  return asked;
}

/** A flow whose checks look at captures that it does not ask for is a mistake in `contract/flow.ts`. */
function findCapture(gate: CaptureGate, documentType: DocumentType): CaptureRef {
  const capture = gate.captures[documentType];
  if (capture !== undefined) return capture;
  throw ApplicationFailure.nonRetryable(`the flow has no ${documentType} capture`, 'FlowBroken');
}
