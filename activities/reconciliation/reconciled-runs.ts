import type { StartSubmission } from '../../contract/start-submission.js';
import type { SubmissionRun, SubmissionRuns } from '../submission/submission-runs.js';

/** The workflow of a submission that has not come to its end: it is open, has failed or was stopped. */
export interface UnfinishedRun extends SubmissionRun {
  readonly submissionId: string;
  /** By its search attributes; null before its first task. */
  readonly partnerCode: string | null;
  readonly expiresAt: Date | null;
}

/** The workflow executions of submissions and deliveries. Every call may be repeated. */
export interface ReconciledRuns extends Pick<
  SubmissionRuns,
  'findSubmission' | 'findDelivery' | 'startCallback' | 'remove'
> {
  /**
   * Of some submissions, at most a hundred, those whose workflow is open as far as Temporal's search has come,
   * in one question. That one is named may be a moment old; that one is not says nothing.
   */
  listSeemingOpen(submissionIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Does nothing where it runs or has ended. */
  start(submission: StartSubmission): Promise<void>;
  /** Whether a workflow that was open has decided and tries to record it. */
  isDecided(submissionId: string): Promise<boolean>;
  /** Does nothing where it has ended. */
  stop(submissionId: string, reason: string): Promise<void>;
  /** A page of them, as far as Temporal's search has come. */
  listUnfinished(after: string | null): Promise<UnfinishedPage>;
}

export interface UnfinishedPage {
  readonly runs: readonly UnfinishedRun[];
  /** Where to go on; null for nowhere. */
  readonly next: string | null;
}
