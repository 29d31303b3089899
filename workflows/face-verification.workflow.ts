import { FLOWS } from '../contract/flow.js';
import type { RunSubmissionInput } from '../contract/start-submission.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import { runSubmission } from './run-submission.js';

/** Judges the liveness of a selfie and compares it with the partner's reference image. */
export async function faceVerification(input: RunSubmissionInput): Promise<SubmissionOutcome> {
  return runSubmission(FLOWS.FACE_VERIFICATION, input);
}
