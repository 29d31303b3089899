import type { RunState } from '../../contract/reconciliation.js';
import type { StartSubmission } from '../../contract/start-submission.js';
import type { SubmissionOutcome } from '../../contract/submission.js';
import type { DeliveryKey } from '../../db/delivery-store.js';

/** Of a submission's workflow or of one of its callbacks'. */
export interface SubmissionRun {
  readonly workflowId: string;
  readonly runId: string;
  readonly isOpen: boolean;
}

/** What the workflow of a delivery gives back. */
export type DeliveryEnd = 'delivered' | 'skipped' | 'dead';

/** The runs of submissions and of their callbacks, for whoever mends or erases. Every call may be repeated. */
export interface SubmissionRuns {
  /**
   * Cancels the submission that runs. One whose workflow was never started is started, so that it
   * ends as every other and its partner is told; past its lifetime it ends by that. `CLOSED` where
   * the workflow has ended before.
   */
  end(submission: StartSubmission, isExpired: boolean): Promise<'ENDING' | 'CLOSED'>;
  findSubmission(submissionId: string): Promise<RunState<SubmissionOutcome>>;
  findDelivery(key: DeliveryKey): Promise<RunState<DeliveryEnd>>;
  /**
   * Tells the partner of an end that no workflow has told of. A delivery that was stopped before its end goes on
   * under the same id.
   */
  startCallback(submissionId: string, delivery: number): Promise<void>;
  /** What Temporal still has. `deliveries`: the highest number that a callback may have. */
  list(submissionId: string, deliveries: number): Promise<readonly SubmissionRun[]>;
  /** Ends it if it is open and deletes its history. Temporal does so a moment later. */
  remove(run: SubmissionRun): Promise<void>;
}
