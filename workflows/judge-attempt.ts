import { patched, sleep } from '@temporalio/workflow';
import type { CheckVerdict } from '../contract/check-verdict.js';
import { listChecks, needsReferenceImage } from '../contract/flow.js';
import type { SandboxScenario } from '../contract/sandbox.js';
import { partnerCall, sandbox } from './activity-proxies.js';
import { askPartner } from './ask-partner.js';
import { decideAttempt, type AttemptDecision } from './attempt-outcome.js';
import { addCapture, addVerdicts, listOpenChecks } from './capture-gate.js';
import { isExpired } from './draw-challenge.js';
import { forceVerdicts } from './forced-verdicts.js';
import { makeChecks } from './make-checks.js';
import type { Session } from './open-session.js';

/** Makes the checks that are open and says what follows from all of them. */
export async function judgeAttempt(session: Session): Promise<AttemptDecision> {
  const { flow, policy, input, gate } = session;
  if (gate.challenge !== null && isExpired(gate.challenge)) return askForFreshAnswer(session);
  if (input.sandbox !== undefined) return judgeInSandbox(session, input.sandbox);
  const checks = listOpenChecks(session.gate, listChecks(flow, policy.hasReferenceImage));
  const reference = fetchReference(session);
  const verdicts = await makeChecks(session.gate, checks, {
    policy,
    reference,
  });
  return decideWith(session, verdicts);
}

function askForFreshAnswer(session: Session): AttemptDecision {
  const late: CheckVerdict = {
    check: 'LIVENESS',
    verdict: 'RETRY',
    reasonCode: 'CHALLENGE_FAILED',
    captures: ['SELFIE'],
  };
  return decideWith(session, [late], patched('a late answer is a try at the selfie'));
}

function decideWith(
  session: Session,
  verdicts: readonly CheckVerdict[],
  isAnswerLate = false,
): AttemptDecision {
  const { flow, policy } = session;
  session.gate = addVerdicts(session.gate, verdicts);
  return decideAttempt(session.gate, { flow, maxAttempts: policy.maxAttempts, isAnswerLate });
}

/**
 * Asked of the partner once, beside the first checks: a session that is abandoned before its first
 * confirm never fetches anybody's image.
 */
async function fetchReference(session: Session) {
  const { flow, policy, input } = session;
  const held = session.gate.captures.REFERENCE;
  if (held !== undefined || !needsReferenceImage(flow, policy.hasReferenceImage)) return held;
  const { submissionId } = input;
  const fetched = await askPartner(() => partnerCall.fetchReferenceImage({ submissionId }));
  session.gate = addCapture(session.gate, fetched);
  return fetched;
}

/** No model looks at the captures: a partner tests each branch of its own with any picture. */
async function judgeInSandbox(
  session: Session,
  { outcome, delaySeconds }: SandboxScenario,
): Promise<AttemptDecision> {
  const { flow, policy, input } = session;
  if (delaySeconds > 0) await sleep(delaySeconds * 1000);
  if (outcome.kind === 'ERROR') {
    const { reasonCode } = outcome;
    return { kind: 'END', outcome: { status: 'ERROR', result: null, reasonCode } };
  }
  const { attempt } = session.gate;
  const checks = listChecks(flow, policy.hasReferenceImage);
  const verdicts = forceVerdicts(outcome, attempt, { flow, checks });
  await sandbox.recordForcedVerdicts({ submissionId: input.submissionId, attempt, verdicts });
  return decideWith(session, verdicts);
}
