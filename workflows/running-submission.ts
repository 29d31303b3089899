import { ApplicationFailure, CancellationScope, setHandler } from '@temporalio/workflow';
import type { Flow } from '../contract/flow.js';
import type { RunSubmissionInput } from '../contract/start-submission.js';
import type { ConfirmCapturesInput, FetchImagesInput } from '../contract/submission-messages.js';
import { DEFAULT_POLICY, type SubmissionPolicy } from '../contract/submission-policy.js';
import {
  findImagesRejection,
  findRejection,
  openGate,
  takeCaptures,
  type CaptureGate,
} from './capture-gate.js';
import {
  cancelSubmissionSignal,
  confirmCapturesUpdate,
  fetchImagesUpdate,
  getProgressQuery,
} from './messages.js';

/** The state of one running submission; only the handlers and the story change the gate. */
export interface RunningSubmission {
  readonly flow: Flow;
  readonly input: RunSubmissionInput;
  readonly policy: SubmissionPolicy;
  /** Cancelled when the partner cancels; whatever the story waits for is given up then. */
  readonly scope: CancellationScope;
  gate: CaptureGate;
  /** Where the captures of an unattended flow are, when they were not uploaded. */
  images: FetchImagesInput['images'];
}

/**
 * Call before the first await: a confirm may be delivered with the very first task. The handlers
 * only look and note; the story in `run-submission.ts` does the work.
 */
export function beginSubmission(flow: Flow, input: RunSubmissionInput): RunningSubmission {
  const running: RunningSubmission = {
    flow,
    input,
    policy: input.policy ?? DEFAULT_POLICY,
    scope: new CancellationScope(),
    gate: openGate(input.submissionId, flow.captures),
    images: [],
  };

  setHandler(
    confirmCapturesUpdate,
    ({ attempt, captures, maxMovements }) => {
      running.gate = takeCaptures(running.gate, captures, maxMovements);
      return {
        attempt,
        sha256: captures.map(({ sha256 }) => sha256),
        documentTypes: captures.map(({ documentType }) => documentType),
      };
    },
    {
      // Synchronous by necessity: the SDK does not await a validator.
      validator: (confirm: ConfirmCapturesInput) => {
        const rejection = findRejection(running.gate, confirm);
        if (rejection === null) return;
        throw ApplicationFailure.nonRetryable('the confirm was refused', rejection);
      },
    },
  );
  setHandler(
    fetchImagesUpdate,
    ({ images }) => {
      running.images = images;
      return null;
    },
    {
      validator: ({ images }: FetchImagesInput) => {
        const rejection = findImagesRejection(running.gate, flow, images);
        if (rejection === null) return;
        throw ApplicationFailure.nonRetryable('the images were refused', rejection);
      },
    },
  );
  setHandler(cancelSubmissionSignal, () => {
    running.scope.cancel();
  });
  setHandler(getProgressQuery, () => {
    const { attempt, awaiting, isFinished } = running.gate;
    return { attempt, awaiting, isFinished };
  });
  return running;
}
