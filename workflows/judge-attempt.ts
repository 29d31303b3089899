import { patched, sleep } from '@temporalio/workflow';
import type { CheckVerdict } from '../contract/check-verdict.js';
import { listChecks, needsReferenceImage } from '../contract/flow.js';
import type { SandboxScenario } from '../contract/sandbox.js';
import { partnerCall, sandbox } from './activity-proxies.js';
import { askPartner } from './ask-partner.js';
import {
  decideAttempt,
  decideLateAnswer,
  type AttemptDecision,
  type AttemptRules,
} from './attempt-outcome.js';
import { addCapture, addVerdicts, listOpenChecks } from './capture-gate.js';
import { isExpired } from './draw-challenge.js';
import { forceVerdicts } from './forced-verdicts.js';
import { makeChecks } from './make-checks.js';
import type { RunningSubmission } from './running-submission.js';

/** Makes the checks that are open and says what follows from all of them. */
export async function judgeAttempt(running: RunningSubmission): Promise<AttemptDecision> {
  const { flow, policy, input, gate } = running;
  if (gate.challenge !== null && isExpired(gate.challenge)) return askForFreshAnswer(running);
  if (input.sandbox !== undefined) return judgeInSandbox(running, input.sandbox);
  const checks = listOpenChecks(running.gate, listChecks(flow, policy.hasReferenceImage));
  const reference = fetchReference(running);
  const verdicts = await makeChecks(running.gate, checks, {
    policy,
    reference,
  });
  return decideWith(running, verdicts);
}

function askForFreshAnswer(running: RunningSubmission): AttemptDecision {
  const late = {
    check: 'LIVENESS',
    verdict: 'RETRY',
    reasonCode: 'CHALLENGE_FAILED',
    captures: ['SELFIE'],
  } as const;
  if (!patched('a late answer is a try at the selfie')) return decideWith(running, [late]);
  running.gate = addVerdicts(running.gate, [late]);
  const isUntold = running.gate.isToldLate && patched('a challenge that was told late is no try');
  const challengeDue = isUntold ? 'UNTOLD' : 'AGAIN';
  return decideLateAnswer(running.gate, late, { ...rulesOf(running), challengeDue });
}

function decideWith(
  running: RunningSubmission,
  verdicts: readonly CheckVerdict[],
): AttemptDecision {
  running.gate = addVerdicts(running.gate, verdicts);
  return decideAttempt(running.gate, rulesOf(running));
}

function rulesOf({ flow, policy }: RunningSubmission): AttemptRules {
  return { flow, maxAttempts: policy.maxAttempts };
}

/**
 * Asked of the partner once, beside the first checks: a session that is abandoned before its first
 * confirm never fetches anybody's image.
 */
async function fetchReference(running: RunningSubmission) {
  const { flow, policy, input } = running;
  const held = running.gate.captures.REFERENCE;
  if (held !== undefined || !needsReferenceImage(flow, policy.hasReferenceImage)) return held;
  const { submissionId } = input;
  const fetched = await askPartner(() => partnerCall.fetchReferenceImage({ submissionId }));
  running.gate = addCapture(running.gate, fetched);
  return fetched;
}

/** No model looks at the captures: a partner tests each branch of its own with any picture. */
async function judgeInSandbox(
  running: RunningSubmission,
  { outcome, delaySeconds }: SandboxScenario,
): Promise<AttemptDecision> {
  const { flow, policy, input } = running;
  if (delaySeconds > 0) await sleep(delaySeconds * 1000);
  if (outcome.kind === 'ERROR') {
    const { reasonCode } = outcome;
    return { kind: 'END', outcome: { status: 'ERROR', result: null, reasonCode } };
  }
  const { attempt } = running.gate;
  const checks = listChecks(flow, policy.hasReferenceImage);
  const verdicts = forceVerdicts(outcome, attempt, { flow, checks });
  await sandbox.recordForcedVerdicts({ submissionId: input.submissionId, attempt, verdicts });
  return decideWith(running, verdicts);
}
