import {
  ActivityFailure,
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  log,
  patched,
} from '@temporalio/workflow';
import type { Flow } from '../contract/flow.js';
import type { TechnicalCode } from '../contract/reason-code.js';
import type { RunSubmissionInput } from '../contract/start-submission.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import { partnerCall, submission } from './activity-proxies.js';
import { askPartner, findPartnerFailure } from './ask-partner.js';
import { listTaken, reopenGate, takeCaptures } from './capture-gate.js';
import { drawChallenge, drawChallengeAgain } from './draw-challenge.js';
import { endSubmission } from './end-submission.js';
import { judgeAttempt } from './judge-attempt.js';
import { openSession, type Session } from './open-session.js';
import { showBeginning, showWaiting, showProcessing } from './show-progress.js';

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
  const session = openSession(flow, input);
  showBeginning(session);
  const outcome = await session.scope.run(() => followAttempts(session)).catch(endByFailure);
  // Whoever cancels now comes too late: what was decided is recorded and told.
  await CancellationScope.nonCancellable(async () => {
    await endSubmission(session, outcome);
    await condition(allHandlersFinished);
  });
  return outcome;
}

async function followAttempts(session: Session): Promise<SubmissionOutcome> {
  for (;;) {
    const hasArrived = await waitForCaptures(session);
    if (!hasArrived) return endInError('SESSION_TIMEOUT');

    showProcessing(session);
    await fetchImages(session);
    const decision = await judgeAttempt(session);
    if (decision.kind === 'END') return decision.outcome;

    const { reasonCode, captures, lastVerdictCode } = decision;
    const isAgain = decision.challenge === 'AGAIN' && patched('an unseen answer is asked again');
    const { submissionId } = session.input;
    const { attempt } = session.gate;
    // Opened before the projection says so: the next confirm may follow it at once.
    const challenge = isAgain
      ? drawChallengeAgain(session.gate)
      : decision.challenge === 'ASKED'
        ? drawChallenge(session.gate)
        : null;
    const reopening = { awaiting: captures, lastVerdictCode, challenge, isAgain };
    session.gate = reopenGate(session.gate, reopening);
    await submission.recordRetry({
      submissionId,
      attempt,
      taken: listTaken(session.gate, attempt),
      tries: session.gate.tries,
      reasonCode,
      captures,
      ...(challenge && { challenge }),
    });
  }
}

/** The session's lifetime counts until its last capture: an attempt in progress is not cut off. */
async function waitForCaptures(session: Session): Promise<boolean> {
  showWaiting(session);
  const hasArrived = () => session.gate.awaiting.length === 0 || session.images.length > 0;
  const remainingMs = Date.parse(session.input.expiresAt) - Date.now();
  if (remainingMs > 0) await condition(hasArrived, remainingMs);
  return hasArrived();
}

/** An unattended flow's captures are fetched from the partner where they were not uploaded. */
async function fetchImages(session: Session): Promise<void> {
  const { gate, images, input } = session;
  if (gate.awaiting.length === 0) return;
  const { submissionId } = input;
  const fetched = await Promise.all(
    images.map((image) => askPartner(() => partnerCall.fetchImage({ submissionId, ...image }))),
  );
  session.gate = takeCaptures(gate, fetched);
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
