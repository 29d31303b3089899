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
import type { SubmissionOutcome } from '../contract/submission.js';
import type { RunSubmissionInput } from '../contract/workflow-names.js';
import { submission } from './activity-proxies.js';
import { decideAttempt } from './attempt-outcome.js';
import { addVerdicts, listOpenChecks, reopenGate } from './capture-gate.js';
import { endSubmission } from './end-submission.js';
import { makeChecks } from './make-checks.js';
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
    const verdicts = await makeChecks(
      session.gate,
      listOpenChecks(session.gate, session.flow.checks),
    );
    session.gate = addVerdicts(session.gate, verdicts);
    const decision = decideAttempt(session.gate);
    if (decision.kind === 'END') return decision.outcome;

    const { reasonCode, captures, lastVerdictCode } = decision;
    const { submissionId } = session.input;
    const { attempt } = session.gate;
    // Opened before the projection says so: the next confirm may follow it at once.
    session.gate = reopenGate(session.gate, captures, lastVerdictCode);
    await submission.recordRetry({ submissionId, attempt, reasonCode, captures });
  }
}

/** The session's lifetime counts until its last capture: an attempt in progress is not cut off. */
async function waitForCaptures(session: Session): Promise<boolean> {
  showWaiting(session);
  const hasArrived = () => session.gate.awaiting.length === 0;
  const remainingMs = Date.parse(session.input.expiresAt) - Date.now();
  if (remainingMs > 0) await condition(hasArrived, remainingMs);
  return hasArrived();
}

function endByFailure(error: unknown): SubmissionOutcome {
  if (isCancellation(error)) return endInError('CANCELLED_BY_PARTNER');
  if (!(error instanceof ActivityFailure)) throw error;
  log.error('a submission ends because an activity failed for good', {
    activityType: error.activityType,
  });
  return endInError('GENERIC_SERVICE_ERROR');
}

function endInError(reasonCode: TechnicalCode): SubmissionOutcome {
  return { status: 'ERROR', result: null, reasonCode };
}
