import type { SubmissionStore } from '../../db/submission-store.js';
import { startSubmission, type StartOptions } from './start-submission.js';

export interface StartOverdueOptions extends StartOptions {
  readonly submissions: Pick<SubmissionStore, 'recordStart' | 'listUnstarted'>;
}

/** Longer than an initiate takes that is still under way: it starts the workflow itself. */
const GRACE_MS = 10_000;

/** A round; what is left over comes with the next. */
const MAX_STARTS = 100;

/**
 * Starts what an initiate has left without its workflow: Temporal was away, or this process died in
 * between, and the partner has not asked again. Without a workflow nothing would ever end it. Every
 * API process may do this at the same time.
 *
 * @returns how many were started
 */
export async function startOverdue(options: StartOverdueOptions): Promise<number> {
  const until = new Date(options.now().getTime() - GRACE_MS);
  const overdue = await options.submissions.listUnstarted(until, MAX_STARTS);
  for (const submission of overdue) await startSubmission(options, submission);
  return overdue.length;
}
