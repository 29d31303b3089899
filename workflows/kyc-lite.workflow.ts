import { FLOWS } from '../contract/flow.js';
import type { RunSubmissionInput } from '../contract/start-submission.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import { runSubmission } from './run-submission.js';

/** Reads a KTP, judges the liveness of a selfie and compares it with the card's portrait. */
export async function kycLite(input: RunSubmissionInput): Promise<SubmissionOutcome> {
  return runSubmission(FLOWS.KYC_LITE, input);
}
