import { submissionAlreadyFinished } from '../../../api/errors.js';
import type { RequestedRuns } from '../../../api/requested-runs.js';
import type { StartSubmission } from '../../../contract/start-submission.js';
import type {
  ConfirmCapturesAnswer,
  FetchImagesInput,
} from '../../../contract/submission-messages.js';

export interface MemoryRequestedRuns extends RequestedRuns {
  readonly started: readonly StartSubmission[];
  readonly cancelled: readonly string[];
  /** From now on every call fails with this; null to work again. */
  failWith(error: Error | null): void;
  /** Ends a submission's workflow without telling the row, as in the moment before it does. */
  end(submissionId: string): void;
  /** What a wait for the end answers, and does meanwhile. */
  onAwaitEnd(answer: (submissionId: string) => boolean | Promise<boolean>): void;
  readonly fetched: ReadonlyMap<string, FetchImagesInput['images']>;
}

/** Keeps what Temporal promises: a repeated start and a repeated update do nothing new. */
export function createMemoryRequestedRuns(): MemoryRequestedRuns {
  const started = new Map<string, StartSubmission>();
  const ended = new Set<string>();
  const cancelled: string[] = [];
  const answers = new Map<string, ConfirmCapturesAnswer>();
  const fetched = new Map<string, FetchImagesInput['images']>();
  let failure: Error | null = null;
  let answerEnd: (submissionId: string) => boolean | Promise<boolean> = () => false;

  function refuseIfEnded(submissionId: string): void {
    if (failure !== null) throw failure;
    if (!started.has(submissionId) || ended.has(submissionId)) throw submissionAlreadyFinished();
  }

  return {
    get started() {
      return [...started.values()];
    },
    cancelled,
    fetched,
    onAwaitEnd(answer) {
      answerEnd = answer;
    },
    async fetchImages(submissionId, images) {
      await Promise.resolve();
      refuseIfEnded(submissionId);
      if (!fetched.has(submissionId)) fetched.set(submissionId, images);
    },
    awaitEnd: async (submissionId) => answerEnd(submissionId),
    failWith(error) {
      failure = error;
    },
    end(submissionId) {
      ended.add(submissionId);
    },
    async start(submission) {
      await Promise.resolve();
      if (failure !== null) throw failure;
      started.set(submission.submissionId, submission);
    },
    async confirm(submissionId, { attempt, captures }) {
      await Promise.resolve();
      refuseIfEnded(submissionId);
      const updateId = `${submissionId}/${String(attempt)}`;
      const first = answers.get(updateId);
      if (first !== undefined) return first;
      const answer = {
        attempt,
        sha256: captures.map(({ sha256 }) => sha256),
        documentTypes: captures.map(({ documentType }) => documentType),
      };
      answers.set(updateId, answer);
      return answer;
    },
    async cancel(submissionId) {
      await Promise.resolve();
      refuseIfEnded(submissionId);
      cancelled.push(submissionId);
    },
  };
}
