import { MAX_CHALLENGES } from '../contract/challenge.js';
import type { CheckVerdict } from '../contract/check-verdict.js';
import type { CheckName, Flow } from '../contract/flow.js';
import { isChallengeCode, isVerdictCode, type ReasonCode } from '../contract/reason-code.js';
import type { SubmissionOutcome } from '../contract/submission.js';
import type { CaptureGate, ChallengeDue, Reopening } from './capture-gate.js';

export type AttemptDecision =
  | { readonly kind: 'END'; readonly outcome: SubmissionOutcome }
  | ({ readonly kind: 'RETRY'; readonly reasonCode: ReasonCode } & Reopening);

type RetryVerdict = Extract<CheckVerdict, { verdict: 'RETRY' }>;

/** Whose reason is told when several checks ask for a retry, and whose rejection when several reject. */
const CHECK_ORDER: readonly CheckName[] = ['DOCUMENT', 'LIVENESS', 'FACE_MATCH', 'REFERENCE_MATCH'];

export interface AttemptRules {
  readonly flow: Flow;
  /** How often each capture may be taken. */
  readonly maxAttempts: number;
}

/** What follows from an attempt, once every check of the flow has its verdict. */
export function decideAttempt(gate: CaptureGate, rules: AttemptRules): AttemptDecision {
  const verdicts = listCounted(gate);
  const rejection = verdicts.find(({ verdict }) => verdict === 'REJECT');
  if (rejection?.verdict === 'REJECT') return endInvalid(rejection.reasonCode);

  const [first, ...others] = verdicts.filter(isRetry);
  if (first === undefined) {
    return { kind: 'END', outcome: { status: 'COMPLETED', result: 'VALID', reasonCode: null } };
  }
  const challengeDue = findChallengeDue(gate, first.reasonCode);
  return decideRetries(gate, [first, ...others], { ...rules, challengeDue });
}

/** What follows where the answer to a challenge came when it was no longer good: there was none. */
export function decideLateAnswer(
  gate: CaptureGate,
  late: RetryVerdict,
  rules: AttemptRules & { readonly challengeDue: 'AGAIN' | 'UNTOLD' },
): AttemptDecision {
  return decideRetries(gate, [late], rules);
}

function isRetry(verdict: CheckVerdict): verdict is RetryVerdict {
  return verdict.verdict === 'RETRY';
}

function decideRetries(
  gate: CaptureGate,
  retries: readonly [RetryVerdict, ...RetryVerdict[]],
  { flow, maxAttempts, challengeDue }: AttemptRules & Pick<Reopening, 'challengeDue'>,
): AttemptDecision {
  const [{ reasonCode }] = retries;
  const captures = [...new Set(retries.flatMap((retry) => retry.captures))];
  const codes = retries.map((retry) => retry.reasonCode);
  const lastVerdictCode = codes.find(isVerdictCode) ?? gate.lastVerdictCode;
  // Nobody is there to ask again: the reason itself is the answer.
  if (!flow.isAttended) return endInvalid(reasonCode);
  // The partner's own image: the person cannot take a better one.
  if (captures.some((capture) => !flow.captures.includes(capture))) return endWithoutReference();
  const areUsedUp =
    challengeDue === 'ASKED'
      ? gate.challenges >= MAX_CHALLENGES
      : challengeDue !== 'UNTOLD' &&
        captures.some((capture) => (gate.tries[capture] ?? 0) >= maxAttempts);
  return areUsedUp
    ? endInvalid(lastVerdictCode ?? 'MAX_ATTEMPTS_REACHED')
    : { kind: 'RETRY', reasonCode, captures, lastVerdictCode, challengeDue };
}

function findChallengeDue(
  { challenge, verdicts }: CaptureGate,
  reasonCode: ReasonCode,
): ChallengeDue {
  if (isChallengeCode(reasonCode)) return 'ASKED';
  const isAnswerUnseen = challenge !== null && verdicts.LIVENESS?.verdict === 'RETRY';
  return isAnswerUnseen ? 'AGAIN' : 'NONE';
}

/**
 * The face match is made beside the other checks to save a hop, but says something only about a
 * readable card and a living person: otherwise a blurred card would count as another person.
 */
function listCounted(gate: CaptureGate): readonly CheckVerdict[] {
  const verdicts = CHECK_ORDER.flatMap((check) => gate.verdicts[check] ?? []);
  const inputs = verdicts.filter(({ check }) => !isComparison(check));
  return inputs.every(({ verdict }) => verdict === 'PASS') ? verdicts : inputs;
}

function isComparison(check: CheckName): boolean {
  return check === 'FACE_MATCH' || check === 'REFERENCE_MATCH';
}

function endWithoutReference(): AttemptDecision {
  const reasonCode = 'REFERENCE_IMAGE_UNAVAILABLE';
  return { kind: 'END', outcome: { status: 'ERROR', result: null, reasonCode } };
}

function endInvalid(reasonCode: ReasonCode): AttemptDecision {
  return { kind: 'END', outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode } };
}
