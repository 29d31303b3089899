import { FLOWS } from '../contract/flow.js';
import type { RunSubmissionInput } from '../contract/start-submission.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import { runSubmission } from './run-submission.js';

/** Judges the liveness of a selfie. */
export async function selfieLiveness(input: RunSubmissionInput): Promise<SubmissionOutcome> {
  return runSubmission(FLOWS.SELFIE_LIVENESS, input);
}
