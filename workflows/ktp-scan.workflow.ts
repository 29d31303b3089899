import { FLOWS } from '../contract/flow.js';
import type { RunSubmissionInput } from '../contract/start-submission.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import { runSubmission } from './run-submission.js';

/** Reads a KTP. */
export async function ktpScan(input: RunSubmissionInput): Promise<SubmissionOutcome> {
  return runSubmission(FLOWS.KTP_SCAN, input);
}
