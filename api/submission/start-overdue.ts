import type { Submission, SubmissionStore } from '../../db/submission-store.js';
import { StoreError } from '../../db/store-error.js';
import type { Logger } from '../../logging/logger.js';
import { describeFailure } from '../describe-failure.js';
import { ApiError } from '../errors.js';
import { startSubmission, type StartOptions } from './start-submission.js';

export interface StartOverdueOptions extends StartOptions {
  readonly submissions: Pick<SubmissionStore, 'recordStart' | 'listUnstarted'>;
  readonly logger: Logger;
}

/** Longer than an initiate takes that is still under way: it starts the workflow itself. */
const GRACE_MS = 10_000;

/** A round; what is left over comes with the next. */
const MAX_STARTS = 100;

/**
 * Starts what an initiate has left without its workflow: Temporal was away, or this process died in
 * between, and the partner has not asked again. Without a workflow nothing would ever end it. Every
 * API process may do this at the same time. One that cannot be started keeps none of the others from it.
 *
 * @returns how many were started
 */
export async function startOverdue(options: StartOverdueOptions): Promise<number> {
  const until = new Date(options.now().getTime() - GRACE_MS);
  const overdue = await options.submissions.listUnstarted(until, MAX_STARTS);
  let started = 0;
  for (const submission of overdue) if (await isStarted(options, submission)) started += 1;
  return started;
}

async function isStarted(options: StartOverdueOptions, submission: Submission): Promise<boolean> {
  try {
    await startSubmission(options, submission);
    return true;
  } catch (error) {
    if (isAway(error)) throw error;
    const failure = describeFailure(error);
    options.logger.error(
      { failure, submissionId: submission.id },
      'a submission cannot be started',
    );
    return false;
  }
}

/** Temporal or the database, which would keep each of the others waiting as long. */
function isAway(error: unknown): boolean {
  if (error instanceof ApiError) return error.statusCode === 503;
  return error instanceof StoreError && error.isUnavailable;
}
