import type { StartSubmission } from '../contract/start-submission.js';
import type {
  ConfirmCapturesAnswer,
  ConfirmCapturesInput,
  FetchImagesInput,
} from '../contract/submission-messages.js';

/**
 * The runs of submissions, as requests need them. Every call may be repeated. All of them throw an
 * ApiError 503 when the workflow service is away or does not answer in time.
 */
export interface RequestedRuns {
  /** Does nothing when the submission's workflow runs already or has ended. */
  start(submission: StartSubmission): Promise<void>;
  /**
   * Hands the captures of an attempt over. For an attempt that was confirmed before, answers what
   * it was confirmed with, whatever the captures are now.
   *
   * @throws ApiError 409 when the attempt is not open or the submission has ended
   */
  confirm(submissionId: string, input: ConfirmCapturesInput): Promise<ConfirmCapturesAnswer>;
  /**
   * Says where the images of an unattended flow are. Repeating it changes nothing.
   *
   * @throws ApiError 409 when the submission has ended
   */
  fetchImages(submissionId: string, images: FetchImagesInput['images']): Promise<void>;
  /** Waits until the submission has ended and been recorded; false when the time is over first. */
  awaitEnd(submissionId: string, patienceMs: number): Promise<boolean>;
  /** @throws ApiError 409 when the submission has ended */
  cancel(submissionId: string): Promise<void>;
}
