import { FLOWS } from '../contract/flow.js';
import type { RunSubmissionInput } from '../contract/start-submission.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import { runSubmission } from './run-submission.js';

/** Compares two images that a partner's backend sent. */
export async function faceMatch(input: RunSubmissionInput): Promise<SubmissionOutcome> {
  return runSubmission(FLOWS.FACE_MATCH, input);
}
