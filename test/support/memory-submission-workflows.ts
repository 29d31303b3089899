import { submissionAlreadyFinished } from '../../api/errors.js';
import type { StartSubmission, SubmissionWorkflows } from '../../api/submission-workflows.js';
import type { ConfirmCapturesAnswer } from '../../contract/workflow-names.js';

export interface MemorySubmissionWorkflows extends SubmissionWorkflows {
  readonly started: readonly StartSubmission[];
  readonly cancelled: readonly string[];
  /** From now on every call fails with this; null to work again. */
  failWith(error: Error | null): void;
  /** Ends a submission's workflow without telling the row, as in the moment before it does. */
  end(submissionId: string): void;
}

/** Keeps what Temporal promises: a repeated start and a repeated update do nothing new. */
export function createMemorySubmissionWorkflows(): MemorySubmissionWorkflows {
  const started = new Map<string, StartSubmission>();
  const ended = new Set<string>();
  const cancelled: string[] = [];
  const answers = new Map<string, ConfirmCapturesAnswer>();
  let failure: Error | null = null;

  function refuseIfEnded(submissionId: string): void {
    if (failure !== null) throw failure;
    if (!started.has(submissionId) || ended.has(submissionId)) throw submissionAlreadyFinished();
  }

  return {
    get started() {
      return [...started.values()];
    },
    cancelled,
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
      const answer = { attempt, sha256: captures.map(({ sha256 }) => sha256) };
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
