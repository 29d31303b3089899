import {
  ActivityFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  log,
} from '@temporalio/workflow';
import type { Flow } from '../contract/flow.js';
import type { TechnicalCode } from '../contract/reason-code.js';
import type { RunSubmissionInput } from '../contract/start-submission.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import { partnerCall, submission } from './activity-proxies.js';
import { askPartner, findPartnerFailure } from './ask-partner.js';
import { listTaken, reopenGate, takeCaptures } from './capture-gate.js';
import { drawChallengeDue } from './draw-challenge.js';
import { endSubmission } from './end-submission.js';
import { judgeAttempt } from './judge-attempt.js';
import { beginSubmission, type RunningSubmission } from './running-submission.js';
import { showBeginning, showWaiting, showProcessing } from './show-progress.js';

/** Of the two minutes in which a challenge is good. A write takes well under a second, unless the database is away. */
const TOLD_IN_TIME_MS = 10_000;

/**
 * The story of a submission, the same for every flow: wait for the captures, judge them, ask again
 * or end, tell the partner.
 *
 * Replay-sensitive: an added, removed or reordered command here needs `patched()` while
 * submissions of an earlier version run.
 */
export async function runSubmission(
  flow: Flow,
  input: RunSubmissionInput,
): Promise<SubmissionOutcome> {
  const running = beginSubmission(flow, input);
  showBeginning(running);
  const outcome = await running.scope.run(() => followAttempts(running)).catch(endByFailure);
  // Whoever cancels now comes too late: what was decided is recorded and told.
  await CancellationScope.nonCancellable(async () => {
    await endSubmission(running, outcome);
    await condition(allHandlersFinished);
  });
  return outcome;
}

async function followAttempts(running: RunningSubmission): Promise<SubmissionOutcome> {
  for (;;) {
    const hasArrived = await waitForCaptures(running);
    if (!hasArrived) return endInError('SESSION_TIMEOUT');

    showProcessing(running);
    await fetchImages(running);
    const decision = await judgeAttempt(running);
    if (decision.kind === 'END') return decision.outcome;

    const { attempt } = running.gate;
    // Opened before the projection says so: the next confirm may follow it at once.
    running.gate = reopenGate(running.gate, decision, drawChallengeDue);
    const { tries, challenge } = running.gate;
    const drawnMs = Date.now();
    await submission.recordRetry({
      submissionId: running.input.submissionId,
      attempt,
      taken: listTaken(running.gate, attempt),
      tries,
      reasonCode: decision.reasonCode,
      captures: decision.captures,
      ...(challenge && { challenge }),
    });
    running.gate = { ...running.gate, isToldLate: Date.now() - drawnMs > TOLD_IN_TIME_MS };
  }
}

/** The session's lifetime counts until its last capture: an attempt in progress is not cut off. */
async function waitForCaptures(running: RunningSubmission): Promise<boolean> {
  showWaiting(running);
  const hasArrived = () => running.gate.awaiting.length === 0 || running.images.length > 0;
  const remainingMs = Date.parse(running.input.expiresAt) - Date.now();
  if (remainingMs > 0) await condition(hasArrived, remainingMs);
  return hasArrived();
}

/** An unattended flow's captures are fetched from the partner where they were not uploaded. */
async function fetchImages(running: RunningSubmission): Promise<void> {
  const { gate, images, input } = running;
  if (gate.awaiting.length === 0) return;
  const { submissionId } = input;
  const fetched = await Promise.all(
    images.map((image) => askPartner(() => partnerCall.fetchImage({ submissionId, ...image }))),
  );
  running.gate = takeCaptures(gate, fetched);
}

function endByFailure(error: unknown): SubmissionOutcome {
  if (isCancellation(error)) return endInError('CANCELLED_BY_PARTNER');
  if (!(error instanceof ActivityFailure)) throw error;
  log.error('a submission ends because an activity failed for good', {
    activityType: error.activityType,
  });
  const isPartners = findPartnerFailure(error) !== null;
  return endInError(isPartners ? 'REFERENCE_IMAGE_UNAVAILABLE' : 'GENERIC_SERVICE_ERROR');
}

function endInError(reasonCode: TechnicalCode): SubmissionOutcome {
  return { status: 'ERROR', result: null, reasonCode };
}
