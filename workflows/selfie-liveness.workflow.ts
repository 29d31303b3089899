import { FLOWS } from '../contract/flow.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import type { RunSubmissionInput } from '../contract/workflow-names.js';
import { runSubmission } from './run-submission.js';

/** Judges the liveness of a selfie. */
export async function selfieLiveness(input: RunSubmissionInput): Promise<SubmissionOutcome> {
  return runSubmission(FLOWS.SELFIE_LIVENESS, input);
}
