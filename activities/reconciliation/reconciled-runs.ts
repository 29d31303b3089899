import type { RunState } from '../../contract/reconciliation.js';
import type { StartSubmission } from '../../contract/start-submission.js';
import type { DeliveryKey } from '../../db/delivery-store.js';
import type { SubmissionRun, SubmissionRuns } from '../erasure/submission-runs.js';

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
  'findSubmission' | 'startCallback' | 'remove'
> {
  /**
   * Of some submissions, at most a hundred, those whose workflow is open as far as Temporal's search has come,
   * in one question. That one is named may be a moment old; that one is not says nothing.
   */
  listSeemingOpen(submissionIds: readonly string[]): Promise<ReadonlySet<string>>;
  findDelivery(key: DeliveryKey): Promise<RunState<DeliveryEnd>>;
  /** Does nothing where it runs or has ended. */
  start(submission: StartSubmission): Promise<void>;
  /** Does nothing where it has ended. */
  stop(submissionId: string, reason: string): Promise<void>;
  /** A page of them, as far as Temporal's search has come. */
  listUnfinished(after: string | null): Promise<UnfinishedPage>;
}

/** What the workflow of a delivery gives back. */
export type DeliveryEnd = 'delivered' | 'skipped' | 'dead';

export interface UnfinishedPage {
  readonly runs: readonly UnfinishedRun[];
  /** Where to go on; null for nowhere. */
  readonly next: string | null;
}
